import { z } from 'zod';
import type { EngineServices } from '../jobs/services.ts';
import type { TaskSet } from '../jobs/task-set.ts';
import { markBooked } from './mark-booked.ts';
import { MARK } from './mark-jobs.ts';

const payloadSchema = z.object({ runId: z.uuid(), attempt: z.int().min(1) });

/** Sources are told what is booked, where somebody wants that. */
export function markTasks(services: EngineServices): TaskSet {
  return {
    tasks: {
      [MARK]: async (payload) => {
        const { runId, attempt } = payloadSchema.parse(payload);
        await markBooked(services, runId, attempt);
      },
    },
  };
}
