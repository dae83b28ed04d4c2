import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntryLine, type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import { correctEntry } from './correct-entry.ts';

const text = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** An amount for a section of each of two plans. */
interface Part {
  readonly cents: number;
  readonly region: string;
  readonly team: string;
}

function revenue(parts: readonly Part[], isAnalysed: boolean): EntryLine {
  const cents = parts.reduce((sum, part) => sum + part.cents, 0);
  const ofPlan = (plan: 'region' | 'team') => {
    const sums = new Map<string, number>();
    for (const part of parts) sums.set(part[plan], (sums.get(part[plan]) ?? 0) + part.cents);
    return [...sums].map(([section, sum]) => ({ plan, section, amount: text(sum) }));
  };
  const line: EntryLine = {
    ...{ account: '707000', auxiliaryAccount: null, label: 'sale', debit: '0.00', credit: text(cents) },
    ...{ role: 'revenue', vat: null, currencyAmount: null, dueDate: null, rule: 'test' },
    lineage: [{ part: 'line', id: '1', amount: `-${text(cents)}` }],
  };
  return isAnalysed ? { ...line, analytics: [...ofPlan('region'), ...ofPlan('team')] } : line;
}

function entryOf(parts: readonly Part[], isAnalysed = true): JournalEntry {
  const sale = revenue(parts, isAnalysed);
  const { analytics: _, ...plain } = sale;
  return journalEntry({
    ...{ id: 'e1', journal: 'VT', journalName: 'Sales', date: '2026-10-01', documentDate: '2026-10-01' },
    ...{ pieceNumber: '1043', reference: '', label: 'Sale', currency: 'EUR', partyName: null },
    source: { system: 'test', documentKind: 'sale', id: '1043', number: '1043', url: null },
    lines: [{ ...plain, account: '411000', role: 'receivable', debit: sale.credit, credit: '0.00' }, sale],
  });
}

const cents = (amount: string) => BigInt(amount.replace('.', ''));

/** Cents by account, plan and section, and whether every line is divided whole. */
function sectionsOf(entries: readonly JournalEntry[]): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const { account, debit, credit, analytics } of entries.flatMap(({ lines }) => lines)) {
    const side = cents(debit) > 0n ? 1n : -1n;
    for (const plan of new Set(analytics?.map((part) => part.plan))) {
      const parts = analytics?.filter((part) => part.plan === plan) ?? [];
      expect(parts.reduce((sum, { amount }) => sum + cents(amount), 0n)).toBe(cents(debit) + cents(credit));
      for (const { section, amount } of parts) {
        const key = `${account} ${plan} ${section}`;
        sums.set(key, (sums.get(key) ?? 0n) + side * cents(amount));
      }
    }
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).map(([key, sum]) => [key, String(sum)]));
}

const partArbitrary = fc.record({
  cents: fc.integer({ min: 1, max: 100_000 }),
  region: fc.constantFrom('NORTH', 'SOUTH', 'EAST'),
  team: fc.constantFrom('WEB', 'SHOP'),
});
const stateArbitrary = fc.array(partArbitrary, { minLength: 1, maxLength: 5 }).map((parts) => entryOf(parts));

test.each(['difference', 'reversal'] as const)(
  'AT-146 however often a document changes, its sections together are those of its last state: %s',
  (mode) => {
    fc.assert(
      fc.property(stateArbitrary, fc.array(stateArbitrary, { minLength: 1, maxLength: 5 }), (first, later) => {
        const entries = [first];
        for (const now of later) {
          const booked = { of: '1043', entries: [...entries], nextRevision: entries.length };
          entries.push(...correctEntry(now, mode, { booked, day: '2026-11-01', stateHash: 'h' }));
        }
        expect(sectionsOf(entries)).toEqual(sectionsOf([later.at(-1) ?? first]));
      }),
      { numRuns: 200 },
    );
  },
);

test('AT-146 an amount that only goes from one section to another is booked on both sides of its account', () => {
  const before = entryOf([{ cents: 1000, region: 'NORTH', team: 'WEB' }]);
  const now = entryOf([{ cents: 1000, region: 'SOUTH', team: 'WEB' }]);
  const booked = { of: '1043', entries: [before], nextRevision: 1 };
  const [entry] = correctEntry(now, 'difference', { booked, day: '2026-11-01', stateHash: 'h' });
  expect(entry?.lines.map(({ account, debit, credit, analytics }) => [account, debit, credit, analytics])).toEqual([
    [
      '707000',
      '10.00',
      '0.00',
      [
        { plan: 'region', section: 'NORTH', amount: '10.00' },
        { plan: 'team', section: 'WEB', amount: '10.00' },
      ],
    ],
    [
      '707000',
      '0.00',
      '10.00',
      [
        { plan: 'region', section: 'SOUTH', amount: '10.00' },
        { plan: 'team', section: 'WEB', amount: '10.00' },
      ],
    ],
  ]);
});

test('AT-146 what was booked before sections were kept is corrected in the proportions of now', () => {
  const before = entryOf([{ cents: 1000, region: 'NORTH', team: 'WEB' }], false);
  const now = entryOf([
    { cents: 1200, region: 'NORTH', team: 'WEB' },
    { cents: 400, region: 'SOUTH', team: 'WEB' },
  ]);
  const booked = { of: '1043', entries: [before], nextRevision: 1 };
  const made = correctEntry(now, 'difference', { booked, day: '2026-11-01', stateHash: 'h' });
  expect(sectionsOf(made)).toEqual({
    '707000 region NORTH': '-450',
    '707000 region SOUTH': '-150',
    '707000 team WEB': '-600',
  });
});
