import { setTimeout as sleep } from 'node:timers/promises';
import { eq, lt, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database.ts';
import { workerProcess } from '../db/schema/index.ts';

const HEARTBEAT_MS = 4_000;
/** Several heartbeats may be late before a process counts as dead; well within the 30 s that a run may stand still. */
const DEAD_AFTER_SECONDS = 16;

export interface WorkerRegistry {
  /** Names one more id under which jobs are locked for this process. */
  readonly add: (lockId: string) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Frees the jobs that no living process holds. graphile-worker by itself would keep them locked for four hours. A
 * process that was only slow does no harm when it wakes: the batch that it then records is out of date.
 *
 * @returns how many jobs were freed
 */
export async function releaseDeadWorkers(db: Database, deadAfterSeconds = DEAD_AFTER_SECONDS): Promise<number> {
  const limit = sql`now() - make_interval(secs => ${deadAfterSeconds})`;
  return db.transaction(async (tx) => {
    await tx.delete(workerProcess).where(lt(workerProcess.heartbeatAt, limit));
    // A lock younger than the limit may belong to a process that has not yet written its new worker's id down.
    const freed = await tx.execute<{ locked_by: string }>(sql`
      select locked_by from graphile_worker.jobs
      where locked_at < ${limit} and locked_by not in (select unnest(lock_ids) from worker_process)`);
    const holders = JSON.stringify([...new Set(freed.map((row) => row.locked_by))]);
    await tx.execute(sql`
      select graphile_worker.force_unlock_workers(array(select jsonb_array_elements_text(${holders}::jsonb)))`);
    return freed.length;
  });
}

/** Registers this process and keeps saying that it lives, and looks for others that no longer do. */
export async function joinRegistry(db: Database, logger: Logger): Promise<WorkerRegistry> {
  const id = uuidv7();
  const lockIds: string[] = [];
  const beat = async () => {
    await db
      .insert(workerProcess)
      .values({ id, lockIds })
      .onConflictDoUpdate({ target: workerProcess.id, set: { lockIds, heartbeatAt: sql`now()` } });
    const released = await releaseDeadWorkers(db);
    if (released > 0) logger.warn({ released }, 'jobs of dead workers were freed');
  };
  await beat();
  const stopping = new AbortController();
  const { signal } = stopping;
  const beating = (async () => {
    while (!signal.aborted) {
      await sleep(HEARTBEAT_MS, undefined, { signal }).catch(() => undefined);
      // A database that is away for a moment stops no worker; the next beat tells.
      await beat().catch((error: Error) => logger.warn({ error: error.message }, 'no heartbeat'));
    }
  })();
  return {
    add: (lockId) => lockIds.push(lockId),
    stop: async () => {
      stopping.abort();
      await beating;
      await db.delete(workerProcess).where(eq(workerProcess.id, id));
    },
  };
}
