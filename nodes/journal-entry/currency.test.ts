import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';
import { amountOnlyRefund, payment, sale, tax, taxedLine } from './testing/documents.ts';
import { entriesOf, holdOf, jotted } from './testing/run-mapping.ts';

const order = sale('120.00', {
  currency: 'USD',
  exchangeRate: '0.9',
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
});
const dollars = (amount: string, rate: string, id = 'p1') =>
  payment(amount, { id, currency: 'USD', ...(rate ? { exchangeRate: rate } : {}) });

/** What is left on the customer's account, in the books' currency and in the other one. */
function left(entries: readonly JournalEntry[]): string[] {
  const lines = entries.flatMap((entry) => entry.lines).filter(({ role }) => role === 'receivable');
  return [
    formatAmount(sum(lines.map(({ debit, credit }) => decimal(debit).minus(decimal(credit))))),
    formatAmount(sum(lines.map(({ currencyAmount }) => currencyAmount?.amount ?? '0'))),
  ];
}

describe('another currency', () => {
  test('what is worth less than half a cent in the books is no line of its own, and both currencies balance', () => {
    const swedish = sale('1000.01', {
      ...{ currency: 'SEK', exchangeRate: '0.088' },
      lines: [taxedLine('a', '833.33', ['t', '166.67'])],
      taxes: [tax('t', '20', 'FR', '166.67')],
      // The processor keeps an öre as well.
      payments: [payment('1000.01', { currency: 'SEK', fee: '0.01', feeCurrency: 'SEK' })],
    });
    const entries = entriesOf(swedish);
    expect(entries.map(jotted)).toEqual([
      ['411000 D 88.00', '707020 C 73.33', '445720 C 14.67'],
      ['511500 D 88.00', '411000 C 88.00'],
    ]);
    for (const { lines } of entries) {
      expect(formatAmount(sum(lines.map(({ currencyAmount }) => currencyAmount?.amount ?? '0')))).toBe('0.00');
    }
    expect(left(entries)).toEqual(['0.00', '0.00']);
  });

  test('AT-145 an entry has both amounts and the rate, and balances in both currencies', () => {
    const [entry] = entriesOf(order);
    expect(entry).toMatchObject({ currency: 'EUR', exchangeRate: '0.9' });
    expect(entry?.lines.map(({ debit, credit, currencyAmount }) => [debit, credit, currencyAmount?.amount])).toEqual([
      ['108.00', '0.00', '120.00'],
      ['0.00', '90.00', '-100.00'],
      ['0.00', '18.00', '-20.00'],
    ]);
  });

  test('AT-145 an entry in the currency of the books has no rate', () => {
    const [entry] = entriesOf({ ...order, currency: 'EUR', exchangeRate: null });
    expect(entry).not.toHaveProperty('exchangeRate');
  });

  test('AT-145 a payment at another rate books the exchange difference, and the customer owes nothing in either', () => {
    const lower = entriesOf({ ...order, payments: [dollars('120.00', '0.85')] });
    expect(lower[1] && jotted(lower[1])).toEqual(['511500 D 102.00', '411000 C 108.00', '656000 D 6.00']);
    expect(lower[1]).toMatchObject({ exchangeRate: '0.85' });
    expect(left(lower)).toEqual(['0.00', '0.00']);
    const higher = entriesOf({ ...order, payments: [dollars('120.00', '0.95')] });
    expect(higher[1] && jotted(higher[1])).toEqual(['511500 D 114.00', '411000 C 108.00', '756000 C 6.00']);
    expect(left(higher)).toEqual(['0.00', '0.00']);
  });

  test('AT-145 money given back at another rate is a gain when it costs less, a loss when it costs more', () => {
    const note = { ...amountOnlyRefund(order), payments: [dollars('120.00', '0.85')] };
    const [, cheaper] = entriesOf(note);
    expect(cheaper && jotted(cheaper)).toEqual(['511500 C 102.00', '411000 D 108.00', '756000 C 6.00']);
    const [, dearer] = entriesOf({ ...note, payments: [dollars('120.00', '0.95')] });
    expect(dearer && jotted(dearer)).toEqual(['511500 C 114.00', '411000 D 108.00', '656000 D 6.00']);
  });

  test('AT-145 the user’s own rate goes before those of the shop and of the payment', () => {
    const exchangeRates = [{ currency: 'USD', rate: '0.8' }];
    const [, paid] = entriesOf({ ...order, payments: [dollars('120.00', '0.95')] }, { exchangeRates });
    expect(paid && jotted(paid)).toEqual(['511500 D 96.00', '411000 C 96.00']);
  });

  test('AT-145 a payment in a currency of which nobody knows the rate holds the document; its own rate is enough', () => {
    const euros = { ...order, currency: 'EUR', exchangeRate: null };
    expect(holdOf({ ...euros, payments: [dollars('130.00', '')] })?.code).toBe('entry.currency_without_rate');
    const [, paid] = entriesOf({ ...euros, payments: [dollars('130.00', '0.9')] });
    expect(paid && jotted(paid)).toEqual(['511500 D 117.00', '411000 C 117.00']);
  });

  test('AT-145 however a sale is paid in parts and at whatever rates, the customer’s account clears in both currencies', () => {
    const rate = fc.integer({ min: 5_000, max: 19_999 }).map((value) => `0.${String(value).padStart(5, '0')}`);
    const cents = fc.integer({ min: 100, max: 900_000 });
    fc.assert(
      fc.property(rate, fc.array(fc.tuple(cents, rate), { minLength: 1, maxLength: 6 }), (saleRate, parts) => {
        const amounts = parts.map(([amount]) => formatAmount(decimal(String(amount)).dividedBy(100)));
        const total = formatAmount(sum(amounts));
        const payments = parts.map(([, paidAt], index) => dollars(amounts[index] ?? '0', paidAt, `p${index}`));
        const document = {
          ...order,
          exchangeRate: saleRate,
          total,
          lines: [taxedLine('a', total, ['t', '0'])],
          taxes: [],
          payments,
        };
        const lines = [{ ...taxedLine('a', total, ['t', '0']), taxes: [] }];
        expect(left(entriesOf({ ...document, lines }))).toEqual(['0.00', '0.00']);
      }),
      { numRuns: 300 },
    );
  });
});
