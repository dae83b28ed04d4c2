import { controlTasks } from '../controls/control-tasks.ts';
import { hookTasks } from '../hooks/hook-tasks.ts';
import { limitTasks } from '../limits/limit-tasks.ts';
import { markTasks } from '../marks/mark-tasks.ts';
import { outboxTasks } from '../outbox/outbox-tasks.ts';
import { housekeepingTasks } from '../retention/housekeeping.ts';
import { scheduleTasks } from '../schedules/schedule-tasks.ts';
import type { EngineServices } from './services.ts';
import type { TaskSet } from './task-set.ts';

export type { TaskSet } from './task-set.ts';

/** The subjects that work in the background, one line each. */
export function allTasks(services: EngineServices): readonly TaskSet[] {
  return [
    housekeepingTasks(services),
    limitTasks(services),
    outboxTasks(services),
    scheduleTasks(services),
    hookTasks(services),
    controlTasks(services),
    markTasks(services),
  ];
}
