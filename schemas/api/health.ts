import { z } from 'zod';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';

/** What stored data is for: proof of what was booked, source documents as read, the log of every step, the rest. */
export const DATA_CLASSES = ['proof', 'payload', 'trace', 'other'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];
export const bytesByClassSchema = z.object({ proof: z.int(), payload: z.int(), trace: z.int(), other: z.int() });
export type BytesByClass = z.infer<typeof bytesByClassSchema>;

/** The classes that are kept by day and dropped whole. */
export const dayClassSchema = z.enum(['payload', 'trace']);
export type DayClass = z.infer<typeof dayClassSchema>;

/** How many days each class is kept. What is proof of a booking is never removed, whatever is set here. */
export const retentionSchema = z.object({
  traceDays: z.int().min(1).max(3650),
  payloadDays: z.int().min(7).max(3650),
  /** Where the forecast ends; null takes the free space of the disk where it is known. */
  limitBytes: z.int().min(100_000_000).nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;

/** A day of source documents that is past its age and stays, because somebody still needs it. */
export const keptDaySchema = z.object({
  day: z.iso.date(),
  bytes: z.int(),
  /** Runs that are not over; null when the run is another workspace's. */
  runs: z.array(z.object({ id: z.uuid(), flow: z.string().nullable() })),
  /** Held documents that can still be tried again. */
  held: z.int(),
});
export type KeptDay = z.infer<typeof keptDaySchema>;

export const retentionPreviewSchema = z.object({
  /** Days that would be dropped. */
  trace: z.object({ days: z.int(), bytes: z.int(), from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
  payload: z.object({ days: z.int(), bytes: z.int(), from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
  /** Dry runs that would be deleted. */
  dryRuns: z.int(),
  kept: z.array(keptDaySchema),
});
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

/** What one pruning did. */
export const pruningSchema = z.object({
  at: z.iso.datetime(),
  dropped: z.array(z.object({ class: dayClassSchema, day: z.iso.date(), bytes: z.int() })),
  /** Days that a run was busy with, to be dropped an hour later. */
  postponed: z.int(),
  /** Days of source documents that unfinished runs or held documents need. */
  kept: z.int(),
  /** Rows that got a day of their own. */
  moved: z.int(),
  dryRuns: z.int(),
  /** Old deliveries of webhooks, slots of schedules, handled ends of runs, jobs given up. */
  rows: z.int(),
});
export type Pruning = z.infer<typeof pruningSchema>;

const riskSchema = z.object({
  count: z.int(),
  amounts: z.array(z.object({ currency: z.string(), amount: z.string() })),
});
export type Risk = z.infer<typeof riskSchema>;

export const systemHealthSchema = z.object({
  at: z.iso.datetime(),
  version: z.string(),
  /** What a person should look at, gravest first; empty when all is well. */
  findings: z.array(messageSchema),
  database: z.object({ version: z.string(), answeredInMs: z.int() }),
  storage: z.object({
    bytes: z.int(),
    byClass: bytesByClassSchema,
    /** One a day, oldest first, 30 at most. */
    samples: z.array(z.object({ day: z.iso.date(), bytes: z.int(), byClass: bytesByClassSchema })),
    /** By a straight line through the samples; null while there are fewer than three. */
    growthPerDay: z.int().nullable(),
    limit: z.object({ bytes: z.int(), from: z.enum(['setting', 'disk']) }).nullable(),
    /** Days until the limit at this growth; null when it does not grow, or nothing is known yet. */
    daysLeft: z.int().nullable(),
    partitions: z.array(
      z.object({
        class: dayClassSchema,
        days: z.int(),
        bytes: z.int(),
        from: z.iso.date().nullable(),
        to: z.iso.date().nullable(),
      }),
    ),
    kept: z.array(keptDaySchema),
  }),
  workers: z.array(
    z.object({ id: z.uuid(), since: z.iso.datetime(), heartbeatAt: z.iso.datetime(), alive: z.boolean() }),
  ),
  queue: z.object({
    /** Jobs that could be done now and are not. */
    waiting: z.int(),
    oldestWaiting: z.iso.datetime().nullable(),
    working: z.int(),
    /** Jobs for later: retries and schedules. */
    later: z.int(),
    /** Jobs that were tried as often as they may be. */
    givenUp: z.int(),
  }),
  runs: z.object({ queued: z.int(), running: z.int(), inReview: z.int(), oldestReview: z.iso.datetime().nullable() }),
  held: riskSchema,
  uncertain: riskSchema,
  /** Days on which what is booked does not agree with the source, by the last checks. */
  daysThatDiffer: z.int(),
  circuits: z.array(
    z.object({
      connection: z.object({ id: z.uuid(), name: z.string() }),
      state: z.enum(['open', 'half-open']),
      retryAt: z.iso.datetime().nullable(),
      problem: messageSchema.nullable(),
    }),
  ),
  overdue: z.array(
    z.object({ id: z.uuid(), flow: z.object({ id: z.uuid(), name: z.string() }), dueAt: z.iso.datetime() }),
  ),
  retention: retentionSchema,
  pruning: pruningSchema.nullable(),
});
export type SystemHealth = z.infer<typeof systemHealthSchema>;

export const healthEndpoints = {
  getSystemHealth: endpoint({
    method: 'get',
    path: '/system/health',
    summary: 'How the installation is: database, workers, queue, money that waits, space and its forecast',
    role: 'viewer',
    response: systemHealthSchema,
  }),
  previewRetention: endpoint({
    method: 'post',
    path: '/system/retention/preview',
    summary: 'What would be removed if data were kept for so long',
    role: 'owner',
    body: retentionSchema,
    response: retentionPreviewSchema,
  }),
  setRetention: endpoint({
    method: 'put',
    path: '/system/retention',
    summary: 'Keep data for so long, and remove at once what is older',
    role: 'owner',
    body: retentionSchema,
    response: retentionSchema,
  }),
};

/** Beside these, a plain route: GET /api/metrics gives the figures in Prometheus' text format, to a viewer or an API key. */
export const METRICS_PATH = '/api/metrics';
