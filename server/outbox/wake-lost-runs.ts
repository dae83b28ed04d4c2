import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { ADVANCE_RUN, enqueueRun } from '../jobs/enqueue.ts';

/**
 * Wakes the engine for runs that are at work and have no job which would take them further: a job that was given up
 * after its last attempt, or deleted by hand. Every run keeps a job until it ends or waits, so whatever is found here
 * is lost; a job too many does no harm.
 *
 * @returns how many
 */
export async function wakeLostRuns(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const lost = await tx.execute<{ id: string }>(sql`
      select run.id from run where run.status = 'running' and not exists (
        select from graphile_worker._private_jobs job
        join graphile_worker._private_tasks task on task.id = job.task_id and task.identifier = ${ADVANCE_RUN}
        where job.payload->>'runId' = run.id::text and (job.attempts < job.max_attempts or job.locked_at is not null))`);
    for (const { id } of lost) await enqueueRun(tx, id);
    return lost.length;
  });
}
