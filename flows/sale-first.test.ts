import { describe, expect, test } from 'vitest';
import type { JournalEntryData } from '#schemas/documents/journal-entry.ts';
import { type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import { type PostedFact, postingText } from './ledger.ts';
import type { Tracked } from './run-maps.ts';
import { type SettlePorts, settlePosted } from './settle-posted.ts';

function entry(kind: 'sale' | 'credit-note' | 'payment', id: string, follows?: string): JournalEntry {
  const side = (debit: string, credit: string) => ({
    ...{ account: '411000', auxiliaryAccount: null, label: '', role: 'revenue' as const, vat: null },
    ...{ debit, credit, currencyAmount: null, dueDate: null, rule: 'test' },
    lineage: [{ part: 'total' as const, id, amount: debit === '0.00' ? `-${credit}` : debit }],
  });
  const data: JournalEntryData = {
    ...{ id, journal: 'VTE', journalName: '', date: '2026-10-31', documentDate: '2026-10-31', pieceNumber: id },
    ...{ reference: '', label: '', currency: 'EUR', partyName: null, ...(follows === undefined ? {} : { follows }) },
    source: { system: 'shop', documentKind: kind, id, number: id, url: null },
    lines: [side('10.00', '0.00'), side('0.00', '10.00')],
  };
  return journalEntry(data);
}

const tracked = (root: string, body: JournalEntry): Tracked => ({
  root,
  envelope: { key: `${root}:${body.source.documentKind}`, kind: 'journal-entry', body },
});
const sale = tracked('S', entry('sale', '48'));
const note = tracked('N', entry('credit-note', '53', 'S'));
const payment = tracked('N', entry('payment', '53'));

function fact(change: Partial<PostedFact> = {}): PostedFact {
  const booked = { status: 'posted' as const, day: '2026-10-31', hash: 'h', sourceHash: 'hash', revision: 0 };
  return { ...booked, of: '48', entryIds: ['e'], isUneven: false, ...change };
}
const ledgerKey = (document: string, kind: string) =>
  postingText({ sourceSystem: 'shop', sourceDocument: document, kind });

async function settle(emitted: readonly Tracked[], facts: Readonly<Record<string, PostedFact>>, ignoresLedger = false) {
  const ports: SettlePorts = {
    findPostings: async (keys) =>
      new Map(
        keys.flatMap((key) => (facts[postingText(key)] ? [[postingText(key), facts[postingText(key)]]] : [])) as never,
      ),
    readEntries: async () => new Map(),
    sourceHash: () => 'hash',
    corrections: 'difference',
    today: '2026-11-21',
    includePosted: false,
    ignoresLedger,
  };
  const settled = await settlePosted(
    { emitted: new Map([['map', emitted]]), verdicts: new Map(), counts: new Map() },
    ports,
  );
  return {
    left: (settled.emitted.get('map') ?? []).map(({ envelope }) => envelope.key),
    held: [...settled.verdicts].map(([root, { outcome, message }]) => `${root} ${outcome} ${message.code}`),
  };
}

describe('a credit note that is booked only after its sale', () => {
  test('AT-076 is held with that reason while its sale is not booked, and its payment along with it', async () => {
    const waits = { left: [], held: ['N held run.sale_not_booked'] };
    expect(await settle([note, payment], {})).toEqual(waits);
    const other = { [ledgerKey('X', 'sale')]: fact() };
    expect(await settle([note, payment], other)).toEqual(waits);
    const payments = { [ledgerKey('S', 'payment')]: fact() };
    expect(await settle([note, payment], payments)).toEqual(waits);
  });

  test('AT-076 waits while it is not known whether the sale arrived', async () => {
    for (const status of ['intended', 'uncertain'] as const) {
      const facts = { [ledgerKey('S', 'sale')]: fact({ status }) };
      expect((await settle([note], facts)).held).toEqual(['N held run.sale_not_booked']);
      // A correction of the sale is on its way: the sale itself is in the books.
      const corrected = { [ledgerKey('S', 'sale')]: fact({ status, revision: 1 }) };
      expect(await settle([note], corrected)).toEqual({ left: ['N:credit-note'], held: [] });
    }
  });

  test('AT-076 goes on once its sale is booked, or along with it in the same batch', async () => {
    const booked = { [ledgerKey('S', 'sale')]: fact() };
    expect(await settle([note, payment], booked)).toEqual({ left: ['N:credit-note', 'N:payment'], held: [] });
    expect(await settle([sale, note], {})).toEqual({ left: ['S:sale', 'N:credit-note'], held: [] });
  });

  test('AT-076 does not go along with a sale that is held back itself', async () => {
    const changed = {
      [ledgerKey('S', 'sale')]: fact({ sourceHash: 'other', hash: 'other', isUneven: true, status: 'posted' }),
    };
    expect((await settle([sale, note], changed)).left).toEqual(['N:credit-note']);
    const unsure = { [ledgerKey('S', 'sale')]: fact({ status: 'uncertain' }) };
    expect((await settle([sale, note], unsure)).held).toContain('N held run.sale_not_booked');
  });

  test('AT-076 that is booked already is not held for it', async () => {
    const own = { [ledgerKey('N', 'credit-note')]: fact() };
    expect((await settle([note], own)).held).toEqual(['N skipped run.already_posted']);
  });

  test('AT-076 is compared, not held, in a replay', async () => {
    expect(await settle([note], {}, true)).toEqual({ left: ['N:credit-note'], held: [] });
  });
});
