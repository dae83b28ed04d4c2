import { z } from 'zod';
import { messageSchema } from '../messages.ts';
import { outcomeCountsSchema, runStatusSchema, runTriggerSchema } from '../outcome.ts';

/**
 * That a run came to its end, and how: what a flow that handles failures passes on. It names documents only by number
 * of causes; no document, no credential and nothing that a remote system sent is in it.
 */
export const noticeSchema = z
  .object({
    /** The same for the same end of a run. */
    id: z.string().min(1),
    kind: z.literal('run-ended'),
    /** When the run ended, ISO 8601 in UTC. */
    at: z.string(),
    flow: z.object({ id: z.string(), name: z.string() }),
    run: z.object({
      id: z.string(),
      status: runStatusSchema,
      /** Where the run is shown, from the root of the product's own address. */
      path: z.string(),
      trigger: runTriggerSchema,
      version: z.int().positive(),
      startedAt: z.string().nullable(),
      finishedAt: z.string().nullable(),
    }),
    counts: outcomeCountsSchema,
    /** Why documents are held or have failed, the most frequent first. */
    causes: z.array(z.object({ message: messageSchema, count: z.int().positive() })),
    /** Why the run itself failed; null when it did not. */
    problem: messageSchema.nullable(),
  })
  .meta({ id: 'Notice', title: 'Notice of the end of a run' });
export type Notice = z.infer<typeof noticeSchema>;
