import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';

export const FIRE_SCHEDULE = 'fire-schedule';
export const CHECK_SCHEDULES = 'check-schedules';

function jobKey(scheduleId: string): string {
  return `schedule:${scheduleId}`;
}

/**
 * The one job of a schedule, in the caller's transaction: an earlier one is replaced. It says "look at this schedule"
 * and nothing else; what is due follows from the row.
 */
export async function enqueueSchedule(tx: Database | Transaction, scheduleId: string, at: Date): Promise<void> {
  const payload = JSON.stringify({ scheduleId });
  await tx.execute(sql`
    select graphile_worker.add_job(${FIRE_SCHEDULE}, payload => ${payload}::json, job_key => ${jobKey(scheduleId)},
      run_at => ${at.toISOString()}::timestamptz, max_attempts => 100)`);
}

export async function removeScheduleJob(tx: Transaction, scheduleId: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.remove_job(${jobKey(scheduleId)})`);
}

/**
 * Schedules whose next instant no job will look at in time: the job was lost, has used up its attempts, or waits longer
 * than a minute after a failure.
 */
export async function schedulesWithoutJob(db: Database): Promise<{ id: string; nextAt: Date }[]> {
  const rows = await db.execute<{ id: string; next_at: string }>(sql`
    select s.id, s.next_at from schedule s join flow f on f.id = s.flow_id
    where not s.paused and s.next_at is not null and f.archived_at is null and not exists (
      select 1 from graphile_worker.jobs j
      where j.key = 'schedule:' || s.id and j.attempts < j.max_attempts
        and (j.locked_at is not null or j.run_at <= greatest(s.next_at, now()) + interval '1 minute'))`);
  return rows.map((row) => ({ id: row.id, nextAt: new Date(row.next_at) }));
}
