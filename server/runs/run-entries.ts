import { and, asc, count, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Database } from '../db/database.ts';
import { document, reviewUnticked } from '../db/schema/index.ts';
import { findRun, type Scope } from './list-runs.ts';
import { limitOf, type Page, type PageQuery, toPage } from './page.ts';
import { isBeyond, writePosition } from './position.ts';
import { containing } from './run-documents.ts';

/** Looks in number, label, party, amount and, for "which entries use this account?", in the accounts of the lines. */
function matches(search: string | undefined): SQL | undefined {
  if (search === undefined || search.trim() === '') return undefined;
  const pattern = containing(search);
  const texts = [document.label, document.number, document.party].map((column) => ilike(column, pattern));
  const account = sql`exists (
    select from jsonb_array_elements(${document.body} -> 'lines') as line
    where line ->> 'account' ilike ${pattern} or line ->> 'auxiliaryAccount' ilike ${pattern})`;
  return or(...texts, ilike(sql`${document.total}::text`, pattern), account);
}

/** Journal entries of a run in the order in which files are written, each with its tick. @throws Refusal 404 */
export async function listRunEntries(
  db: Database,
  scope: Scope,
  runId: string,
  query: PageQuery & { readonly search?: string | undefined },
): Promise<Page<ReviewEntry>> {
  await findRun(db, scope, runId);
  const filters = and(eq(document.runId, runId), eq(document.kind, 'journal-entry'), matches(query.search));
  const rows = await db
    .select({
      id: document.id,
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
      ticked: row.unticked === null,
      entry: parseJournalEntry(row.body),
    }),
    count: async () => (await db.select({ rows: count() }).from(document).where(filters))[0]?.rows ?? 0,
  });
}

/** Whether a document is a ticked entry of this run, for a query that joins nothing. */
export function isTickedEntry(runId: string): SQL | undefined {
  const untick = sql`(select document_id from review_unticked as off where off.run_id = ${runId} and off.document_id = ${document.id})`;
  return and(eq(document.runId, runId), eq(document.kind, 'journal-entry'), isNull(untick));
}
