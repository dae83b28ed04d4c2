import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { amountText, millionths, saleArbitrary, toCents } from './testing/arbitrary-sale.ts';
import { amountOnlyRefund } from './testing/documents.ts';
import { entryOf, holdOf } from './testing/run-mapping.ts';

/**
 * These properties count in whole millionths (BigInt) and share no arithmetic with the mapping. The limit is set above
 * what the rounding of a dozen accounts can add up to, so that every document is bookable unless a property breaks it.
 */
const LIMIT = { rounding: { limit: '0.30' } };
const configArbitrary = fc
  .record({
    chart: fc.constantFrom('fr-pcg', 'be-pcmn'),
    discounts: fc.constantFrom('separate', 'net'),
    where: fc.constantFrom('account', 'first-line', 'first-tax'),
  })
  .map(({ where, ...rest }) => ({ ...rest, rounding: { ...LIMIT.rounding, where } }));

const signed = ({ debit, credit }: { debit: string; credit: string }): bigint => millionths(debit) - millionths(credit);
const total = (values: readonly bigint[]): bigint => values.reduce((left, value) => left + value, 0n);

/** Free orders have no line and no entry in the "net" mode. */
const isCharged = ({ total: charged }: SalesDocument): boolean => millionths(charged) > 0n;
const chargedSale = saleArbitrary.filter(isCharged);

function perAccount(entries: readonly JournalEntry[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const line of entries.flatMap((entry) => entry.lines)) {
    balances.set(line.account, (balances.get(line.account) ?? 0n) + signed(line));
  }
  return balances;
}

