import type { TaskList } from 'graphile-worker';

/** What one subject asks of the queue: tasks by name, and when the queue is to call them by itself. */
export interface TaskSet {
  readonly tasks: TaskList;
  /** Lines of a crontab, in UTC: https://worker.graphile.org/docs/cron */
  readonly crontab?: string;
}
