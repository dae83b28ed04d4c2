import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';

/** Calls a second on average, and how many may come at once after a pause. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Grant {
  /** Calls that may be made, after the wait. */
  readonly calls: number;
  readonly waitMs: number;
}

interface Taken extends Record<string, unknown> {
  readonly granted: number;
  readonly level: number;
}

/**
 * Takes calls out of the bucket that all workers share. What is there is given at once, up to `want`; from an empty one
 * a few are reserved ahead (the level falls below zero), and may be used after the wait. One statement under the row's
 * lock: two workers are never given the same call.
 *
 * @param patienceMs longest wait for which anything is reserved; beyond it nothing is taken and `calls` is 0
 */
export async function takeCalls(
  db: Database,
  connectionId: string,
  rate: Rate,
  want: number,
  patienceMs: number,
): Promise<Grant> {
  const { perSecond, burst } = rate;
  const few = Math.min(want, Math.max(1, Math.floor(perSecond / 5)));
  const take = () =>
    db.execute<Taken>(sql`
      with bucket as (
        select connection_id, least(${burst}::float8, tokens
          + greatest(0, extract(epoch from clock_timestamp() - refilled_at))::float8 * ${perSecond}::float8) as level
        from rate_bucket where connection_id = ${connectionId} for update
      ), decided as (
        select connection_id, level, case
          when level >= 1 then least(${want}::float8, floor(level))
          when (${few}::float8 - level) / ${perSecond}::float8 * 1000 <= ${patienceMs}::float8 then ${few}::float8
          else 0 end as granted
        from bucket)
      update rate_bucket b set tokens = d.level - d.granted, refilled_at = clock_timestamp()
      from decided d where b.connection_id = d.connection_id
      returning d.granted::int as granted, d.level`);
  let [row] = await take();
  if (!row) {
    await db.execute(sql`
      insert into rate_bucket (connection_id, tokens) values (${connectionId}, ${burst}) on conflict do nothing`);
    [row] = await take();
  }
  if (!row) return { calls: 0, waitMs: 0 };
  const missing = Math.max(row.granted, 1) - row.level;
  return { calls: row.granted, waitMs: Math.max(0, Math.ceil((missing / perSecond) * 1000)) };
}

/** Nobody calls for a while: the system said so. A longer pause that is under way stays. */
export async function pauseCalls(db: Database, connectionId: string, pauseMs: number): Promise<void> {
  await db.execute(sql`
    insert into rate_bucket as b (connection_id, tokens, paused_until)
    values (${connectionId}, 0, clock_timestamp() + make_interval(secs => ${pauseMs / 1000}))
    on conflict (connection_id) do update
    set paused_until = greatest(coalesce(b.paused_until, '-infinity'), excluded.paused_until)`);
}
