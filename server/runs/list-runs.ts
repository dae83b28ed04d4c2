import { and, count, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { RunSummary } from '#schemas/api/runs.ts';
import type { OutcomeCounts, RunStatus } from '#schemas/outcome.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, run } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { countOutcomes } from './count-outcomes.ts';
import { idAfter, limitOf, type Page, type PageQuery, toPage } from './page.ts';
import { runRefusals } from './run-refusals.ts';

type Db = Database | Transaction;
export type Scope = Pick<Caller, 'workspaceId'>;
export type RunRow = typeof run.$inferSelect;

/** @throws Refusal 404, also for a run of another workspace */
export async function findRun(db: Db, scope: Scope, id: string): Promise<{ run: RunRow; flowName: string }> {
  const rows = await db
    .select({ run, flowName: flow.name })
    .from(run)
    .innerJoin(flow, eq(flow.id, run.flowId))
    .where(and(eq(run.id, id), eq(run.workspaceId, scope.workspaceId)));
  return foundOr404(rows, runRefusals.build.missing());
}

export function presentRun(row: RunRow, flowName: string, counts: OutcomeCounts): RunSummary {
  const { periodFrom: from, periodTo: to } = row;
  return {
    id: row.id,
    flow: { id: row.flowId, name: flowName },
    version: row.version,
    trigger: row.trigger,
    mode: row.mode,
    period: from !== null && to !== null ? { from, to } : null,
    status: row.status,
    counts,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** Outcome counts of one run. */
export async function countOne(db: Db, runId: string): Promise<OutcomeCounts> {
  const counts = (await countOutcomes(db, [runId])).get(runId);
  if (!counts) throw new Error('countOutcomes left out a run');
  return counts;
}

/** @throws Refusal 404 */
export async function readRunSummary(db: Db, scope: Scope, id: string): Promise<RunSummary> {
  const { run: row, flowName } = await findRun(db, scope, id);
  return presentRun(row, flowName, await countOne(db, id));
}

/** Runs of a workspace, newest first: their ids grow with time. */
export async function listRuns(
  db: Database,
  scope: Scope,
  query: PageQuery & { readonly flow?: string | undefined; readonly status?: RunStatus | undefined },
): Promise<Page<RunSummary>> {
  const filters: (SQL | undefined)[] = [
    eq(run.workspaceId, scope.workspaceId),
    query.flow === undefined ? undefined : eq(run.flowId, query.flow),
    query.status === undefined ? undefined : eq(run.status, query.status),
  ];
  const after = idAfter(query);
  const rows = await db
    .select({ run, flowName: flow.name })
    .from(run)
    .innerJoin(flow, eq(flow.id, run.flowId))
    .where(and(...filters, after === null ? undefined : lt(run.id, after)))
    .orderBy(desc(run.id))
    .limit(limitOf(query) + 1);
  const counts = await countOutcomes(
    db,
    rows.map((row) => row.run.id),
  );
  const none = { total: 0, pending: 0, posted: 0, previewed: 0, skipped: 0, held: 0, failed: 0 };
  return toPage(rows, query, {
    cursor: (row) => row.run.id,
    item: (row) => presentRun(row.run, row.flowName, counts.get(row.run.id) ?? none),
    count: async () =>
      (
        await db
          .select({ rows: count() })
          .from(run)
          .where(and(...filters))
      )[0]?.rows ?? 0,
  });
}
