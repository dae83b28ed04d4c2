import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Database } from '../db/database.ts';
import { document, reviewUnticked } from '../db/schema/index.ts';
import { findRun, type Scope } from '../runs/list-runs.ts';
import { limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import { isBeyond, writePosition } from '../runs/position.ts';
import { matchesFilter } from './entry-filter.ts';

/** The entries of a run that a filter leaves. */
export function isListed(runId: string, filter: EntryFilter): SQL | undefined {
  return and(eq(document.runId, runId), eq(document.kind, 'journal-entry'), matchesFilter(filter));
}

/** Journal entries of a run in the order in which files are written, each with its tick. @throws Refusal 404 */
export async function listRunEntries(
  db: Database,
  scope: Scope,
  runId: string,
  query: PageQuery & EntryFilter,
): Promise<Page<ReviewEntry>> {
  await findRun(db, scope, runId);
  const filters = isListed(runId, query);
  const rows = await db
    .select({
      id: document.id,
      sourceId: document.rootId,
      sortKey: document.sortKey,
      seq: document.seq,
      body: document.body,
      unticked: reviewUnticked.documentId,
    })
    .from(document)
    .leftJoin(reviewUnticked, and(eq(reviewUnticked.documentId, document.id), eq(reviewUnticked.runId, runId)))
    .where(and(filters, isBeyond(query)))
    .orderBy(asc(document.sortKey), asc(document.seq))
    .limit(limitOf(query) + 1);
  return toPage(rows, query, {
    cursor: writePosition,
    item: (row) => ({
      documentId: row.id,
      sourceId: row.sourceId,
      ticked: row.unticked === null,
      // Reading checks that it balances: an entry that does not is never shown, ticked or posted.
      entry: parseJournalEntry(row.body),
    }),
    count: async () => {
      const [counted] = await db.select({ rows: sql<number>`count(*)::int` }).from(document).where(filters);
      return counted?.rows ?? 0;
    },
  });
}

/** Whether a document is a ticked entry of this run, for a query that joins nothing. */
export function isTickedEntry(runId: string): SQL | undefined {
  const untick = sql`(select document_id from review_unticked as off where off.run_id = ${runId} and off.document_id = ${document.id})`;
  return and(eq(document.runId, runId), eq(document.kind, 'journal-entry'), isNull(untick));
}
