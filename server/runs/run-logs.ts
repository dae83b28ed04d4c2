import { and, asc, count, eq, gt, type SQL } from 'drizzle-orm';
import type { LogLine } from '#schemas/api/runs.ts';
import type { LogLevel } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { document, stepLog } from '../db/schema/index.ts';
import { findRun, type Scope } from './list-runs.ts';
import { idAfter, limitOf, type Page, type PageQuery, toPage } from './page.ts';

const MOST_OF_ONE_DOCUMENT = 200;

interface LogRow {
  readonly log: typeof stepLog.$inferSelect;
  readonly documentLabel: string | null;
}

function present({ log, documentLabel }: LogRow): LogLine {
  return {
    id: log.id,
    at: log.at.toISOString(),
    node: log.nodeId,
    level: log.level,
    message: log.message,
    documentId: log.documentId,
    documentLabel,
    excerpt: log.excerpt,
  };
}

async function readLines(db: Database, filters: SQL | undefined, limit: number): Promise<LogRow[]> {
  return db
    .select({ log: stepLog, documentLabel: document.label })
    .from(stepLog)
    .leftJoin(document, eq(document.id, stepLog.documentId))
    .where(filters)
    .orderBy(asc(stepLog.id))
    .limit(limit);
}

/** The log of one document's way through a run. */
export async function listDocumentLogs(db: Database, runId: string, documentId: string): Promise<LogLine[]> {
  const filters = and(eq(stepLog.runId, runId), eq(stepLog.documentId, documentId));
  return (await readLines(db, filters, MOST_OF_ONE_DOCUMENT)).map(present);
}

/** Step logs of a run in order of time. @throws Refusal 404 */
export async function listRunLogs(
  db: Database,
  scope: Scope,
  runId: string,
  query: PageQuery & { readonly node?: string | undefined; readonly level?: LogLevel | undefined },
): Promise<Page<LogLine>> {
  await findRun(db, scope, runId);
  const filters = and(
    eq(stepLog.runId, runId),
    query.node === undefined ? undefined : eq(stepLog.nodeId, query.node),
    query.level === undefined ? undefined : eq(stepLog.level, query.level),
  );
  const after = idAfter(query);
  const rows = await readLines(
    db,
    and(filters, after === null ? undefined : gt(stepLog.id, after)),
    limitOf(query) + 1,
  );
  return toPage(rows, query, {
    cursor: ({ log }) => log.id,
    item: present,
    count: async () => (await db.select({ rows: count() }).from(stepLog).where(filters))[0]?.rows ?? 0,
  });
}
