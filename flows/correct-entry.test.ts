import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EntryLine, type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import { correctEntry } from './correct-entry.ts';

const ACCOUNTS = ['411000', '707000', '707100', '445710', '708500', '658000'] as const;

function centText(cents: number): string {
  const size = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
}

function line(account: string, cents: number, index: number): EntryLine {
  return {
    account,
    auxiliaryAccount: account === '411000' ? 'C0001' : null,
    label: `line ${index}`,
    debit: centText(Math.max(cents, 0)),
    credit: centText(Math.max(-cents, 0)),
    role: 'revenue',
    vat: account === '445710' ? { code: 'V20', rate: '20', country: 'FR' } : null,
    currencyAmount: null,
    dueDate: null,
    rule: 'test',
    lineage: [{ part: 'line', id: String(index), amount: centText(cents) }],
  };
}

function entryOf(moves: readonly (readonly [string, number])[]): JournalEntry {
  const lines = moves.filter(([, cents]) => cents !== 0).map(([account, cents], index) => line(account, cents, index));
  const rest = -moves.reduce((sum, [, cents]) => sum + cents, 0);
  return journalEntry({
    ...{ id: 'e1', journal: 'VT', journalName: 'Sales', date: '2026-10-01', documentDate: '2026-10-01' },
    ...{ pieceNumber: '1043', reference: '', label: 'Sale', currency: 'EUR', partyName: null },
    source: { system: 'test', documentKind: 'sale', id: '1043', number: '1043', url: null },
    lines: [
      ...lines,
      ...(rest === 0 ? [] : [line('411000', rest, 99)]),
      line('658000', 1, 100),
      line('411000', -1, 101),
    ],
  });
}

/** Cents by account and auxiliary account, counted in whole numbers and apart from the code under test. */
function balances(entries: readonly JournalEntry[]): Record<string, string> {
  const sums = new Map<string, bigint>();
  const cents = (text: string) => BigInt(text.replace('.', ''));
  for (const entry of entries) {
    for (const { account, auxiliaryAccount, debit, credit } of entry.lines) {
      const key = `${account}/${auxiliaryAccount}`;
      sums.set(key, (sums.get(key) ?? 0n) + cents(debit) - cents(credit));
    }
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).map(([key, sum]) => [key, String(sum)]));
}

const moves = fc.array(fc.tuple(fc.constantFrom(...ACCOUNTS), fc.integer({ min: -500_000, max: 500_000 })), {
  minLength: 1,
  maxLength: 12,
});
const day = '2026-11-21';

describe.each(['difference', 'reversal'] as const)('corrected by %s', (mode) => {
  test('however often a document changes, its entries together are the entry of its last state', () => {
    fc.assert(
      fc.property(fc.array(moves, { minLength: 2, maxLength: 6 }), (states) => {
        const booked: JournalEntry[] = [];
        let revision = 0;
        for (const state of states) {
          const now = entryOf(state);
          const of = '1043';
          const made =
            booked.length === 0
              ? [now]
              : correctEntry(now, mode, {
                  booked: { of, entries: booked, nextRevision: revision + 1 },
                  day,
                  stateHash: 'h',
                });
          booked.push(...made);
          revision = made.at(-1)?.correction?.revision ?? revision;
          expect(balances(booked)).toEqual(balances([now]));
        }
        const revisions = booked.map((entry) => entry.correction?.revision ?? 0);
        expect(new Set(revisions).size).toBe(revisions.length);
      }),
      { numRuns: 500 },
    );
  });

  test('what has not moved any amount makes no entry', () => {
    const entry = entryOf([['707000', -1000]]);
    const renamed = journalEntry({ ...entry, label: 'Sale, other name' });
    const occasion = { booked: { of: '1043', entries: [entry], nextRevision: 1 }, day, stateHash: 'h' };
    expect(correctEntry(renamed, mode, occasion)).toEqual([]);
  });

  test('a correction is dated on its own day, numbered after the first booking, and says what it corrects', () => {
    const before = entryOf([['707000', -1000]]);
    const occasion = { booked: { of: '1043', entries: [before], nextRevision: 3 }, day, stateHash: 'after' };
    const made = correctEntry(entryOf([['707000', -1500]]), mode, occasion);
    const first = mode === 'difference' ? 'difference' : 'reversal';
    expect(made[0]).toMatchObject({ date: day, pieceNumber: '1043-C3', correction: { revision: 3, kind: first } });
    expect(made).toHaveLength(mode === 'difference' ? 1 : 2);
    const last = made.at(-1);
    expect(last?.correction).toMatchObject({ of: '1043', stateHash: 'after' });
  });
});

test('each line says how much of it every part of the document explains', () => {
  const before = entryOf([['707000', -1000]]);
  const occasion = { booked: { of: '1043', entries: [before], nextRevision: 1 }, day, stateHash: 'h' };
  const [difference] = correctEntry(entryOf([['707000', -1500]]), 'difference', occasion);
  for (const { debit, credit, lineage } of difference?.lines ?? []) {
    const explained = lineage.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
    expect(explained).toBe(BigInt(debit.replace('.', '')) - BigInt(credit.replace('.', '')));
  }
});
