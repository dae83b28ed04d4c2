import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { address, buyerIn, line, sale, tax, taxedLine } from '../testing/documents.ts';
import { entriesIn } from '../testing/run-in-books.ts';
import { entryOf, holdOf, jotted, lineOn } from '../testing/run-mapping.ts';

const inBelgium = { chart: 'be-pcmn' };
const DUTCH = 'NL004495445B01';

/** An entry as a VAT return sees it: account, amount, regime and boxes; "?" where nobody knows the boxes. */
function vatOf(entry: JournalEntry): string[] {
  return entry.lines.map(({ account, debit, credit, vat }) => {
    const amount = debit === '0.00' ? `C ${credit}` : `D ${debit}`;
    return vat ? `${account} ${amount} ${vat.regime} [${vat.grids?.join(' ') ?? '?'}]` : `${account} ${amount}`;
  });
}

type Rate = readonly [rate: string, amount: string];

function textbookSale(country: string, [std, stdVat]: Rate, [red, redVat]: Rate, total: string): SalesDocument {
  return sale(total, {
    ...buyerIn(country),
    lines: [
      taxedLine('a', '90.00', ['std', '0'], { grossAmount: '100.00', discountAmount: '10.00' }),
      taxedLine('b', '30.00', ['red', redVat]),
      taxedLine('s', '5.00', ['std', '0'], { category: 'shipping' }),
    ],
    taxes: [tax('std', std, country, stdVat), tax('red', red, country, redVat)],
  });
}
const belgian = textbookSale('BE', ['21', '19.95'], ['6', '1.80'], '146.75');
const french = textbookSale('FR', ['20', '19.00'], ['5.5', '1.65'], '145.65');
const givenBack = (country: string, [rate, vat]: Rate, total: string) =>
  sale(total, {
    kind: 'credit-note',
    ...buyerIn(country),
    lines: [taxedLine('b', '30.00', ['red', vat])],
    taxes: [tax('red', rate, country, vat)],
  });

describe('AT-130 boxes of the VAT return on each line', () => {
  test('AT-130 of a Belgian sale with a discount, shipping and two rates: 03, 01 and 54', () => {
    expect(vatOf(entryOf(belgian, inBelgium))).toEqual([
      '400000 D 146.75',
      '708000 D 10.00 domestic [03]',
      '700021 C 100.00 domestic [03]',
      '700006 C 30.00 domestic [01]',
      '704021 C 5.00 domestic [03]',
      '451000 C 19.95 domestic [54]',
      '451000 C 1.80 domestic [54]',
    ]);
  });

  test('AT-130 of a Belgian credit note: 49 and 64, and 01 is left alone', () => {
    expect(vatOf(entryOf(givenBack('BE', ['6', '1.80'], '31.80'), inBelgium))).toEqual([
      '400000 C 31.80',
      '700006 D 30.00 domestic [49]',
      '451000 D 1.80 domestic [64]',
    ]);
  });

  test('AT-130 of a French sale and its credit note: the line of the rate, and A1', () => {
    expect(vatOf(entryOf(french))).toEqual([
      '411000 D 145.65',
      '709700 D 10.00 domestic [A1 08]',
      '707020 C 100.00 domestic [A1 08]',
      '707055 C 30.00 domestic [A1 09]',
      '708500 C 5.00 domestic [A1 08]',
      '445720 C 19.00 domestic [08]',
      '445755 C 1.65 domestic [09]',
    ]);
    expect(vatOf(entryOf(givenBack('FR', ['5.5', '1.65'], '31.65')))).toEqual([
      '411000 C 31.65',
      '707055 D 30.00 domestic [A1 09]',
      '445755 D 1.65 domestic [09]',
    ]);
  });
});

describe('AT-130 a rule of the table of taxes', () => {
  const rules = [
    {
      table: 'taxes' as const,
      match: { country: 'BE', tax: '6' },
      set: { grid: '01 81', taxGrid: '54', creditGrid: '49', creditTaxGrid: '63, 64' },
    },
    { table: 'taxes' as const, match: { tax: '0' }, set: { grid: '00' } },
  ];
  const boxesIn = (document: SalesDocument, account: string) =>
    lineOn(entriesIn({ rules, config: inBelgium }, document)[0], account).vat?.grids;

  test('AT-130 names the boxes of a sale and of its credit note before the chart does', () => {
    expect(boxesIn(belgian, '700006')).toEqual(['01', '81']);
    expect(boxesIn(belgian, '700021')).toEqual(['03']);
    const note = givenBack('BE', ['6', '1.80'], '31.80');
    expect([boxesIn(note, '700006'), boxesIn(note, '451000')]).toEqual([['49'], ['63', '64']]);
  });

  test('AT-130 places what nobody else can', () => {
    expect(boxesIn(sale('10.00', { ...buyerIn('BE'), lines: [line('a', '10.00')] }), '700000')).toEqual(['00']);
  });
});

