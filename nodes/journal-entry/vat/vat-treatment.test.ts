import { describe, expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { address, buyerIn, line, sale, tax, taxedLine } from '../testing/documents.ts';
import { entryOf, holdOf, jotted, lineOn } from '../testing/run-mapping.ts';

const taxed = (rate: string, country: string | null, change: Partial<SalesDocument> = {}) =>
  sale('120.00', {
    lines: [taxedLine('a', '100.00', ['t', '20.00'])],
    taxes: [tax('t', rate, country, '20.00')],
    ...change,
  });
const untaxed = (change: Partial<SalesDocument>) => sale('100.00', { lines: [line('a', '100.00')], ...change });

describe('VAT with a country', () => {
  test('at home names the domestic rule, at any spelling of the rate', () => {
    expect(lineOn(entryOf(taxed('20.0000', 'FR')), '707020')).toMatchObject({
      rule: 'preset:domestic:20',
      vat: { code: 'FR20', rate: '20', country: 'FR' },
    });
  });

  test('of Monaco is French', () => {
    expect(lineOn(entryOf(taxed('20', 'MC')), '445720').vat?.country).toBe('FR');
  });

  test('that the shop does not state is the delivery country’s, before the billing country’s', () => {
    const delivered = buyerIn('FR', { delivery: address('BE') });
    expect(lineOn(entryOf(taxed('21', null, delivered)), '7078BE').rule).toBe('preset:oss:BE:21');
    expect(lineOn(entryOf(taxed('20', null, buyerIn(null))), '707020').rule).toBe('preset:domestic:20');
  });

  test('at a rate that the country does not have holds the document, naming rate, country and line', () => {
    const problem = holdOf(taxed('19', 'BE'));
    expect(problem).toMatchObject({ code: 'vat.unmapped_rate', field: 'taxes/t' });
    expect(problem?.params).toEqual({ document: '1043', line: 'Line a', rate: '19', country: 'BE' });
    expect(holdOf(taxed('8.5', 'FR'))?.code).toBe('vat.unmapped_rate');
  });

  test('at a rate abolished since is accepted on a document of that time only', () => {
    expect(holdOf(taxed('9', 'LT', { createdAt: '2025-12-30T10:00:00Z' }))).toBeUndefined();
    expect(holdOf(taxed('9', 'LT', { createdAt: '2026-01-02T10:00:00Z' }))?.code).toBe('vat.unmapped_rate');
  });

  test('outside the EU is held until a rule names both accounts', () => {
    const rule = { country: 'GB', rate: '20', revenueAccount: '7078GB' };
    expect(holdOf(taxed('20', 'GB'))?.code).toBe('vat.outside_eu');
    expect(holdOf(taxed('20', 'GB'), { vatRules: [rule] })?.code).toBe('vat.outside_eu');
    const vatRules = [{ ...rule, vatAccount: '4457GB' }];
    expect(jotted(entryOf(taxed('20', 'GB'), { vatRules }))).toEqual([
      '411000 D 120.00',
      '7078GB C 100.00',
      '4457GB C 20.00',
    ]);
  });
});

describe('the user’s VAT rules', () => {
  const rule = (country: string, rate: string, revenueAccount: string) => ({ country, rate, revenueAccount });
  const all = [rule('*', '*', '701'), rule('*', '21', '702'), rule('BE', '*', '703'), rule('BE', '21', '704')];
  const chosen = (vatRules: object[], rate = '21') => entryOf(taxed(rate, 'BE'), { vatRules }).lines[1];

  test('are weighed by precision, not by order', () => {
    expect(chosen(all)).toMatchObject({ account: '704000', rule: 'rule:BE:21' });
    expect(chosen(all.slice(0, 3))).toMatchObject({ account: '703000', rule: 'rule:BE:*' });
    expect(chosen(all.slice(0, 2))).toMatchObject({ account: '702000', rule: 'rule:*:21' });
    expect(chosen(all.slice(0, 1))).toMatchObject({ account: '701000', rule: 'rule:*:*' });
    expect(chosen(all, '12')).toMatchObject({ account: '703000' });
  });

  test('of equal precision, the first counts', () => {
    expect(chosen([rule('BE', '21', '705'), rule('BE', '21.0', '706')])?.account).toBe('705000');
  });

  test('admit a rate that no table knows', () => {
    const vatRules = [{ country: 'FR', rate: '8.5', revenueAccount: '7070{rate}', vatAccount: '', vatCode: 'DOM' }];
    const entry = entryOf(taxed('8.5', 'FR'), { vatRules });
    expect(lineOn(entry, '707085').vat).toEqual({ code: 'DOM', rate: '8.5', country: 'FR', regime: 'domestic' });
    expect(lineOn(entry, '445785').rule).toBe('preset:domestic:8.5');
  });

  test('for every rate leave sales without VAT alone', () => {
    const vatRules = [rule('*', '*', '709')];
    expect(jotted(entryOf(untaxed(buyerIn('CH')), { vatRules }))).toContain('7079EX C 100.00');
    expect(jotted(entryOf(untaxed(buyerIn('CH')), { vatRules: [rule('CH', '0', '709')] }))).toContain(
      '709000 C 100.00',
    );
  });

  test('at home take goods and services, not shipping', () => {
    const document = taxed('20', 'FR');
    const shipping = { ...document, lines: document.lines.map((own) => ({ ...own, category: 'shipping' as const })) };
    const vatRules = [rule('FR', '20', '709')];
    expect(jotted(entryOf(document, { vatRules }))).toContain('709000 C 100.00');
    expect(jotted(entryOf(shipping, { vatRules }))).toContain('708500 C 100.00');
  });
});

describe('a sale without VAT', () => {
  test('at home has its own account', () => {
    expect(lineOn(entryOf(untaxed({})), '707000').rule).toBe('preset:untaxed');
  });

  test('to an EU consumer is held, for VAT or a VAT number was forgotten', () => {
    expect(holdOf(untaxed(buyerIn('NL')))).toMatchObject({ code: 'vat.untaxed_eu_consumer', field: 'lines/a' });
  });

  test('to an EU buyer with a number of the seller’s own country is held too', () => {
    expect(holdOf(untaxed(buyerIn('NL', { vatNumber: 'FR12345678901' })))?.code).toBe('vat.untaxed_eu_consumer');
    expect(holdOf(untaxed(buyerIn('NL', { vatNumber: 'NL004495445B01' })))).toBeUndefined();
  });

  test('to Great Britain is an export, to Northern Ireland it is not', () => {
    expect(lineOn(entryOf(untaxed(buyerIn('GB'))), '7079EX').rule).toBe('preset:export');
    expect(holdOf(untaxed(buyerIn('XI')))?.code).toBe('vat.untaxed_eu_consumer');
  });

  test('holds nothing for what is free of charge', () => {
    const free = line('f', '0.00', { category: 'shipping' });
    const document = taxed('21', 'NL', { ...buyerIn('NL') });
    expect(holdOf({ ...document, lines: [...document.lines, free] })).toBeUndefined();
    const gift = line('g', '0.00', { grossAmount: '10.00', discountAmount: '10.00' });
    expect(jotted(entryOf(sale('0.00', { ...buyerIn('NL'), lines: [gift] })))).toEqual([
      '709700 D 10.00',
      '707000 C 10.00',
    ]);
  });

  test('includes tips, which are owed to the staff, and other charges on the account of charges', () => {
    const lines = [line('t', '3.00', { category: 'tip' }), line('f', '2.00', { category: 'fee' })];
    expect(jotted(entryOf(sale('5.00', { lines }), { chart: 'be-pcmn', homeCountry: 'FR' }))).toEqual([
      '400000 D 5.00',
      '704000 C 2.00',
      '460000 C 3.00',
    ]);
  });
});

test('a line over two rates is split by the bases that the shop states', () => {
  const bundle = line('b', '100.00', {
    taxes: [
      { taxId: 'std', base: '60.00', amount: '12.00' },
      { taxId: 'red', base: '40.00', amount: '2.20' },
    ],
  });
  const taxes = [tax('std', '20', 'FR', '12.00'), tax('red', '5.5', 'FR', '2.20')];
  expect(jotted(entryOf(sale('114.20', { lines: [bundle], taxes })))).toEqual([
    '411000 D 114.20',
    '707020 C 60.00',
    '707055 C 40.00',
    '445720 C 12.00',
    '445755 C 2.20',
  ]);
});
