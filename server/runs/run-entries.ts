import { and, asc, count, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Database } from '../db/database.ts';
import { document, reviewUnticked } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { findRun, type Scope } from './list-runs.ts';
import { limitOf, type Page, type PageQuery, toPage } from './page.ts';
import { containing } from './run-documents.ts';
import { runRefusals } from './run-refusals.ts';

const cursorSchema = z.tuple([z.string(), z.int()]);

interface EntryRow {
  readonly id: string;
  readonly sortKey: string;
  readonly seq: number;
  readonly body: unknown;
  readonly unticked: string | null;
}

function writeCursor(row: EntryRow): string {
  return Buffer.from(JSON.stringify([row.sortKey, row.seq])).toString('base64url');
}

function readCursor(query: PageQuery): SQL | undefined {
  if (query.after === undefined) return undefined;
  try {
    const [sortKey, seq] = cursorSchema.parse(JSON.parse(Buffer.from(query.after, 'base64url').toString()));
    return sql`(${document.sortKey}, ${document.seq}) > (${sortKey}, ${seq})`;
  } catch {
    throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  }
}

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
    .where(and(filters, readCursor(query)))
    .orderBy(asc(document.sortKey), asc(document.seq))
    .limit(limitOf(query) + 1);
  return toPage(rows, query, {
    cursor: writeCursor,
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
