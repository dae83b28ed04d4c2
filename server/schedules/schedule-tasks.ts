import type { EngineServices } from '../jobs/services.ts';
import { fireSchedule } from './fire-schedule.ts';
import { CHECK_SCHEDULES, enqueueSchedule, FIRE_SCHEDULE, schedulesWithoutJob } from './schedule-jobs.ts';
import { flowsWithWaiting, startWaiting } from './start-waiting.ts';

function scheduleIdOf(payload: unknown): string {
  const scheduleId = (payload as { scheduleId?: unknown } | null)?.scheduleId;
  if (typeof scheduleId !== 'string') throw new Error('a job without a schedule');
  return scheduleId;
}

/**
 * Gives every schedule its job back and every waiting slot its turn. The jobs themselves see to both; this is for what
 * was lost: a job deleted by hand or out of attempts, an end of a run that nobody told of.
 */
export async function checkSchedules(services: EngineServices): Promise<void> {
  const { db } = services;
  for (const { id, nextAt } of await schedulesWithoutJob(db)) await enqueueSchedule(db, id, nextAt);
  for (const flowId of await flowsWithWaiting(db)) {
    await db.transaction((tx) => startWaiting(tx, services, flowId));
  }
}

/** What schedules ask of the queue. */
export function scheduleTasks(services: EngineServices) {
  return {
    tasks: {
      [FIRE_SCHEDULE]: (payload: unknown) => fireSchedule(services.db, services, scheduleIdOf(payload)),
      [CHECK_SCHEDULES]: () => checkSchedules(services),
    },
    crontab: `* * * * * ${CHECK_SCHEDULES}`,
  };
}
