import { describe, expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Message } from '#schemas/messages.ts';
import { amountOnlyRefund, buyerIn, line, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { type Books, mapIn } from '../testing/run-in-books.ts';

const document = sale('126.00', {
  carrier: { id: 'bpost', name: 'bpost pickup' },
  lines: [
    taxedLine('a', '100.00', ['t', '20.00'], { productCategory: 'Livres' }),
    taxedLine('s', '5.00', ['t', '1.00'], { category: 'shipping' }),
  ],
  taxes: [tax('t', '20', 'FR', '21.00')],
  payments: [payment('126.00', { method: 'stripe', methodTitle: 'Carte bancaire' })],
});
type Rules = NonNullable<Books['rules']>;
const taxRule = (match: object): Rules => [{ table: 'taxes', match, set: { code: 'C20' } }];

function outcome(controls: object, rules: Rules, of: SalesDocument = document) {
  const result = mapIn({ config: { controls }, rules }, of);
  return 'hold' in result ? result.hold : Object.keys(result)[0];
}

describe('a rate that is met and not mapped', () => {
  const controls = { unlistedTax: 'hold' };

  test('HD-04 holds the document, with what a rule needs to name', () => {
    expect(outcome(controls, taxRule({ tax: '10' }))).toMatchObject({
      code: 'entry.unlisted_tax',
      params: { table: 'taxes', axis: 'tax', value: '20', name: 'VAT 20', document: '1043', line: 'Line a' },
      field: 'taxes/t',
    });
  });

  test('HD-04 a rule that names it lets it pass, by rate, by name or by a pattern', () => {
    for (const match of [{ tax: '20' }, { tax: '20,00 %' }, { tax: 'VAT*' }]) {
      expect(outcome(controls, taxRule(match))).toBe('emit');
    }
  });

  test('HD-04 neither a default nor a rule for another country names it', () => {
    expect(outcome(controls, taxRule({}))).toMatchObject({ code: 'entry.unlisted_tax' });
    expect(outcome(controls, taxRule({ tax: '*' }))).toMatchObject({ code: 'entry.unlisted_tax' });
    expect(outcome(controls, taxRule({ tax: '20', country: 'BE' }))).toMatchObject({ code: 'entry.unlisted_tax' });
  });

  test('HD-04 what bears no VAT goes by rate 0, unless it is owed to somebody', () => {
    const untaxed = { ...document, lines: [...document.lines, line('u', '10.00')], total: '136.00', payments: [] };
    expect(outcome(controls, taxRule({ tax: '20' }), untaxed)).toMatchObject({
      params: { value: '0', line: 'Line u' },
    });
    expect(outcome(controls, [...taxRule({ tax: '20' }), ...taxRule({ tax: '0' })], untaxed)).toBe('emit');
    const tip = { ...untaxed, lines: [...document.lines, line('u', '10.00', { category: 'tip' as const })] };
    expect(outcome(controls, taxRule({ tax: '20' }), tip)).toBe('emit');
  });

  test('HD-04 a rate on the sale over which a refund is spread is asked for as well', () => {
    const refund = amountOnlyRefund({ ...document, payments: [] }, '12.60');
    expect(outcome(controls, taxRule({ tax: '10' }), refund)).toMatchObject({ code: 'entry.unlisted_tax' });
    expect(outcome(controls, taxRule({ tax: '20' }), refund)).toBe('emit');
  });

  test('HD-04 is booked by default where the user has not asked to see it', () => {
    expect(outcome({}, taxRule({ tax: '10' }))).toBe('emit');
  });
});

describe('HD-05 a payment method that is met and not mapped', () => {
  const controls = { unlistedMethod: 'hold' };
  const named = (method: string): Rules => [{ table: 'payments', match: { method }, set: { account: '512000' } }];

  test('HD-05 holds the document, with what a rule needs to name', () => {
    expect(outcome(controls, named('bacs'))).toMatchObject({
      code: 'entry.unlisted_method',
      params: { table: 'payments', axis: 'method', value: 'stripe', name: 'Carte bancaire' },
      field: 'payments/p1/method',
    });
    expect(outcome(controls, [])).toMatchObject({ code: 'entry.unlisted_method' });
  });

  test('HD-05 passes by key, by title or by a pattern, and when the payment is not booked at all', () => {
    for (const method of ['stripe', 'carte bancaire', 'str*']) expect(outcome(controls, named(method))).toBe('emit');
    const unpaid = { ...document, payments: [payment('126.00', { method: 'stripe', paidAt: null })] };
    expect(outcome(controls, [], unpaid)).toBe('emit');
  });
});

test('a category, a carrier or a country that no rule names holds the document, where the user wants to see it', () => {
  expect(outcome({ unlistedCategory: 'hold' }, [])).toMatchObject({
    params: { table: 'sales', axis: 'category', value: 'Livres', line: 'Line a' },
  });
  expect(outcome({ unlistedCarrier: 'hold' }, [])).toMatchObject({
    params: { table: 'carriers', axis: 'carrier', value: 'bpost', name: 'bpost pickup', line: 'Line s' },
  });
  expect(outcome({ unlistedCountry: 'hold' }, [])).toMatchObject({
    params: { table: 'taxes', axis: 'country', value: 'FR' },
  });
  const rules: Rules = [
    { table: 'sales', match: { category: 'livres' }, set: { withVat: '701000' } },
    { table: 'carriers', match: { carrier: 'bpost*' }, set: { shippingWithVat: '708500' } },
    { table: 'journals', match: { country: 'FR' }, set: { sales: 'VTE' } },
  ];
  const all = { unlistedCategory: 'hold', unlistedCarrier: 'hold', unlistedCountry: 'hold' };
  expect(outcome(all, rules)).toBe('emit');
});

describe('a product whose category no rule names', () => {
  const rules: Rules = [{ table: 'sales', match: { category: 'jeux' }, set: { withVat: '701900' } }];
  function book(unlistedCategory: string) {
    const warnings: Message[] = [];
    const result = mapIn({ config: { controls: { unlistedCategory } }, rules, warnings }, document);
    return { result, codes: warnings.map(({ code }) => code) };
  }

  test('F-13 HD-07 loses no sale: it is booked by the default, and with a warning where the user wants one', () => {
    const quiet = book('default');
    const loud = book('warn');
    expect(Object.keys(loud.result)).toEqual(['emit']);
    expect(loud.result).toEqual(quiet.result);
    expect([quiet.codes, loud.codes]).toEqual([[], ['entry.category_by_default']]);
  });

  test('F-13 HD-07 holds the sale where the user wants to decide, naming product and category', () => {
    const { result, codes } = book('hold');
    expect(result).toMatchObject({
      hold: { code: 'entry.unlisted_category', params: { value: 'Livres', line: 'Line a' } },
    });
    expect(codes).toEqual([]);
  });

  test('F-13 HD-07 a product without any category is booked as well', () => {
    const [, shipping] = document.lines;
    const bare = { ...document, lines: [taxedLine('a', '100.00', ['t', '20.00']), ...(shipping ? [shipping] : [])] };
    for (const unlistedCategory of ['default', 'warn', 'hold']) {
      expect(Object.keys(mapIn({ config: { controls: { unlistedCategory } }, rules }, bare))).toEqual(['emit']);
    }
  });
});

test('what the document does not say is not asked for', () => {
  const { carrier: _, ...bare } = document;
  const nameless = { ...bare, ...buyerIn(null), lines: [taxedLine('a', '105.00', ['t', '21.00'])] };
  const all = { unlistedCategory: 'hold', unlistedCarrier: 'hold', unlistedCountry: 'hold' };
  expect(outcome(all, [], nameless)).toBe('emit');
});

test('messages lead to the mapping tables', () => {
  const problem = outcome({ unlistedTax: 'hold' }, []);
  expect(problem).toMatchObject({ remedy: expect.stringContaining('Add a rule') });
});
