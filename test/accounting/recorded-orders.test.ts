import { describe, expect, test } from 'vitest';
import { Sums } from '#nodes/kit/summary/sums.ts';
import { type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { booked, checkBalance } from './check-entry.ts';
import { mapBatch } from './map-batch.ts';
import { recordedDocuments } from './recorded-documents.ts';
import { millionths, sizeOf, total } from './whole-numbers.ts';

const METHODS = ['shop', 'unit', 'line', 'total'] as const;
const PLACES = ['account', 'first-line', 'first-tax'] as const;
const DISCOUNTS = ['separate', 'net'] as const;
const CHARTS = ['fr-pcg', 'be-pcmn'] as const;

/** Pounds and dollars of two of the orders; the shop is in Belgium. */
const BASE = {
  homeCountry: 'BE',
  exchangeRates: [
    { currency: 'USD', rate: '0.92' },
    { currency: 'GBP', rate: '1.17' },
  ],
};

const OPTIONS = METHODS.flatMap((method) =>
  PLACES.flatMap((where) =>
    DISCOUNTS.flatMap((discounts) =>
      [2, 3, 4].map((decimals) => ({ method, where, discounts, decimals, limit: method === 'shop' ? '0.05' : '0.30' })),
    ),
  ),
);

const recorded = recordedDocuments();
const documents = recorded.flatMap(({ sale, notes }) => [sale, ...notes]);

function foreignOf({ currencyAmount }: JournalEntry['lines'][number]): bigint {
  return millionths(currencyAmount?.amount ?? '0');
}

function amountIn({ currency }: SalesDocument, line: JournalEntry['lines'][number]): bigint {
  return currency === 'EUR' ? booked(line) : foreignOf(line);
}

/** The entries of every document, in one batch; none of a document that costs nothing. */
function entriesOf(of: readonly SalesDocument[], config: object): JournalEntry[][] {
  return mapBatch(of, config).map((result, index) => {
    const document = of[index];
    if ('emit' in result) return result.emit.map(({ body }) => body as JournalEntry);
    // One order was free.
    expect([document?.number, Object.keys(result), document?.total]).toEqual([document?.number, ['skip'], '0.00']);
    return [];
  });
}

const isMain = ({ source }: JournalEntry): boolean => source.documentKind !== 'payment';

/** What entries come to on each account and rate, in the books' currency. */
function sumsOf(entries: readonly JournalEntry[]): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const line of entries.flatMap(({ lines }) => lines)) {
    const key = `${line.account} ${line.vat?.rate}`;
    sums.set(key, (sums.get(key) ?? 0n) + booked(line));
  }
  return [...sums].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The entries of a day, or of a payout, as one. The recorded shop knows of no payouts: all of it went into one. */
function summedUp(entries: readonly JournalEntry[], grain: 'day' | 'payout'): JournalEntry[] {
  const sums = new Sums(grain, []);
  for (const entry of entries) {
    expect(sums.add(grain === 'payout' ? journalEntry({ ...entry, payoutId: 'po_1' }) : entry)).not.toBeNull();
  }
  return sums.closeAll().map(({ entry }) => entry);
}

const configOf = (chart: string, { method, where, decimals, limit, discounts }: (typeof OPTIONS)[number]) => ({
  ...{ ...BASE, chart, discounts },
  rounding: { method, where, decimals, limit },
});

test('there are recorded orders and refunds', () => {
  expect(recorded.length).toBeGreaterThan(40);
  expect(documents.filter(({ kind }) => kind === 'credit-note').length).toBeGreaterThan(8);
});

describe.each(CHARTS)('recorded orders in the chart %s', (chart) => {
  test.each(OPTIONS)(
    'AT-078 AT-079 balance and owe the shop’s total with $method / $where / $discounts / $decimals decimals, at every grain',
    (option) => {
      const made = entriesOf(documents, configOf(chart, option));
      for (const entry of made.flat()) checkBalance(entry);
      documents.forEach((document, index) => {
        const lines = made[index]?.filter(isMain).flatMap((entry) => entry.lines) ?? [];
        const owed = lines.filter(({ role }) => role === 'receivable').map((line) => amountIn(document, line));
        const sign = document.kind === 'credit-note' ? -1n : 1n;
        expect(owed).toEqual(millionths(document.total) === 0n ? [] : [sign * millionths(document.total)]);
        const apart = lines.filter(({ role }) => role === 'rounding').map((line) => sizeOf(amountIn(document, line)));
        expect(total(apart)).toBeLessThanOrEqual(millionths(option.limit));
      });
      for (const grain of ['day', 'payout'] as const) {
        const summed = summedUp(made.flat(), grain);
        for (const entry of summed) checkBalance(entry);
        expect(summed.length).toBeLessThan(made.flat().length);
        expect(sumsOf(summed)).toEqual(sumsOf(made.flat()));
      }
    },
  );

  test('AT-078 carry the shop’s VAT to the cent, rate by rate, when it is booked as the shop does', () => {
    const named = documents.filter(({ unallocated }) => millionths(unallocated) === 0n);
    const made = entriesOf(named, { ...BASE, chart });
    named.forEach((document, index) => {
      const sign = document.kind === 'credit-note' ? 1n : -1n;
      const lines = made[index]?.filter(isMain).flatMap((entry) => entry.lines) ?? [];
      const vat = lines.filter(({ role }) => role === 'vat').map((line) => [line.vat?.rate, amountIn(document, line)]);
      const stated = document.taxes
        .filter(({ amount }) => millionths(amount) !== 0n)
        .map(({ rate, amount }) => [rate, sign * millionths(amount)]);
      expect(vat).toEqual(stated);
    });
  });

  test.each(OPTIONS)(
    'AT-151 given back whole leave nothing on any account with $method / $where / $discounts / $decimals decimals',
    (option) => {
      const sales = recorded.map(({ sale }) => ({ ...sale, payments: [] }));
      const notes = sales.map((sale): SalesDocument => ({ ...sale, kind: 'credit-note' }));
      const config = configOf(chart, option);
      const [sold, given] = [entriesOf(sales, config), entriesOf(notes, config)];
      sold.forEach((entries, index) => {
        expect(sumsOf([...entries, ...(given[index] ?? [])])).toEqual([]);
      });
    },
  );
});
