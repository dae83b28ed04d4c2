import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';

export const ADVANCE_RUN = 'advance-run';

/**
 * Wakes the engine up for a run, in the caller's transaction: the job exists exactly when what it is about does.
 * The job says "look at this run" and carries nothing else, so one too many does no harm.
 */
export async function enqueueRun(tx: Transaction | Database, runId: string, runAt?: Date): Promise<void> {
  const payload = JSON.stringify({ runId });
  const at = runAt?.toISOString() ?? null;
  await tx.execute(sql`
    select graphile_worker.add_job(${ADVANCE_RUN}, payload => ${payload}::json, run_at => ${at}::timestamptz, max_attempts => 100)
  `);
}

/** Tells whoever watches a run that it has changed, once the transaction commits. */
export async function notifyRun(tx: Transaction | Database, runId: string): Promise<void> {
  await tx.execute(sql`select pg_notify('passerelle_run', ${runId})`);
}
