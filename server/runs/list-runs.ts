import { and, count, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { ListedRun, RunSummary } from '#schemas/api/runs.ts';
import type { OutcomeCounts, RunStatus, RunTrigger } from '#schemas/outcome.ts';
import { nextDay, startOfDay } from '#schemas/period.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, run } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { anyOf } from '../search/search-terms.ts';
import { countOutcomes } from './count-outcomes.ts';
import { type FoundRuns, findRuns, readMatches } from './find-runs.ts';
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

export interface RunFilter {
  readonly flow?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly trigger?: RunTrigger | undefined;
  /** Days of the start, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** IANA zone in which these days are meant; UTC unless given. */
  readonly zone?: string | undefined;
  readonly search?: string | undefined;
}

/** A run's id is as old as the run, give or take what clocks differ by: so a span of days is a span of the index. */
function startedWithin({ from, to, zone = 'UTC' }: RunFilter): SQL | undefined {
  const first = from === undefined ? null : startOfDay(zone, from);
  const end = to === undefined ? null : startOfDay(zone, nextDay(to));
  return and(
    first
      ? and(
          gte(run.createdAt, first),
          sql`${run.id} >= id_floor(${first.toISOString()}::timestamptz - interval '1 day')`,
        )
      : undefined,
    end
      ? and(lt(run.createdAt, end), sql`${run.id} < id_floor(${end.toISOString()}::timestamptz + interval '1 day')`)
      : undefined,
  );
}

function matches(scope: Scope, filter: RunFilter, found: FoundRuns | null): SQL | undefined {
  const { flow: flowId, status, trigger } = filter;
  return and(
    eq(run.workspaceId, scope.workspaceId),
    flowId === undefined ? undefined : eq(run.flowId, flowId),
    status === undefined ? undefined : eq(run.status, status),
    trigger === undefined ? undefined : eq(run.trigger, trigger),
    startedWithin(filter),
    found === null ? undefined : eq(run.id, anyOf([...found.documents.keys()])),
  );
}

const NO_COUNTS: OutcomeCounts = { total: 0, pending: 0, posted: 0, previewed: 0, skipped: 0, held: 0, failed: 0 };

/** Runs of a workspace, newest first: their ids grow with time. A search says which documents it found in each. */
export async function listRuns(
  db: Database,
  scope: Scope,
  query: PageQuery & RunFilter,
): Promise<Page<ListedRun> & { isCut: boolean }> {
  const found = await findRuns(db, query.search);
  const where = matches(scope, query, found);
  const after = idAfter(query);
  const rows = await db
    .select({ run, flowName: flow.name })
    .from(run)
    .innerJoin(flow, eq(flow.id, run.flowId))
    .where(and(where, after === null ? undefined : lt(run.id, after)))
    .orderBy(desc(run.id))
    .limit(limitOf(query) + 1);
  const ids = rows.map((row) => row.run.id);
  const [counts, reasons] = await Promise.all([countOutcomes(db, ids), readMatches(db, found, ids)]);
  const page = await toPage(rows, query, {
    cursor: (row) => row.run.id,
    item: (row) => ({
      ...presentRun(row.run, row.flowName, counts.get(row.run.id) ?? NO_COUNTS),
      matches: reasons.get(row.run.id) ?? [],
    }),
    count: async () => (await db.select({ rows: count() }).from(run).where(where))[0]?.rows ?? 0,
  });
  return { ...page, isCut: found?.isCut ?? false };
}