test('HD-11 prices that include VAT: the net is an exact division, rounded to the cent, and the gross total is kept', () => {
  // 9.99 VAT included at 21 %: 9.99 ÷ 1.21 = 8.25619… → 8.26, and 1.73 of VAT.
  const document = sale('9.99', {
    ...buyerIn('BE'),
    pricesIncludeTax: true,
    lines: [taxedLine('a', '8.256198', ['t', '1.733802'])],
    taxes: [tax('t', '21', 'BE', '1.73')],
  });
  for (const method of ['shop', 'line', 'total']) {
    expect(jotted(entryOf(document, { ...inBelgium, rounding: { method } }))).toEqual([
      '400000 D 9.99',
      '700021 C 8.26',
      '451000 C 1.73',
    ]);
  }
});

describe('sales that bear no VAT of the seller’s country', () => {
  const abroad = (change: Partial<SalesDocument>) => sale('200.00', { lines: [line('a', '200.00')], ...change });
  const business = buyerIn('NL', { vatNumber: DUTCH });
  const revenue = (document: SalesDocument, config: object = {}) => vatOf(entryOf(document, config))[1];

  test('EF-14 go to a business elsewhere in the EU by its VAT number, which stands on the entry', () => {
    expect(revenue(abroad(business), inBelgium)).toBe('700600 C 200.00 reverse-charge [46]');
    expect(revenue(abroad(business))).toBe('7079UE C 200.00 reverse-charge [F2]');
    const entry = entryOf(abroad(business), inBelgium);
    expect(entry).toMatchObject({ partyVatNumber: DUTCH, vatCountry: 'BE' });
    expect(entry.lines[1]?.vat?.supply).toBe('goods');
  });

  test('that are services to a business have a box and an account of their own', () => {
    const services = { lines: [line('a', '200.00', { category: 'service' })] };
    expect(revenue(abroad({ ...business, ...services }), inBelgium)).toBe('700610 C 200.00 reverse-charge [44]');
    expect(revenue(abroad({ ...business, ...services }))).toBe('7069UE C 200.00 reverse-charge [E2]');
    expect(entryOf(abroad({ ...business, ...services })).lines[1]?.vat?.supply).toBe('services');
  });

  test('given back are in 48 in Belgium, and on the line of the sale in France', () => {
    const note = abroad({ ...business, kind: 'credit-note' });
    expect(revenue(note, inBelgium)).toBe('700600 D 200.00 reverse-charge [48]');
    expect(revenue(note)).toBe('7079UE D 200.00 reverse-charge [F2]');
  });

  test('leave the EU: 47, and E1', () => {
    const exported = sale('150.00', { ...buyerIn('CH'), lines: [line('a', '150.00')] });
    expect(revenue(exported, inBelgium)).toBe('700700 C 150.00 export [47]');
    expect(revenue(exported)).toBe('7079EX C 150.00 export [E1]');
    expect(revenue({ ...exported, kind: 'credit-note' }, inBelgium)).toBe('700700 D 150.00 export [49]');
  });

  test('are taxed under OSS: accounts by country and rate, no box for the foreign VAT', () => {
    const german = sale('119.00', {
      ...buyerIn('DE'),
      lines: [taxedLine('a', '100.00', ['de', '19.00'])],
      taxes: [tax('de', '19', 'DE', '19.00')],
    });
    expect(vatOf(entryOf(german, inBelgium)).slice(1)).toEqual(['7008DE C 100.00 oss [47]', '4519DE C 19.00 oss []']);
    expect(vatOf(entryOf(german)).slice(1)).toEqual(['7078DE C 100.00 oss [E3]', '4457DE C 19.00 oss []']);
  });

  test('are under the margin scheme: by the line, the product category or the tax; no box follows from the price', () => {
    const byLine = abroad({ lines: [line('a', '200.00', { isMarginScheme: true })] });
    expect(revenue(byLine)).toBe('707000 C 200.00 margin [?]');
    const byCategory = abroad({ lines: [line('a', '200.00', { productCategory: 'Occasions' })] });
    expect(revenue(byCategory, { vat: { marginScheme: ['occasion*'] } })).toBe('707000 C 200.00 margin [?]');
    const lines = [taxedLine('a', '200.00', ['t', '0'])];
    const byTax = abroad({ lines, taxes: [{ ...tax('t', '0', 'BE', '0'), name: 'Marge 0 %' }], ...buyerIn('BE') });
    expect(revenue(byTax, { ...inBelgium, vat: { marginScheme: ['marge*'] } })).toBe('700000 C 200.00 margin [?]');
  });

  test('are exempt by law: 00, and E2', () => {
    const books = abroad({ ...buyerIn('BE'), lines: [line('a', '200.00', { productCategory: 'Formations' })] });
    const vat = { exempt: ['formations'] };
    expect(revenue(books, { ...inBelgium, vat })).toBe('700000 C 200.00 exempt [00]');
    expect(revenue({ ...books, ...buyerIn('FR') }, { vat })).toBe('707000 C 200.00 exempt [E2]');
  });

  test('are a small business’s: no box at all, and VAT that was charged all the same is held', () => {
    const vat = { isExemptSeller: true };
    expect(revenue(abroad({ ...buyerIn('BE') }), { ...inBelgium, vat })).toBe('700000 C 200.00 exempt []');
    expect(holdOf(belgian, { ...inBelgium, vat })?.code).toBe('vat.exempt_seller_charged');
  });

  test('are owed by the co-contractor, whose number must be of the seller’s country', () => {
    const vat = { coContractor: ['wholesale'] };
    const wholesale = (vatNumber: string | null) => abroad(buyerIn('BE', { group: 'Wholesale', vatNumber }));
    const config = { ...inBelgium, vat };
    expect(revenue(wholesale('BE0428759497'), config)).toBe('700500 C 200.00 co-contractor [45]');
    expect(holdOf(wholesale(null), config)?.code).toBe('vat.co_contractor_unnamed');
    expect(holdOf(wholesale(DUTCH), config)?.code).toBe('vat.co_contractor_unnamed');
  });

  test('at home without a reason have no box that anybody knows', () => {
    expect(revenue(abroad(buyerIn('BE')), inBelgium)).toBe('700000 C 200.00 untaxed [?]');
  });
});

