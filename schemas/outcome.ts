import { z } from 'zod';

/**
 * How one source document ended in one run.
 * - pending: not decided yet (waiting for review, or still moving)
 * - posted: delivered to the target
 * - previewed: a dry run got it to the point of delivery; nothing left the house
 * - skipped: by a rule, with the reason (unpaid, already posted, unticked)
 * - held: a person must mend something; nothing was booked
 * - failed: the document itself is unusable, or the target refused it
 */
export const OUTCOMES = ['pending', 'posted', 'previewed', 'skipped', 'held', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const outcomeSchema = z.enum(OUTCOMES);

export const outcomeCountsSchema = z.object({
  total: z.int(),
  pending: z.int(),
  posted: z.int(),
  previewed: z.int(),
  skipped: z.int(),
  held: z.int(),
  failed: z.int(),
});
export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>;

export const RUN_STATUSES = ['queued', 'running', 'in-review', 'succeeded', 'partial', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
export const runStatusSchema = z.enum(RUN_STATUSES);

/**
 * What starts a run: a person, a schedule, a webhook, another program, the command line, the end of another run, held
 * documents tried again, a past run done once more.
 */
export const RUN_TRIGGERS = ['manual', 'schedule', 'webhook', 'api', 'cli', 'flow', 'retry', 'replay'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];
export const runTriggerSchema = z.enum(RUN_TRIGGERS);

const FINISHED: readonly RunStatus[] = ['succeeded', 'partial', 'failed', 'cancelled'];
export function isFinished(status: RunStatus): boolean {
  return FINISHED.includes(status);
}

export const LOG_LEVELS = ['debug', 'info', 'warning', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export const logLevelSchema = z.enum(LOG_LEVELS);
