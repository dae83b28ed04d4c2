import type { EngineServices } from '../jobs/services.ts';
import type { TaskSet } from '../jobs/task-set.ts';
import { handleRunEnds } from './handle-run-ends.ts';
import { timeOutRuns } from './time-out-runs.ts';
import { wakeLostRuns } from './wake-lost-runs.ts';

/** What happens after runs, and to runs that nothing else would end. */
export function outboxTasks(services: EngineServices): TaskSet {
  const { db, logger } = services;
  return {
    tasks: {
      // The name stands in a trigger of the database as well.
      'handle-run-ends': () => handleRunEnds(services),
      'watch-runs': async () => {
        const ended = await timeOutRuns(db);
        const woken = await wakeLostRuns(db);
        if (ended + woken > 0) logger.warn({ ended, woken }, 'runs were ended or woken by the watchdog');
      },
    },
    crontab: '* * * * * handle-run-ends\n* * * * * watch-runs',
  };
}
