import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Booked } from '#schemas/api/books.ts';
import { type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Database } from '../db/database.ts';
import { document, posting } from '../db/schema/index.ts';
import { showAmount } from '../runs/show-amount.ts';
import type { FoundBooks } from './find-books.ts';

type PostingRow = typeof posting.$inferSelect;

/** What the books hold of one source document. */
export interface InBooks {
  readonly booked: readonly Booked[];
  readonly entries: readonly JournalEntry[];
  /** One of the flow's targets does not have all that another has. */
  readonly isMissingSomewhere: boolean;
}
export const NOT_BOOKED: InBooks = { booked: [], entries: [], isMissingSomewhere: false };

function presentPosting(row: PostingRow): Booked {
  const { id, runId, number, day, amount, currency, revision, postedAt } = row;
  return {
    ...{ id, run: runId, number, day, amount: showAmount(amount), currency, revision },
    postedAt: postedAt?.toISOString() ?? null,
  };
}

async function readBodies(db: Database, ids: readonly string[]): Promise<Map<string, JournalEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: document.id, body: document.body })
    .from(document)
    .where(inArray(document.id, [...ids]));
  return new Map(rows.map(({ id, body }) => [id, parseJournalEntry(body)]));
}

/** Postings of the target that has most of a document: several targets hold copies of the same entries. */
function fullest(rows: readonly PostingRow[]): readonly PostingRow[] {
  const copies = [...Map.groupBy(rows, (row) => row.target).values()];
  return copies.reduce((most, copy) => (copy.length > most.length ? copy : most), []);
}

/** What other runs have booked of documents, by their keys, as it stands now. */
export async function readBooked(
  db: Database,
  { run, targets }: FoundBooks,
  keys: readonly string[],
): Promise<Map<string, InBooks>> {
  if (keys.length === 0 || targets.length === 0) return new Map();
  const rows = await db
    .select()
    .from(posting)
    .where(
      and(
        eq(posting.workspaceId, run.workspaceId),
        inArray(posting.target, [...targets]),
        inArray(posting.sourceDocument, [...keys]),
        eq(posting.status, 'posted'),
        isNull(posting.resetId),
        sql`${posting.runId} <> ${run.id}`,
      ),
    )
    .orderBy(asc(posting.revision), asc(posting.id));
  const byKey = Map.groupBy(rows, (row) => row.sourceDocument);
  const shown = new Map([...byKey].map(([key, all]) => [key, fullest(all)]));
  const bodies = await readBodies(
    db,
    [...shown.values()].flat().map((row) => row.entryId),
  );
  return new Map(
    [...shown].map(([key, own]) => {
      const all = byKey.get(key)?.length ?? 0;
      const entries = own.flatMap((row) => bodies.get(row.entryId) ?? []);
      return [key, { booked: own.map(presentPosting), entries, isMissingSomewhere: all < own.length * targets.length }];
    }),
  );
}
