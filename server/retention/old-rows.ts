import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { withShortLock } from './short-lock.ts';

const CHUNK = 5000;

/** How long small rows are remembered, in days. A webhook's delivery is recognised for this long. */
export const ROW_DAYS = { hookEvents: 30, scheduleSlots: 400, outbox: 14, givenUpJobs: 1 } as const;

/**
 * What is deleted by row, each statement a chunk of the oldest. A delivery of a webhook that no run has taken up yet
 * stays, however old, and so does one whose run is not over: with some sources it holds the documents themselves.
 */
const DELETES: readonly SQL[] = [
  sql`delete from hook_event where id in (
    select e.id from hook_event e
    where e.received_at < now() - make_interval(days => ${ROW_DAYS.hookEvents}) and e.run_id is not null
      and not exists (select from run r where r.id = e.run_id and r.status in ('queued', 'running', 'in-review', 'failed'))
    limit ${CHUNK}) returning 1`,
  sql`delete from schedule_slot where (schedule_id, at) in (
    select schedule_id, at from schedule_slot
    where at < now() - make_interval(days => ${ROW_DAYS.scheduleSlots}) and status <> 'waiting'
    limit ${CHUNK}) returning 1`,
  sql`delete from outbox where id in (
    select id from outbox where handled_at < now() - make_interval(days => ${ROW_DAYS.outbox}) limit ${CHUNK}) returning 1`,
  sql`select 1 from graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
      and updated_at < now() - make_interval(days => ${ROW_DAYS.givenUpJobs})
    limit ${CHUNK}))`,
];

/** @returns how many rows are gone */
export async function deleteOldRows(db: Database): Promise<number> {
  let deleted = 0;
  for (const statement of DELETES) {
    for (;;) {
      const gone = await withShortLock(db, (tx) => tx.execute(statement));
      deleted += gone?.length ?? 0;
      if (gone === null || gone.length < CHUNK) break;
    }
  }
  return deleted;
}
