import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryLine, JournalEntry } from '#schemas/documents/journal-entry.ts';
import { decimal, sum } from '#schemas/money.ts';
import { saleArbitrary } from '../testing/arbitrary-sale.ts';
import { amountOnlyRefund, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { type Books, entriesIn, mapIn } from '../testing/run-in-books.ts';

const order = sale('186.00', {
  lines: [
    taxedLine('a', '90.00', ['t', '18.00'], {
      grossAmount: '100.00',
      discountAmount: '10.00',
      productCategory: 'books',
    }),
    taxedLine('b', '60.00', ['t', '12.00'], { productCategory: 'toys' }),
    taxedLine('s', '5.00', ['t', '1.00'], { category: 'shipping' }),
  ],
  taxes: [tax('t', '20', 'FR', '31.00')],
  carrier: { id: 'c', name: 'Chronopost' },
  payments: [payment('186.00')],
});
const rules: Books['rules'] = [
  { table: 'analytics', match: { category: 'books' }, set: { section: 'NORTH 60; SOUTH 40' } },
  { table: 'analytics', match: { category: 'toys' }, set: { section: 'EAST' } },
  { table: 'analytics', match: { carrier: 'Chrono*' }, set: { section: 'ROAD' } },
];
const config = { analytics: { isOn: true, plan: 'REGION' } };
const analyticsByAccount = (entry: JournalEntry) =>
  Object.fromEntries(
    entry.lines.flatMap(({ account, analytics }) =>
      analytics ? [[account, analytics.map(({ plan, section, amount }) => `${plan}/${section} ${amount}`)]] : [],
    ),
  );

function expectExact(lines: readonly EntryLine[]): void {
  for (const { analytics, debit, credit } of lines) {
    if (!analytics) continue;
    for (const plan of new Set(analytics.map((part) => part.plan))) {
      const parts = analytics.filter((part) => part.plan === plan).map(({ amount }) => amount);
      expect(sum(parts).toFixed(2)).toBe(decimal(debit).plus(decimal(credit)).toFixed(2));
    }
  }
}

describe('analytic sections', () => {
  test('AT-146 sales and discounts are divided by what each part was sold as, and sum to their line', () => {
    const [entry, paid] = entriesIn({ rules, config }, order);
    expect(analyticsByAccount(entry)).toEqual({
      '709700': ['REGION/NORTH 6.00', 'REGION/SOUTH 4.00'],
      '707020': ['REGION/NORTH 60.00', 'REGION/SOUTH 40.00', 'REGION/EAST 60.00'],
    });
    expectExact(entry.lines);
    expect(analyticsByAccount(paid ?? entry)).toEqual({});
  });

  test('AT-147 shipping gets the section of its carrier when the user wants so', () => {
    const [entry] = entriesIn({ rules, config: { analytics: { ...config.analytics, shipping: true } } }, order);
    expect(analyticsByAccount(entry)['708500']).toEqual(['REGION/ROAD 5.00']);
    const several = {
      ...order,
      lines: order.lines.map((line) => (line.id === 's' ? { ...line, carrier: { id: 'p', name: 'Poste' } } : line)),
    };
    const held = mapIn({ rules, config: { analytics: { ...config.analytics, shipping: true } } }, several);
    expect(held).toMatchObject({ hold: { code: 'entry.section_missing' } });
  });

  test('AT-146 the user’s own section takes what no rule covers; nothing is divided when analytics are off', () => {
    const section = { analytics: { ...config.analytics, section: 'HQ' } };
    expect(analyticsByAccount(entriesIn({ config: section }, order)[0])['707020']).toEqual(['REGION/HQ 160.00']);
    expect(analyticsByAccount(entriesIn({ rules }, order)[0])).toEqual({});
  });

  test('AT-146 a line without a section, a section without a plan and shares that miss 100 hold the document', () => {
    const holdOf = (books: Books) => mapIn(books, order);
    expect(holdOf({ rules: rules.slice(0, 1), config })).toMatchObject({
      hold: { code: 'entry.section_missing', params: { line: 'Line b' } },
    });
    expect(holdOf({ rules, config: { analytics: { isOn: true } } })).toMatchObject({
      hold: { code: 'entry.plan_missing' },
    });
    for (const section of ['NORTH 60; SOUTH 30', 'NORTH; SOUTH', 'NORTH 0; SOUTH 100']) {
      expect(holdOf({ config: { analytics: { isOn: true, plan: 'P', section } } })).toMatchObject({
        hold: { code: 'entry.shares_unreadable', params: { section } },
      });
    }
  });

  test('AT-146 every plan divides the whole line, each by its own most specific rule', () => {
    const byPlan: Books['rules'] = [
      { table: 'analytics', match: {}, set: { plan: 'TEAM', section: 'WEB' } },
      { table: 'analytics', match: { category: 'toys' }, set: { plan: 'TEAM', section: 'FUN' } },
      { table: 'analytics', match: {}, set: { plan: 'REGION', section: 'EU 33,33; US 66,67' } },
    ];
    const [entry] = entriesIn({ rules: byPlan, config }, order);
    expect(analyticsByAccount(entry)['707020']).toEqual([
      'TEAM/WEB 100.00',
      'TEAM/FUN 60.00',
      'REGION/EU 53.33',
      'REGION/US 106.67',
    ]);
    expectExact(entry.lines);
  });

  test('AT-146 a sale given back without naming its lines takes the sections of the sale back', () => {
    const [entry] = entriesIn({ rules, config }, amountOnlyRefund(order));
    expect(analyticsByAccount(entry)['707020']).toEqual([
      'REGION/NORTH 57.60',
      'REGION/SOUTH 38.40',
      'REGION/EAST 64.00',
    ]);
    expectExact(entry.lines);
  });

  test('AT-146 whatever the sale, its cents and its currency, the parts of each plan sum to their line', () => {
    const section = { isOn: true, shipping: true, plan: 'P', section: 'A 33.33; B 33.33; C 33.34' };
    let divided = 0;
    fc.assert(
      fc.property(saleArbitrary, fc.constantFrom('0.33335', '1.1', '0.0071'), (document, rate) => {
        for (const one of [document, { ...document, currency: 'USD', exchangeRate: rate }]) {
          const result = mapIn({ config: { analytics: section, rounding: { where: 'first-line' } } }, one);
          if (!('emit' in result)) continue;
          for (const { body } of result.emit) expectExact((body as JournalEntry).lines);
          divided += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(divided).toBeGreaterThan(50);
  });
});
