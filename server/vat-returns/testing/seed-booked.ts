import { v7 as uuidv7 } from 'uuid';
import { type EntryLine, entryTotal, type JournalEntryData, journalEntry } from '#schemas/documents/journal-entry.ts';
import { decimal, formatAmount } from '#schemas/money.ts';
import type { Database } from '../../db/database.ts';
import { insertRows } from '../../db/insert-rows.ts';
import { document, posting } from '../../db/schema/index.ts';

/** A line as somebody jots it down: account, amount (credit positive), and what is said of its VAT. */
export interface Jotted {
  readonly account: string;
  readonly amount: string;
  readonly role?: EntryLine['role'];
  readonly vat?: EntryLine['vat'];
}
export type BookedEntry = Partial<Omit<JournalEntryData, 'lines'>> & {
  readonly number: string;
  readonly lines: readonly Jotted[];
};

function lineOf({ account, amount, role = 'revenue', vat = null }: Jotted, id: string): EntryLine {
  const credit = decimal(amount);
  const text = formatAmount(credit.abs());
  return {
    ...{ account, auxiliaryAccount: null, label: `Ligne ${account}`, role, vat },
    debit: credit.isNegative() ? text : '0.00',
    credit: credit.isNegative() ? '0.00' : text,
    ...{ currencyAmount: null, dueDate: null, rule: 'preset' },
    lineage: [{ part: 'total', id, amount: formatAmount(credit.negated()) }],
  };
}

/** The entry with the customer's line, which balances it. */
function entryOf({ number, lines, ...change }: BookedEntry) {
  const sum = lines.reduce((total, { amount }) => total.plus(decimal(amount)), decimal('0'));
  const owed = { account: '400000', amount: formatAmount(sum.negated()), role: 'receivable' as const };
  return journalEntry({
    ...{ id: number, journal: 'VEN', journalName: 'Ventes', date: '2026-10-15', documentDate: '2026-10-15' },
    ...{ pieceNumber: number, reference: number, label: number, currency: 'EUR', vatCountry: 'BE', partyName: 'Zoë' },
    source: { system: 'acme', documentKind: 'sale', id: number, number, url: null },
    ...change,
    lines: [owed, ...lines].map((line) => lineOf(line, number)),
  });
}

export interface Booking {
  readonly workspaceId: string;
  readonly flowId: string;
  readonly runId: string;
  readonly target?: string;
  readonly status?: 'posted' | 'uncertain';
  /** False for entries that a run has only made. */
  readonly isPosted?: boolean;
}

/** Entries as the engine leaves them once they are posted, in the batches that a large number needs. */
export async function seedBooked(db: Database, booking: Booking, entries: readonly BookedEntry[]): Promise<string[]> {
  const { workspaceId, flowId, runId, target = `flow:${flowId}:text`, status = 'posted', isPosted = true } = booking;
  const ids: string[] = [];
  for (let start = 0; start < entries.length; start += 1000) {
    const made = entries.slice(start, start + 1000).map((one) => {
      const [sale, id, postingId] = [uuidv7(), uuidv7(), uuidv7()];
      const entry = entryOf(one);
      ids.push(postingId);
      const facts = { runId, rootId: sale, label: one.number, number: one.number, hash: 'h' };
      const { date: day, currency } = entry;
      return {
        sale: {
          ...facts,
          id: sale,
          nodeId: 'sales',
          // A run reads a document once; what several bookings of a test are made of stands apart.
          key: isPosted ? `${target}/s/${one.number}` : one.number,
          kind: 'sales-document' as const,
        },
        entry: {
          ...{
            ...facts,
            id,
            nodeId: 'entries',
            key: `${isPosted ? target : 'made'}/e/${one.number}`,
            kind: 'journal-entry' as const,
          },
          ...{ day, sortKey: day, body: entry, currency },
        },
        posting: {
          ...{ id: postingId, workspaceId, target, sourceSystem: 'acme', sourceDocument: one.number, kind: 'sale' },
          ...{ status, flowId, runId, entryId: id, rootId: sale, number: one.number, day, currency, hash: 'h' },
          amount: formatAmount(entryTotal(entry)),
        },
      };
    });
    await db.transaction(async (tx) => {
      await insertRows(
        tx,
        document,
        made.flatMap((row) => [row.sale]),
      );
      await insertRows(
        tx,
        document,
        made.map((row) => row.entry),
      );
      if (isPosted)
        await insertRows(
          tx,
          posting,
          made.map((row) => row.posting),
        );
    });
  }
  return ids;
}
