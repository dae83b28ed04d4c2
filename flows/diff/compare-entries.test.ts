import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import type { LineChange } from '#schemas/entry-diff.ts';
import type { Message } from '#schemas/messages.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';
import { type ComparedSide, compareDocument } from './compare-documents.ts';
import { compareEntries } from './compare-entries.ts';

interface Posted {
  readonly account: string;
  readonly vatCode?: string | null;
  readonly auxiliary?: string | null;
  /** Signed cents, debit positive. */
  readonly cents: number;
}

const amount = (cents: number) => formatAmount(decimal(String(cents)).dividedBy(100));

/** A balanced entry: what is missing goes to the customer's account. */
function entryOf(posted: readonly Posted[], more: Partial<JournalEntry> = {}): JournalEntry {
  const rest = -posted.reduce((total, { cents }) => total + cents, 0);
  const all: Posted[] = [...posted.filter(({ cents }) => cents !== 0), { account: '411000', cents: rest || 1 }];
  if (rest === 0) all.push({ account: '658000', cents: -1 });
  return journalEntry({
    ...{ id: 's1', journal: 'VT', journalName: 'Ventes', date: '2026-10-31', documentDate: '2026-10-31' },
    ...{ pieceNumber: 'VT-1', reference: '1', label: 'Order 1', currency: 'EUR', partyName: null },
    source: { system: 'acme', documentKind: 'sale', id: '1', number: '1', url: null },
    lines: all.map(({ account, vatCode = null, auxiliary = null, cents }) => ({
      ...{ account, auxiliaryAccount: auxiliary, label: 'x', currencyAmount: null, dueDate: null, rule: 'r' },
      debit: cents > 0 ? amount(cents) : '0.00',
      credit: cents < 0 ? amount(-cents) : '0.00',
      role: 'revenue',
      vat: vatCode === null ? null : { code: vatCode, rate: '20', country: 'FR' },
      lineage: [{ part: 'total', id: '1', amount: amount(cents) }],
    })),
    ...more,
  });
}
const sale = [
  { account: '707000', cents: -10_000 },
  { account: '445710', vatCode: 'V20', cents: -2_000 },
];

it('names the accounts on which two entries differ, with the debit and credit of both', () => {
  const after = [
    { account: '707900', cents: -10_000 },
    { account: '445710', vatCode: 'V20', cents: -2_001 },
  ];
  expect(compareEntries([entryOf(sale)], [entryOf(after)])).toEqual([
    {
      ...{ entry: 's1', change: 'changed', currency: 'EUR', head: [], detailsChanged: false },
      lines: [
        {
          ...{ account: '411000', auxiliaryAccount: null, vatCode: null },
          before: { debit: '120.00', credit: '0.00' },
          after: { debit: '120.01', credit: '0.00' },
        },
        {
          ...{ account: '445710', auxiliaryAccount: null, vatCode: 'V20' },
          before: { debit: '0.00', credit: '20.00' },
          after: { debit: '0.00', credit: '20.01' },
        },
        {
          ...{ account: '707000', auxiliaryAccount: null, vatCode: null },
          before: { debit: '0.00', credit: '100.00' },
          after: null,
        },
        {
          ...{ account: '707900', auxiliaryAccount: null, vatCode: null },
          before: null,
          after: { debit: '0.00', credit: '100.00' },
        },
      ],
    },
  ]);
});

it('takes another split over lines of one account for the same booking, and another rule too', () => {
  const split = [
    { account: '707000', cents: -4_000 },
    { account: '445710', vatCode: 'V20', cents: -2_000 },
    { account: '707000', cents: -6_000 },
  ];
  const [change] = compareEntries([entryOf(sale)], [entryOf(split)]);
  expect(change).toMatchObject({ lines: [], head: [], detailsChanged: true });
  const other = entryOf(sale);
  const reruled = { ...other, lines: other.lines.map((line) => ({ ...line, rule: 'another', lineage: [] })) };
  expect(compareEntries([other], [reruled as typeof other])).toEqual([]);
});

it('tells a head that changed from lines that did, and an entry that only one run made', () => {
  const later = entryOf(sale, { date: '2026-11-01', journal: 'VE' });
  expect(compareEntries([entryOf(sale)], [later])).toMatchObject([
    {
      head: [
        { field: 'journal', before: 'VT', after: 'VE' },
        { field: 'date', before: '2026-10-31', after: '2026-11-01' },
      ],
      lines: [],
    },
  ]);
  const payment = entryOf([{ account: '512000', cents: 12_000 }], { id: 's1:payment' });
  expect(compareEntries([entryOf(sale)], [entryOf(sale), payment])).toMatchObject([
    { entry: 's1:payment', change: 'only-after', lines: [{ before: null }, { before: null }] },
  ]);
  expect(compareEntries([payment], [])).toMatchObject([{ change: 'only-before' }]);
});

