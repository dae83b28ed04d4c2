import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../db/database.ts';
import { takeSizeSample } from '../health/sizes.ts';
import type { TaskSet } from '../jobs/all-tasks.ts';
import type { EngineServices } from '../jobs/services.ts';
import { dayOf } from './days.ts';
import { ensurePartitions } from './partitions.ts';
import { prune } from './prune.ts';
import { readLastPruning } from './retention-settings.ts';

const KEEP_HOUSE = 'keep-house';

/**
 * Has the house kept soon, in the caller's transaction. One job of each kind waits at most, however often it is asked for.
 *
 * @param isAsked whether old data goes at once, even if it was looked for today
 */
export async function enqueueHousekeeping(tx: Database | Transaction, isAsked: boolean): Promise<void> {
  const payload = JSON.stringify({ now: isAsked });
  const key = isAsked ? `${KEEP_HOUSE}-now` : KEEP_HOUSE;
  await tx.execute(sql`
    select graphile_worker.add_job(${KEEP_HOUSE}, payload => ${payload}::json, queue_name => ${KEEP_HOUSE},
      job_key => ${key}, max_attempts => 3)`);
}

/**
 * Partitions for the days to come, every time; old data removed and sizes noted once a day, or again within the hour
 * while something was postponed, or at once when a person asked.
 */
export async function keepHouse(db: Database, logger: Logger, now: Date, isAsked: boolean): Promise<void> {
  await ensurePartitions(db, now);
  const last = await readLastPruning(db);
  const isDone = last !== null && last.postponed === 0 && last.at.slice(0, 10) === dayOf(now);
  if (isAsked || !isDone) await prune(db, logger, now);
  await takeSizeSample(db, now);
}

/** Every hour, so that a computer that is on for some hours a day has its day too; mostly there is nothing to do. */
export function housekeepingTasks(services: EngineServices): TaskSet {
  const { db, logger, now } = services;
  return {
    tasks: {
      [KEEP_HOUSE]: async (payload) => {
        const isAsked = (payload as { now?: unknown } | null)?.now === true;
        await keepHouse(db, logger, now(), isAsked);
      },
    },
    crontab: `17 * * * * ${KEEP_HOUSE} ?queue=${KEEP_HOUSE}&jobKey=${KEEP_HOUSE}&max=3`,
  };
}
