import { sql } from 'drizzle-orm';
import type { Message } from '#schemas/messages.ts';
import type { Database, Transaction } from '../db/database.ts';

/** Failures in a row after which a system is given a rest. */
export const FAILURES_TO_OPEN = 5;
const FIRST_REST_SECONDS = 30;
const LONGEST_REST_SECONDS = 900;
/** A try call that is not heard of any more (its process died) is followed by another one. */
const TRY_SECONDS = 90;

export type CircuitState = 'closed' | 'open' | 'half-open';

/** How a connection stands, for all workers; times are milliseconds from now, none or past ones 0. */
export interface CallState {
  readonly state: CircuitState;
  readonly failures: number;
  readonly problem: Message | null;
  readonly restMs: number;
  readonly pauseMs: number;
}

interface StateRow extends Record<string, unknown> {
  readonly state: CircuitState | null;
  readonly failures: number | null;
  readonly problem: Message | null;
  readonly rest_ms: number;
  readonly pause_ms: number;
}

/** One look-up by two primary keys. */
export async function readCallState(db: Database, connectionId: string): Promise<CallState> {
  const remaining = (column: string) =>
    sql.raw(`greatest(0, coalesce(extract(epoch from ${column} - clock_timestamp()), 0) * 1000)::float8`);
  const [row] = await db.execute<StateRow>(sql`
    select h.state, h.failures, h.problem, ${remaining('h.retry_at')} as rest_ms,
      ${remaining('b.paused_until')} as pause_ms
    from (select ${connectionId}::uuid as id) c
    left join connection_health h on h.connection_id = c.id
    left join rate_bucket b on b.connection_id = c.id`);
  return {
    state: row?.state ?? 'closed',
    failures: row?.failures ?? 0,
    problem: row?.problem ?? null,
    restMs: row?.rest_ms ?? 0,
    pauseMs: row?.pause_ms ?? 0,
  };
}

/** Takes the one call that a resting system is tried with, once its rest is over; false when another has it. */
export async function claimTry(db: Database, connectionId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    update connection_health
    set state = 'half-open', retry_at = clock_timestamp() + make_interval(secs => ${TRY_SECONDS}), changed_at = now()
    where connection_id = ${connectionId} and state in ('open', 'half-open') and retry_at <= clock_timestamp()
    returning connection_id`);
  return rows.length > 0;
}

/** The try call ended without a verdict (we were stopped): the next one may come at once. */
export async function giveTryBack(db: Database, connectionId: string): Promise<void> {
  await db.execute(sql`
    update connection_health set retry_at = clock_timestamp()
    where connection_id = ${connectionId} and state = 'half-open'`);
}

/**
 * Counts a failure: the fifth in a row opens the circuit, a failed try opens it again, each time for twice as long (30 s
 * to 15 min).
 *
 * @param jitter 0.8 … 1.2: connections that broke together are not tried together
 * @returns for how long the circuit opened, in seconds; null when this failure did not open it
 */
export async function countFailure(
  db: Database,
  connectionId: string,
  failure: { readonly problem: Message; readonly isTry: boolean; readonly jitter: number },
): Promise<number | null> {
  const { problem, isTry, jitter } = failure;
  const opens = sql`(h.state = 'closed' and h.failures + 1 >= ${FAILURES_TO_OPEN}
    or h.state = 'half-open' and ${isTry})`;
  const rest = sql`least(${LONGEST_REST_SECONDS}, ${FIRST_REST_SECONDS} * 2 ^ least(h.openings, 10)) * ${jitter}::float8`;
  const [row] = await db.execute<{ opened: boolean; seconds: number }>(sql`
    insert into connection_health as h (connection_id, failures, problem)
    values (${connectionId}, 1, ${JSON.stringify(problem)}::jsonb)
    on conflict (connection_id) do update set
      failures = h.failures + 1,
      problem = excluded.problem,
      state = case when ${opens} then 'open' else h.state end,
      openings = case when ${opens} then h.openings + 1 else h.openings end,
      retry_at = case when ${opens} then clock_timestamp() + make_interval(secs => ${rest}) else h.retry_at end,
      changed_at = case when ${opens} then clock_timestamp() else h.changed_at end
    returning state = 'open' and changed_at >= statement_timestamp() as opened,
      coalesce(extract(epoch from retry_at - clock_timestamp()), 0)::float8 as seconds`);
  return row?.opened ? Math.ceil(row.seconds) : null;
}

/**
 * A call got through: nothing is held against the system any more. A late answer alone ends no rest; the try does.
 *
 * @returns whether anything had been held against it
 */
export async function countSuccess(
  db: Database | Transaction,
  connectionId: string,
  endsRest: boolean,
): Promise<boolean> {
  const rows = await db.execute(sql`
    update connection_health
    set state = 'closed', failures = 0, openings = 0, retry_at = null, problem = null, changed_at = now()
    where connection_id = ${connectionId} and (failures > 0 or state <> 'closed')
      and (state = 'closed' or ${endsRest})
    returning connection_id`);
  return rows.length > 0;
}
