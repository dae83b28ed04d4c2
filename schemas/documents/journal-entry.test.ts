import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EntryLine,
  entryTotal,
  type JournalEntryData,
  journalEntry,
  parseJournalEntry,
  UnbalancedEntryError,
} from './journal-entry.ts';

function centText(value: bigint): string {
  const size = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
}

/** A line of so many cents, debit positive. */
function line(value: bigint, foreign: bigint | null = null): EntryLine {
  const amount = centText(value < 0n ? -value : value);
  return {
    account: '411000',
    auxiliaryAccount: null,
    label: '',
    debit: value > 0n ? amount : '0.00',
    credit: value > 0n ? '0.00' : amount,
    role: 'revenue',
    vat: null,
    currencyAmount: foreign === null ? null : { currency: 'USD', amount: centText(foreign) },
    dueDate: null,
    rule: 'test',
    lineage: [{ part: 'total', id: '1', amount: centText(value) }],
  };
}

function entry(lines: EntryLine[]): JournalEntryData {
  return {
    id: 'e1',
    journal: 'VTE',
    journalName: '',
    date: '2026-10-31',
    documentDate: '2026-10-31',
    pieceNumber: '1',
    reference: '',
    label: '',
    currency: 'EUR',
    source: { system: 's', documentKind: 'sale', id: '1', number: '1', url: null },
    partyName: null,
    lines,
  };
}

const cents = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).filter((value) => value !== 0n);
const centsList = fc.array(cents, { minLength: 1, maxLength: 20 });
const total = (values: readonly bigint[]) => values.reduce((left, value) => left + value, 0n);

describe('an entry exists', () => {
  test('exactly when its cents, counted in whole numbers, come to zero', () => {
    const maybeBalanced = fc
      .tuple(centsList, fc.constantFrom(0n, 0n, 1n, -1n, 1_000n))
      .map(([values, off]) => [...values, -total(values) + off])
      .filter((values) => values.every((value) => value !== 0n));
    fc.assert(
      fc.property(maybeBalanced, (values) => {
        const make = () => journalEntry(entry(values.map((value) => line(value))));
        if (total(values) === 0n) {
          const debit = total(values.filter((value) => value > 0n));
          expect(entryTotal(make()).toFixed(2)).toBe(centText(debit));
        } else {
          expect(make).toThrow(UnbalancedEntryError);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('only when it also balances in the other currency that it carries', () => {
    expect(() => journalEntry(entry([line(100n, 110n), line(-100n, -110n)]))).not.toThrow();
    expect(() => journalEntry(entry([line(100n, 110n), line(-100n, -109n)]))).toThrow(
      /debit 1\.10, credit 1\.09 in USD/,
    );
  });

  test('only when each line has one side', () => {
    const both = { ...line(100n), credit: '1.00' };
    const none = { ...line(100n), debit: '0.00' };
    expect(() => journalEntry(entry([both, line(-100n)]))).toThrow(UnbalancedEntryError);
    expect(() => journalEntry(entry([none, line(100n), line(-100n)]))).toThrow(UnbalancedEntryError);
  });
});

describe('an entry read back from JSON', () => {
  test('is the same entry', () => {
    const made = journalEntry(entry([line(100n), line(-100n)]));
    expect(parseJournalEntry(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });

  test('is refused when a cent was changed, an amount is negative, or a side is not written with two decimals', () => {
    const changed = (debit: string) => entry([{ ...line(100n), debit }, line(-100n)]);
    expect(() => parseJournalEntry(changed('1.01'))).toThrow(UnbalancedEntryError);
    expect(() => parseJournalEntry(changed('-1.00'))).toThrow();
    expect(() => parseJournalEntry(changed('1'))).toThrow();
    expect(() => parseJournalEntry(entry([line(100n)]))).toThrow();
  });
});