describe('AT-129 the VAT code', () => {
  test.each([
    ['FR', '20', 'FR20', '445720'],
    ['FR', '10', 'FR10', '445710'],
    ['FR', '5.5', 'FR55', '445755'],
    ['FR', '2.1', 'FR21', '445721'],
    ['BE', '21', 'BE21', '451000'],
    ['BE', '12', 'BE12', '451000'],
    ['BE', '6', 'BE06', '451000'],
  ])('AT-129 of %s at %s %% is %s, on account %s', (country, rate, code, account) => {
    const document = sale('150.00', {
      ...buyerIn(country),
      lines: [taxedLine('a', '100.00', ['t', '50.00'])],
      taxes: [tax('t', rate, country, '50.00')],
    });
    const entry = entryOf(document, country === 'BE' ? inBelgium : {});
    expect(entry.lines.find(({ role }) => role === 'vat')).toMatchObject({ account, vat: { code, rate, country } });
  });

  test('AT-129 of Belgium without VAT is BE00', () => {
    const entry = entryOf(sale('10.00', { ...buyerIn('BE'), lines: [line('a', '10.00')] }), inBelgium);
    expect(entry.lines[1]?.vat).toMatchObject({ code: 'BE00', rate: '0' });
  });
});

describe('where a sale goes', () => {
  const to = (country: string, postcode: string, change: Partial<SalesDocument> = {}) =>
    sale('200.00', {
      ...buyerIn(country, { delivery: { ...address(country), postcode } }),
      lines: [line('a', '200.00')],
      ...change,
    });
  const regime = (document: SalesDocument, config: object = {}) => entryOf(document, config).lines[1]?.vat?.regime;

  test.each([
    ['Las Palmas', 'ES', '35001'],
    ['Ceuta', 'ES', '51001'],
    ['Åland', 'FI', 'FI-22100'],
    ['Martinique', 'FR', '97200'],
    ['Livigno', 'IT', '23041'],
    ['Campione', 'IT', '22061'],
    ['Büsingen', 'DE', '78266'],
    ['Heligoland', 'DE', '27498'],
    ['Mount Athos', 'GR', '630 86'],
  ])('%s is outside the EU’s VAT area', (_name, country, postcode) => {
    expect(regime(to(country, postcode), inBelgium)).toBe('export');
  });

  test('Monaco is French, the mainland of Spain is Spanish', () => {
    expect(regime(to('MC', '98000'))).toBe('untaxed');
    expect(holdOf(to('ES', '28001'))?.code).toBe('vat.untaxed_eu_consumer');
  });

  test('Northern Ireland is in the EU for goods, and in Great Britain for services', () => {
    const buyer = buyerIn('GB', { vatNumber: 'XI980780684', delivery: { ...address('GB'), postcode: 'BT1 5GS' } });
    expect(entryOf(to('GB', 'BT1 5GS', buyer)).lines[1]?.vat).toMatchObject({
      regime: 'reverse-charge',
      country: 'XI',
    });
    const services = { lines: [line('a', '200.00', { category: 'service' })] };
    expect(regime(to('GB', 'BT1 5GS', { ...buyer, ...services }))).toBe('export');
  });

  test('the billing address decides when the user says so', () => {
    const document = sale('200.00', {
      ...buyerIn('FR', { delivery: address('CH') }),
      lines: [line('a', '200.00')],
    });
    expect(regime(document)).toBe('export');
    expect(regime(document, { address: 'billing' })).toBe('untaxed');
  });

  test('what the buyer fetches is sold where the store is', () => {
    const carrier = { id: 'local_pickup:3', name: 'Retrait en magasin' };
    expect(regime(to('CH', '1200', { carrier }))).toBe('untaxed');
  });
});
