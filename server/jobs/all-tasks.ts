import type { TaskList } from 'graphile-worker';
import { housekeepingTasks } from '../retention/housekeeping.ts';
import type { EngineServices } from './services.ts';

/** What one subject asks of the queue: tasks by name, and when the queue is to call them by itself. */
export interface TaskSet {
  readonly tasks: TaskList;
  /** Lines of a crontab, in UTC: https://worker.graphile.org/docs/cron */
  readonly crontab?: string;
}

/** The subjects that work in the background, one line each. */
export function allTasks(services: EngineServices): readonly TaskSet[] {
  return [housekeepingTasks(services)];
}