describe('every entry', () => {
  test('balances, owes the document’s total, and explains each line to the cent', () => {
    fc.assert(
      fc.property(chargedSale, configArbitrary, (document, config) => {
        const { lines } = entryOf(document, config);
        expect(total(lines.map(signed))).toBe(0n);
        const owed = lines.filter(({ role }) => role === 'receivable').map(signed);
        expect(owed).toEqual([millionths(document.total)]);
        for (const line of lines) {
          expect(millionths(line.debit) === 0n).not.toBe(millionths(line.credit) === 0n);
          expect(total(line.lineage.map(({ amount }) => millionths(amount)))).toBe(signed(line));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('books the VAT of each rate as the document states it', () => {
    fc.assert(
      fc.property(chargedSale, (document) => {
        const { lines } = entryOf(document, LIMIT);
        const booked = lines
          .filter(({ role }) => role === 'vat')
          .map((line) => [line.vat?.rate, line.vat?.country, amountText(-signed(line), 2)]);
        const stated = document.taxes
          .filter(({ amount }) => millionths(amount) !== 0n)
          .map(({ rate, country, amount }) => [rate, country, amount]);
        expect(booked).toEqual(stated);
      }),
      { numRuns: 1_000 },
    );
  });

  test('books the goods of a rate at their sum, rounded once', () => {
    // Abroad, goods share their account with everything else.
    const atHome = chargedSale.filter(({ buyer }) => buyer.billing?.country === 'FR');
    fc.assert(
      fc.property(atHome, (document) => {
        const { lines } = entryOf(document, { ...LIMIT, discounts: 'net' });
        for (const { id } of document.taxes) {
          const own = document.lines.filter(({ category, taxes }) => category === 'goods' && taxes[0]?.taxId === id);
          const booked = lines
            .filter(({ rule }) => rule === `preset:domestic:${id}`)
            .filter(({ role }) => role === 'revenue');
          expect(-total(booked.map(signed))).toBe(toCents(total(own.map(({ netAmount }) => millionths(netAmount)))));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a sale given back', () => {
  test('as a whole nets to zero on every account, though no line was named', () => {
    fc.assert(
      fc.property(chargedSale, configArbitrary, (document, config) => {
        const entries = [entryOf(document, config), entryOf(amountOnlyRefund(document), config)];
        const open = [...perAccount(entries)].filter(([, balance]) => balance !== 0n);
        expect(open).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('in parts that name no line nets to zero on every account once all of it is given back', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chargedSale, configArbitrary, cuts, (document, config, percents) => {
        const whole = millionths(document.total);
        // Places to cut the total at, in whole cents, each part above the limit below which cents are rounding.
        const places = percents.map((percent) => ((whole * BigInt(percent)) / 100n / 10_000n) * 10_000n);
        const bounds = [...new Set([0n, ...places, whole])].sort((a, b) => (a < b ? -1 : 1));
        const limit = millionths(config.rounding?.limit ?? '0.10');
        fc.pre(bounds.every((bound, at) => at === 0 || bound - (bounds[at - 1] ?? 0n) > limit));
        const notes = bounds.slice(1).map((bound, at) => {
          const before = bounds[at] ?? 0n;
          return amountOnlyRefund(document, amountText(bound - before, 2), amountText(before, 2));
        });
        const entries = [entryOf(document, config), ...notes.map((note) => entryOf(note, config))];
        expect([...perAccount(entries)].filter(([, balance]) => balance !== 0n)).toEqual([]);
        for (const entry of entries.slice(1)) {
          const places = entry.lines.map((line) => `${line.account} ${line.role} ${line.vat?.rate} ${line.rule}`);
          expect(new Set(places).size).toBe(places.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('line by line nets to zero on every account', () => {
    fc.assert(
      fc.property(chargedSale, configArbitrary, (document, config) => {
        const note: SalesDocument = { ...document, kind: 'credit-note' };
        const balances = perAccount([entryOf(document, config), entryOf(note, config)]);
        expect([...balances.values()].every((balance) => balance === 0n)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('in part is spread without a cent of difference, never more VAT than the sale bore', () => {
    fc.assert(
      fc.property(chargedSale, fc.bigInt({ min: 1n, max: 99n }), (document, percent) => {
        const amount = toCents((millionths(document.total) * percent) / 100n);
        fc.pre(amount > 0n && millionths(document.total) - amount > 500_000n);
        const { lines } = entryOf(amountOnlyRefund(document, amountText(amount, 2)), LIMIT);
        expect(total(lines.map(signed))).toBe(0n);
        expect(lines.filter(({ role }) => role === 'receivable').map(signed)).toEqual([-amount]);
        expect(lines.filter(({ role }) => role === 'rounding')).toEqual([]);
        for (const line of lines.filter(({ role }) => role === 'vat')) {
          const stated = document.taxes.find(({ rate }) => rate === line.vat?.rate);
          expect(signed(line)).toBeGreaterThan(0n);
          expect(signed(line)).toBeLessThanOrEqual(millionths(stated?.amount ?? '0'));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what is not explained is never plugged', () => {
  test('a tax that is missing from the document holds it', () => {
    fc.assert(
      fc.property(chargedSale, fc.nat(), (document, pick) => {
        const missing = document.taxes[pick % document.taxes.length];
        const taxes = document.taxes.filter((candidate) => candidate !== missing);
        const bearing = document.lines.some(
          ({ taxes: own, grossAmount }) => own[0]?.taxId === missing?.id && millionths(grossAmount) > 0n,
        );
        fc.pre(bearing);
        expect(holdOf({ ...document, taxes }, LIMIT)?.code).toBe('entry.tax_unknown');
      }),
      { numRuns: 500 },
    );
  });

  test('a total that lines and taxes miss by more than the limit holds the document', () => {
    fc.assert(
      fc.property(saleArbitrary, fc.bigInt({ min: 50n, max: 100_000n }), (document, cents) => {
        const changed = { ...document, total: amountText(millionths(document.total) + cents * 10_000n, 2) };
        expect(holdOf(changed, LIMIT)?.code).toBe('entry.difference_too_big');
      }),
      { numRuns: 500 },
    );
  });

  test('a sale in another currency without a rate is held', () => {
    fc.assert(
      fc.property(saleArbitrary, (document) => {
        expect(holdOf({ ...document, currency: 'USD' }, LIMIT)?.code).toBe('entry.currency_without_rate');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a sale in another currency', () => {
  test('balances in both, and its refund nets to zero on every account', () => {
    const rate = fc.bigInt({ min: 500_000n, max: 2_000_000n }).map((value) => amountText(value));
    const dollars = chargedSale.filter(({ total: charged }) => millionths(charged) > 1_000_000n);
    fc.assert(
      fc.property(dollars, rate, (sale, exchangeRate) => {
        const document = { ...sale, currency: 'USD', exchangeRate };
        // An amount that is worth less than half a cent in the books cannot stand on a line: such a sale is held.
        fc.pre(holdOf(document, LIMIT)?.code !== 'entry.line_sides');
        const entries = [entryOf(document, LIMIT), entryOf(amountOnlyRefund(document), LIMIT)];
        for (const { lines } of entries) {
          expect(total(lines.map(signed))).toBe(0n);
          expect(total(lines.map(({ currencyAmount }) => millionths(currencyAmount?.amount ?? '0')))).toBe(0n);
        }
        const owed = entries[0]?.lines.find(({ role }) => role === 'receivable');
        expect(owed?.currencyAmount).toEqual({ currency: 'USD', amount: document.total });
        expect([...perAccount(entries)].filter(([, balance]) => balance !== 0n)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test('the oracle’s own arithmetic reads, rounds and writes', () => {
  expect(millionths('-12.345')).toBe(-12_345_000n);
  expect([toCents(125_000n), toCents(-125_000n), toCents(124_999n)]).toEqual([130_000n, -130_000n, 120_000n]);
  expect(amountText(-50_000n, 2)).toBe('-0.05');
});