const somePosted = fc.array(
  fc.record({
    account: fc.constantFrom('707000', '707100', '445710', '708500'),
    vatCode: fc.constantFrom('V20', 'V5', null),
    auxiliary: fc.constantFrom('WEB', null),
    cents: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  }),
  { minLength: 1, maxLength: 12 },
);

it('misses no cent: the differences it names add up to the difference of all lines, account by account', () => {
  const balance = (lines: readonly { readonly debit: string; readonly credit: string }[]) =>
    sum(lines.map(({ debit }) => debit)).minus(sum(lines.map(({ credit }) => credit)));
  const side = (line: LineChange, which: 'before' | 'after') => line[which] ?? { debit: '0.00', credit: '0.00' };
  fc.assert(
    fc.property(somePosted, somePosted, (one, two) => {
      const [before, after] = [entryOf(one), entryOf(two)];
      const changes = compareEntries([before], [after]).flatMap(({ lines }) => lines);
      for (const account of new Set([...before.lines, ...after.lines].map((line) => line.account))) {
        const ofAccount = <L extends { readonly account: string }>(lines: readonly L[]) =>
          lines.filter((line) => line.account === account);
        const named = ofAccount(changes);
        const difference = balance(named.map((line) => side(line, 'after'))).minus(
          balance(named.map((line) => side(line, 'before'))),
        );
        const whole = balance(ofAccount(after.lines)).minus(balance(ofAccount(before.lines)));
        expect(difference.toFixed(2)).toBe(whole.toFixed(2));
      }
      expect(compareEntries([before], [before])).toEqual([]);
      const reversed = compareEntries([after], [before]).flatMap(({ lines }) => lines);
      const turned = changes.map(({ before: was, after: is, ...line }) => ({ ...line, before: is, after: was }));
      expect(reversed).toEqual(turned);
    }),
    { numRuns: 300 },
  );
});

const message = (code: string, params: Message['params'] = {}): Message => ({
  ...{ code, params, text: code, remedy: null, field: null },
});
const ended = (
  outcome: ComparedSide['outcome'],
  reason: Message | null = null,
  entries: readonly JournalEntry[] = [],
): ComparedSide => ({ outcome, reason, entries });
const booked = (outcome: ComparedSide['outcome'] = 'posted') => ended(outcome, null, [entryOf(sale)]);
const unmapped = message('journal-entry.unmapped', { rate: '20' });

it.each<[string, ComparedSide | null, ComparedSide | null, string]>([
  ['posted then, the same now', booked(), booked('previewed'), 'same'],
  ['waiting for review then', booked('pending'), booked('previewed'), 'same'],
  [
    'left out in the review then',
    ended('skipped', message('run.unticked'), [entryOf(sale)]),
    booked('previewed'),
    'same',
  ],
  [
    'posted then, otherwise now',
    booked(),
    ended('previewed', null, [entryOf(sale, { date: '2026-11-01' })]),
    'changed',
  ],
  ['held then, booked now', ended('held', unmapped), booked('previewed'), 'outcome'],
  ['booked then, held now', booked(), ended('held', unmapped), 'outcome'],
  [
    'made then, but the file could not hold it',
    ended('held', unmapped, [entryOf(sale)]),
    booked('previewed'),
    'outcome',
  ],
  ['held for the same reason', ended('held', unmapped), ended('held', unmapped), 'same'],
  ['held for another rate', ended('held', unmapped), ended('held', message(unmapped.code, { rate: '5.5' })), 'outcome'],
  ['skipped then, failed now', ended('skipped', unmapped), ended('failed', unmapped), 'outcome'],
  [
    'booked before the past run',
    ended('skipped', message('run.already_posted')),
    booked('previewed'),
    'not-comparable',
  ],
  [
    'corrected by the past run',
    ended('posted', null, [
      entryOf(sale, { correction: { revision: 1, kind: 'difference', of: 'x', stateHash: 'h' } }),
    ]),
    booked('previewed'),
    'not-comparable',
  ],
  ['not come to yet', booked(), ended('pending', null, []), 'pending'],
  ['not read any more', booked(), null, 'only-before'],
  ['come along now', null, booked('previewed'), 'only-after'],
])('a document %s', (_name, before, after, comparison) => {
  expect(compareDocument(before, after, true).comparison).toBe(comparison);
});

it('takes a document that a replay has not read for one that is still to come, as long as it goes on', () => {
  expect(compareDocument(booked(), null, false).comparison).toBe('pending');
});
