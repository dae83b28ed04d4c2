import { describe, expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { buyerIn, line, payment, sale, tax, taxedLine } from './testing/documents.ts';
import { entriesOf, entryOf, jotted } from './testing/run-mapping.ts';

/** Goods A 100.00 less a discount of 10.00, shipping 5.00, goods B 30.00 at the reduced rate: the textbook order. */
function textbookSale(
  standard: [string, string, string],
  reduced: [string, string, string],
  total: string,
): SalesDocument {
  const [country, standardRate, standardVat] = standard;
  const [, reducedRate, reducedVat] = reduced;
  return sale(total, {
    ...buyerIn(country),
    lines: [
      taxedLine('a', '90.00', ['std', '0'], { grossAmount: '100.00', discountAmount: '10.00' }),
      taxedLine('b', '30.00', ['red', reducedVat]),
      taxedLine('s', '5.00', ['std', '0'], { category: 'shipping' }),
    ],
    taxes: [tax('std', standardRate, country, standardVat), tax('red', reducedRate, country, reducedVat)],
  });
}
const french = textbookSale(['FR', '20', '19.00'], ['FR', '5.5', '1.65'], '145.65');
const belgian = textbookSale(['BE', '21', '19.95'], ['BE', '6', '1.80'], '146.75');
const inBelgium = { chart: 'be-pcmn' };

describe('a sale with two rates, shipping and a discount', () => {
  test('in the French chart', () => {
    const entry = entryOf(french);
    expect(jotted(entry)).toEqual([
      '411000 D 145.65',
      '709700 D 10.00',
      '707020 C 100.00',
      '707055 C 30.00',
      '708500 C 5.00',
      '445720 C 19.00',
      '445755 C 1.65',
    ]);
    expect(entry).toMatchObject({
      id: 'shop:shop.example:sale:1043',
      journal: 'VTE',
      journalName: 'Journal des ventes',
      // Paid on 31 October in UTC, which is already November in Brussels.
      date: '2026-11-01',
      documentDate: '2026-10-30',
      pieceNumber: '1043',
      label: 'Vente 1043 Élodie Dupont',
      partyName: 'Élodie Dupont',
    });
    expect(entry.lines[0]?.auxiliaryAccount).toBe('WEB');
  });

  test('in the Belgian chart', () => {
    expect(jotted(entryOf(belgian, inBelgium))).toEqual([
      '400000 D 146.75',
      '708000 D 10.00',
      '700021 C 100.00',
      '700006 C 30.00',
      '704021 C 5.00',
      '451000 C 19.95',
      '451000 C 1.80',
    ]);
  });

  test('books the revenue after discount when the user prefers it', () => {
    expect(jotted(entryOf(french, { discounts: 'net' }))).toEqual([
      '411000 D 145.65',
      '707020 C 90.00',
      '707055 C 30.00',
      '708500 C 5.00',
      '445720 C 19.00',
      '445755 C 1.65',
    ]);
  });
});

describe('a payment through a processor', () => {
  test('goes from the customer to the clearing account, in both charts', () => {
    const [, paid] = entriesOf({ ...french, payments: [payment('145.65')] });
    expect(paid && jotted(paid)).toEqual(['511500 D 145.65', '411000 C 145.65']);
    expect(paid).toMatchObject({ id: 'shop:shop.example:sale:1043:payment', journal: 'BQ', date: '2026-11-01' });
    expect(paid?.source).toMatchObject({ documentKind: 'payment', id: '1043' });
    const [, belgianPaid] = entriesOf({ ...belgian, payments: [payment('146.75')] }, inBelgium);
    expect(belgianPaid && jotted(belgianPaid)).toEqual(['580010 D 146.75', '400000 C 146.75']);
  });

  test('books what the processor keeps on its own account', () => {
    const fee = { fee: '4.20', feeCurrency: 'EUR' };
    const [, paid] = entriesOf({ ...french, payments: [payment('145.65', fee)] });
    expect(paid && jotted(paid)).toEqual(['511500 D 141.45', '627800 D 4.20', '411000 C 145.65']);
  });
});

describe('goods B given back', () => {
  const creditNote = (country: string, vat: [string, string], total: string): SalesDocument =>
    sale(total, {
      kind: 'credit-note',
      ...buyerIn(country),
      createdAt: '2026-11-10T10:00:00Z',
      lines: [taxedLine('b', '30.00', ['red', vat[1]])],
      taxes: [tax('red', vat[0], country, vat[1])],
      payments: [payment(total, { method: 'stripe', paidAt: '2026-11-10T10:00:00Z' })],
    });

  test('mirrors the sale and the payment in the French chart', () => {
    const [note, refund] = entriesOf(creditNote('FR', ['5.5', '1.65'], '31.65'));
    expect(note && jotted(note)).toEqual(['411000 C 31.65', '707055 D 30.00', '445755 D 1.65']);
    expect(note).toMatchObject({ journal: 'VTE', date: '2026-11-10', label: 'Avoir 1043 Élodie Dupont' });
    expect(refund && jotted(refund)).toEqual(['511500 C 31.65', '411000 D 31.65']);
  });

  test('mirrors the sale and the payment in the Belgian chart, in the journal of credit notes', () => {
    const [note, refund] = entriesOf(creditNote('BE', ['6', '1.80'], '31.80'), inBelgium);
    expect(note && jotted(note)).toEqual(['400000 C 31.80', '700006 D 30.00', '451000 D 1.80']);
    expect(note?.journal).toBe('NCV');
    expect(refund && jotted(refund)).toEqual(['580010 C 31.80', '400000 D 31.80']);
  });
});

describe('sales abroad', () => {
  const toBusiness = (country: string, vatNumber: string) =>
    sale('200.00', { ...buyerIn(country, { vatNumber }), lines: [line('a', '200.00')] });
  const exported = sale('150.00', { ...buyerIn('CH'), lines: [line('a', '150.00')] });
  const toGermany = sale('119.00', {
    ...buyerIn('DE'),
    lines: [taxedLine('a', '100.00', ['de', '19.00'])],
    taxes: [tax('de', '19', 'DE', '19.00')],
  });

  test('to a business elsewhere in the EU bear no VAT', () => {
    const document = toBusiness('NL', 'NL004495445B01');
    expect(jotted(entryOf(document))).toEqual(['411000 D 200.00', '7079UE C 200.00']);
    expect(jotted(entryOf(document, inBelgium))).toEqual(['400000 D 200.00', '700600 C 200.00']);
    expect(entryOf(document, inBelgium).lines[1]).toMatchObject({
      rule: 'preset:reverse-charge',
      vat: { code: 'BE-UE', rate: '0', country: 'NL' },
    });
  });

  test('outside the EU are exports', () => {
    expect(jotted(entryOf(exported))).toEqual(['411000 D 150.00', '7079EX C 150.00']);
    expect(jotted(entryOf(exported, inBelgium))).toEqual(['400000 D 150.00', '700700 C 150.00']);
  });

  test('to a consumer elsewhere in the EU bear that country’s VAT on accounts of their own', () => {
    expect(jotted(entryOf(toGermany))).toEqual(['411000 D 119.00', '7078DE C 100.00', '4457DE C 19.00']);
    expect(jotted(entryOf(toGermany, inBelgium))).toEqual(['400000 D 119.00', '7008DE C 100.00', '4519DE C 19.00']);
  });
});

describe('gift cards', () => {
  const sold = sale('50.00', { lines: [line('g', '50.00', { description: 'Carte Cadeau 50 €' })] });

  test('sold are a debt to their holder', () => {
    expect(jotted(entryOf(sold))).toEqual(['411000 D 50.00', '419100 C 50.00']);
    expect(jotted(entryOf(sold, inBelgium))).toEqual(['400000 D 50.00', '460000 C 50.00']);
    expect(entryOf(sold).lines[1]?.role).toBe('gift-card');
  });

  test('used pay for a part of the sale, whose revenue and VAT stay whole', () => {
    const paidByCard = { ...french, total: '95.65', giftCards: [{ id: 'g1', code: 'X', amount: '50.00' }] };
    expect(jotted(entryOf(paidByCard))).toEqual([
      '411000 D 95.65',
      '709700 D 10.00',
      '707020 C 100.00',
      '707055 C 30.00',
      '708500 C 5.00',
      '419100 D 50.00',
      '445720 C 19.00',
      '445755 C 1.65',
    ]);
  });
});
