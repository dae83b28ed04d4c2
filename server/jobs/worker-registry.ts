import { setTimeout as sleep } from 'node:timers/promises';
import { eq, lt, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database.ts';
import { workerProcess } from '../db/schema/index.ts';

const HEARTBEAT_MS = 4_000;
/** Several heartbeats may be late before a process counts as dead; well within the 30 s that a run may stand still. */
const DEAD_AFTER_SECONDS = 16;
/** A process that could not say for so long that it lives calls nobody: soon others will do its work. */
const SILENT_AFTER_MS = 12_000;

export interface WorkerRegistry {
  /** Names one more id under which jobs are locked for this process. */
  readonly add: (lockId: string) => void;
  /** An id under which nothing is worked on any more: what is still locked under it is freed. */
  readonly drop: (lockId: string) => void;
  /** Under which id this process is registered; it changes when it was thought dead. */
  readonly workerId: () => string;
  /** Whether the process is surely not thought dead. */
  readonly mayCall: () => boolean;
  readonly stop: () => Promise<void>;
}

export interface RegistryOptions {
  /** Called when this process finds that it was declared dead: others do its work by now. */
  readonly onLost?: () => void;
  /** Called after every heartbeat. */
  readonly onBeat?: () => Promise<void>;
  readonly heartbeatMs?: number;
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
    // The leases of a dead process go with its row.
    await tx.delete(workerProcess).where(lt(workerProcess.heartbeatAt, limit));
    // A lock younger than the limit may belong to a process that has not yet written its new queue's id down.
    const freed = await tx.execute<{ locked_by: string }>(sql`
      select locked_by from graphile_worker.jobs
      where locked_at < ${limit} and locked_by not in (select unnest(lock_ids) from worker_process)`);
    if (freed.length === 0) return 0;
    const holders = JSON.stringify([...new Set(freed.map((row) => row.locked_by))]);
    await tx.execute(sql`
      select graphile_worker.force_unlock_workers(array(select jsonb_array_elements_text(${holders}::jsonb)))`);
    return freed.length;
  });
}

/** Registers this process and keeps saying that it lives, and looks for others that no longer do. */
export async function joinRegistry(
  db: Database,
  logger: Logger,
  { onLost, onBeat, heartbeatMs = HEARTBEAT_MS }: RegistryOptions = {},
): Promise<WorkerRegistry> {
  let id = uuidv7();
  let lastBeat = performance.now();
  const lockIds = new Set<string>();
  /** Ids that are done with, until what may still be locked under them is freed. */
  const dropped = new Set<string>();
  const freeDropped = async () => {
    const ids = [...dropped];
    if (ids.length === 0) return;
    await db.execute(sql`
      select graphile_worker.force_unlock_workers(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)))`);
    for (const one of ids) dropped.delete(one);
  };
  const register = () => db.insert(workerProcess).values({ id, lockIds: [...lockIds] });
  const beat = async () => {
    const sentAt = performance.now();
    const [known] = await db
      .update(workerProcess)
      .set({ lockIds: [...lockIds], heartbeatAt: sql`now()` })
      .where(eq(workerProcess.id, id))
      .returning({ id: workerProcess.id });
    if (!known) {
      logger.warn('this process was thought dead; what it has in hand is left to others');
      onLost?.();
      // A new name: what the old one still gives back is not what the new one has taken.
      id = uuidv7();
      await register();
    }
    lastBeat = sentAt;
    await freeDropped();
    const released = await releaseDeadWorkers(db);
    if (released > 0) logger.warn({ released }, 'jobs of dead workers were freed');
    await onBeat?.();
  };
  await register();
  await releaseDeadWorkers(db);
  const stopping = new AbortController();
  const { signal } = stopping;
  const beating = (async () => {
    while (!signal.aborted) {
      await sleep(heartbeatMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      // A database that is away for a moment stops no worker; the next beat tells.
      await beat().catch((error: Error) => logger.warn({ error: error.message }, 'no heartbeat'));
    }
  })();
  return {
    add: (lockId) => lockIds.add(lockId),
    drop: (lockId) => {
      lockIds.delete(lockId);
      dropped.add(lockId);
    },
    workerId: () => id,
    mayCall: () => performance.now() - lastBeat < SILENT_AFTER_MS,
    stop: async () => {
      stopping.abort();
      await beating;
      // Without a database the row stays, and is found to be a dead one's.
      await db
        .delete(workerProcess)
        .where(eq(workerProcess.id, id))
        .catch((error: Error) => logger.warn({ error: error.message }, 'not signed off'));
    },
  };
}
