import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { SystemHealth } from '#schemas/api/health.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { connection, connectionHealth, flow, schedule, workerProcess } from '../db/schema/index.ts';

type Scope = Pick<Caller, 'workspaceId'>;

/** Four heartbeats; after that the others take its jobs over. */
const ALIVE_SECONDS = 16;
/** A slot is late when its job should have been done several times over. */
const LATE_MINUTES = 2;

export async function readWorkers(db: Database): Promise<SystemHealth['workers']> {
  const alive = sql<boolean>`${workerProcess.heartbeatAt} > now() - make_interval(secs => ${ALIVE_SECONDS})`;
  const rows = await db
    .select({ id: workerProcess.id, since: workerProcess.startedAt, at: workerProcess.heartbeatAt, alive })
    .from(workerProcess)
    .orderBy(asc(workerProcess.startedAt));
  return rows.map(({ id, since, at, alive: lives }) => ({
    id,
    since: since.toISOString(),
    heartbeatAt: at.toISOString(),
    alive: lives,
  }));
}

interface QueueRow extends Record<string, unknown> {
  readonly waiting: number;
  readonly oldest: Date | string | null;
  readonly working: number;
  readonly later: number;
  readonly given_up: number;
}

function toInstant(value: Date | string | null | undefined): string | null {
  return value === null || value === undefined ? null : new Date(value).toISOString();
}

/** Jobs of all subjects; one that waits behind another of its own queue counts as waiting. */
export async function readQueue(db: Database): Promise<SystemHealth['queue']> {
  const [row] = await db.execute<QueueRow>(sql`
    with job as (
      select run_at, locked_at is not null as is_locked, attempts >= max_attempts and locked_at is null as is_given_up
      from graphile_worker.jobs)
    select count(*) filter (where not is_locked and not is_given_up and run_at <= now())::int as waiting,
      min(run_at) filter (where not is_locked and not is_given_up and run_at <= now()) as oldest,
      count(*) filter (where is_locked)::int as working,
      count(*) filter (where not is_locked and not is_given_up and run_at > now())::int as later,
      count(*) filter (where is_given_up)::int as given_up
    from job`);
  return {
    waiting: row?.waiting ?? 0,
    oldestWaiting: toInstant(row?.oldest),
    working: row?.working ?? 0,
    later: row?.later ?? 0,
    givenUp: row?.given_up ?? 0,
  };
}

export async function readRuns(db: Database, { workspaceId }: Scope): Promise<SystemHealth['runs']> {
  const rows = await db.execute<{ status: string; runs: number; oldest: Date | string }>(sql`
    select status, count(*)::int as runs, min(created_at) as oldest from run
    where workspace_id = ${workspaceId} and status in ('queued', 'running', 'in-review') group by status`);
  const of = (status: string) => rows.find((row) => row.status === status);
  return {
    queued: of('queued')?.runs ?? 0,
    running: of('running')?.runs ?? 0,
    inReview: of('in-review')?.runs ?? 0,
    oldestReview: toInstant(of('in-review')?.oldest),
  };
}

/** Connections that are not called at the moment, for they failed several times in a row. */
export async function readCircuits(db: Database, { workspaceId }: Scope): Promise<SystemHealth['circuits']> {
  const rows = await db
    .select({ id: connection.id, name: connection.name, health: connectionHealth })
    .from(connectionHealth)
    .innerJoin(connection, eq(connection.id, connectionHealth.connectionId))
    .where(and(eq(connection.workspaceId, workspaceId), ne(connectionHealth.state, 'closed')))
    .orderBy(connection.name);
  return rows.map(({ id, name, health }) => ({
    connection: { id, name },
    state: health.state === 'open' ? 'open' : 'half-open',
    retryAt: toInstant(health.retryAt),
    problem: health.problem,
  }));
}

/** Schedules whose time has passed and which nothing has looked at. */
export async function readOverdue(db: Database, { workspaceId }: Scope): Promise<SystemHealth['overdue']> {
  const isLate = sql`${schedule.nextAt} < now() - make_interval(mins => ${LATE_MINUTES})`;
  const rows = await db
    .select({ id: schedule.id, dueAt: schedule.nextAt, flowId: flow.id, name: flow.name })
    .from(schedule)
    .innerJoin(flow, eq(flow.id, schedule.flowId))
    .where(and(eq(schedule.workspaceId, workspaceId), eq(schedule.paused, false), eq(flow.isOn, true), isLate))
    .orderBy(asc(schedule.nextAt));
  return rows.map(({ id, dueAt, flowId, name }) => ({
    id,
    flow: { id: flowId, name },
    dueAt: toInstant(dueAt) ?? '',
  }));
}
