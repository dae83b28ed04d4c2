import { and, asc, count, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { DocumentSource, LogLine, RunDocument } from '#schemas/api/runs.ts';
import { type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Outcome } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { document, outcome, payload } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { readRemoved } from '../retention/read-removed.ts';
import { causeId } from './causes.ts';
import { describeSource, shownSource, storedBody } from './document-source.ts';
import { findRun, type Scope } from './list-runs.ts';
import { nodesOfKind } from './nodes-of-kind.ts';
import { limitOf, type Page, type PageQuery, toPage } from './page.ts';
import { isBeyond, writePosition } from './position.ts';
import { listDocumentLogs } from './run-logs.ts';
import { runRefusals } from './run-refusals.ts';
import { showAmount } from './show-amount.ts';

/** Text to look for, with the characters that LIKE gives a meaning made plain. */
export function containing(search: string): string {
  return `%${search.trim().replaceAll(/[\\%_]/g, (char) => `\\${char}`)}%`;
}

const shownOutcome = sql<Outcome>`coalesce(${outcome.outcome}, 'pending')`;
const columns = {
  id: document.id,
  sortKey: document.sortKey,
  seq: document.seq,
  kind: document.kind,
  label: document.label,
  number: document.number,
  day: document.day,
  total: document.total,
  currency: document.currency,
  party: document.party,
  url: document.url,
  outcome: shownOutcome,
  reason: outcome.message,
};
type DocumentRow = Omit<RunDocument, 'date'> & {
  readonly day: string | null;
  readonly sortKey: string;
  readonly seq: number;
};

function present({ seq: _seq, sortKey: _sortKey, day, total, ...row }: DocumentRow): RunDocument {
  return { ...row, date: day, total: total === null ? null : showAmount(total) };
}

function matches(search: string | undefined): SQL | undefined {
  if (search === undefined || search.trim() === '') return undefined;
  const pattern = containing(search);
  const texts = [document.label, document.number, document.party].map((column) => ilike(column, pattern));
  return or(...texts, ilike(sql`${document.total}::text`, pattern));
}

type DocumentQuery = PageQuery & {
  readonly outcome?: Outcome | undefined;
  /** Id of a cause of the run. */
  readonly cause?: string | undefined;
  /** Key of one source document. */
  readonly key?: string | undefined;
  readonly search?: string | undefined;
};

/** Source documents of a run in the order in which they were read. @throws Refusal 404 */
export async function listRunDocuments(
  db: Database,
  scope: Scope,
  runId: string,
  query: DocumentQuery,
): Promise<Page<RunDocument>> {
  await findRun(db, scope, runId);
  const filters = and(
    eq(document.runId, runId),
    inArray(document.nodeId, await nodesOfKind(db, runId, ['source'])),
    query.outcome === undefined ? undefined : eq(shownOutcome, query.outcome),
    query.cause === undefined ? undefined : eq(causeId, query.cause),
    query.key === undefined ? undefined : eq(document.key, query.key),
    matches(query.search),
  );
  const rows = await db
    .select(columns)
    .from(document)
    .leftJoin(outcome, eq(outcome.documentId, document.id))
    .where(and(filters, isBeyond(query)))
    .orderBy(asc(document.sortKey), asc(document.seq))
    .limit(limitOf(query) + 1);
  const total = async () => {
    const counted = db.select({ rows: count() }).from(document).leftJoin(outcome, eq(outcome.documentId, document.id));
    return (await counted.where(filters))[0]?.rows ?? 0;
  };
  return toPage(rows, query, { cursor: writePosition, item: present, count: total });
}

/**
 * Entries made of a source document: its own, else those that sum it up with others and name it in the origin of their
 * lines.
 */
async function readEntriesOf(db: Database, runId: string, documentId: string) {
  const isEntry = and(eq(document.runId, runId), eq(document.kind, 'journal-entry'));
  const read = (is: SQL | undefined) =>
    db
      .select({ id: document.id, body: document.body })
      .from(document)
      .where(and(isEntry, is))
      .orderBy(asc(document.sortKey), asc(document.seq));
  const own = await read(eq(document.rootId, documentId));
  if (own.length > 0) return own;
  const key = sql`(select jsonb_build_object('key', root.key) from document root where root.id = ${documentId})`;
  return read(sql`jsonb_path_exists(${document.body}, '$.lines[*].lineage[*] ? (@.document == $key)', ${key})`);
}

/** One document of a run: as read, the entries made of it, and its log. @throws Refusal 404 */
export async function readRunDocument(
  db: Database,
  scope: Scope,
  runId: string,
  documentId: string,
): Promise<{
  document: RunDocument;
  body: unknown;
  source: DocumentSource;
  entries: JournalEntry[];
  entryIds: string[];
  logs: LogLine[];
  logRemovedAfterDays: number | null;
}> {
  const { run } = await findRun(db, scope, runId);
  const rows = await db
    .select({ ...columns, ...storedBody })
    .from(document)
    .leftJoin(payload, eq(payload.documentId, document.id))
    .leftJoin(outcome, eq(outcome.documentId, document.rootId))
    .where(and(eq(document.runId, runId), eq(document.id, documentId)));
  const { made: entryBody, read, ...row } = foundOr404(rows, runRefusals.build.document_missing());
  const shown = shownSource({ made: entryBody, read });
  const made = await readEntriesOf(db, runId, documentId);
  const entries = made.map((entry) => parseJournalEntry(entry.body));
  return {
    document: present(row),
    body: shown.body,
    source: await describeSource(db, documentId, shown),
    entries,
    entryIds: made.map(({ id }) => id),
    logs: await listDocumentLogs(db, runId, documentId),
    logRemovedAfterDays: (await readRemoved(db, run)).logAfterDays,
  };
}
