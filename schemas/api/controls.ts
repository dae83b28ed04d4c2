import { z } from 'zod';
import { amountSchema, currencySchema, dateSchema } from '../documents/amounts.ts';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';

/**
 * Why what a source says and what is booked differ.
 * - held, failed, skipped: how the document ended in its latest run, with the reason
 * - unticked, waiting: left out by a person in a review, or not confirmed yet
 * - unfinished: its run ended before it came to it; under-way: a run is at work on it
 * - uncertain: it may have arrived
 * - changed: the source has changed it since it was booked
 * - reset: its booking was declared void
 * - never-read: the source counts more than was read
 * - unexplained: nothing known explains it
 * - not-booked: payments that are not booked, by choice; left-out: by a rule of the source node; dismissed: by a person;
 *   rounding; spread: an amount without detail, divided by the rule for it. None of these, nor what is under way, is an alarm.
 */
export const DIFFERENCE_CAUSES = [
  'unexplained',
  'uncertain',
  'failed',
  'held',
  'changed',
  'never-read',
  'unfinished',
  'reset',
  'skipped',
  'unticked',
  'waiting',
  'under-way',
  'not-booked',
  'left-out',
  'dismissed',
  'rounding',
  'spread',
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

/** Causes that are nobody's fault and need nothing done. */
export const QUIET_CAUSES: readonly DifferenceCause[] = [
  'under-way',
  'not-booked',
  'left-out',
  'dismissed',
  'rounding',
  'spread',
];

const causeSchema = z.object({
  cause: z.enum(DIFFERENCE_CAUSES),
  /** Why, of held, failed and skipped documents. */
  reason: messageSchema.nullable(),
  /** Documents concerned. */
  count: z.int(),
  /** How much of the difference they explain, signed: what the source says less what is booked. */
  amount: amountSchema,
  /** The first of them. */
  documents: z.array(z.object({ number: z.string(), run: z.uuid(), document: z.uuid() })),
});
export type CellCause = z.infer<typeof causeSchema>;

/** What one alarm says of its day: amounts are of document totals, by currency. */
export const alarmCauseSchema = causeSchema.omit({ amount: true }).extend({
  amounts: z.array(z.object({ currency: currencySchema, amount: amountSchema })),
});
export type AlarmCause = z.infer<typeof alarmCauseSchema>;

export const CELL_KINDS = ['total', 'base', 'tax', 'payment'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** One sum of one day, as the source's documents have it and as it is booked. */
export const controlCellSchema = z.object({
  day: dateSchema,
  shop: z.string(),
  currency: currencySchema,
  kind: z.enum(CELL_KINDS),
  /** The VAT rate of a base or a tax, the method of a payment; empty for a total. */
  key: z.string(),
  documents: z.int(),
  source: amountSchema,
  booked: amountSchema,
  difference: amountSchema,
  causes: z.array(causeSchema),
  isAlarm: z.boolean(),
});
export type ControlCell = z.infer<typeof controlCellSchema>;

/** What the source itself counts, asked live, beside what was read of it. Sales only. */
export const liveTotalSchema = z.object({
  day: dateSchema,
  currency: currencySchema,
  counted: z.int(),
  read: z.int(),
  sourceTotal: amountSchema,
  readTotal: amountSchema,
});
export type LiveTotal = z.infer<typeof liveTotalSchema>;

const waySchema = z.object({ node: z.string(), title: z.string() });

export const completenessSchema = z.object({
  ways: z.array(waySchema),
  /** The way out that the cells are about; null when the flow has none. */
  way: z.string().nullable(),
  period: z.object({ from: dateSchema, to: dateSchema }),
  documents: z.int(),
  cells: z.array(controlCellSchema),
  /** Empty unless asked for and supported. */
  live: z.array(liveTotalSchema),
  /** Whether the source can be asked, and why it could not. */
  canAsk: z.boolean(),
  problem: messageSchema.nullable(),
});
export type Completeness = z.infer<typeof completenessSchema>;

export const completenessAlarmSchema = z.object({
  id: z.uuid(),
  flow: z.object({ id: z.uuid(), name: z.string() }),
  way: z.string(),
  day: dateSchema,
  causes: z.array(alarmCauseSchema),
  raisedAt: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  clearedAt: z.iso.datetime().nullable(),
});
export type CompletenessAlarm = z.infer<typeof completenessAlarmSchema>;

const askSchema = z.object({
  /** The last 31 days up to yesterday unless both are set. */
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  way: z.string().max(64).optional(),
  /** "true" asks the source itself. */
  live: z.enum(['true', 'false']).optional(),
});

export const controlEndpoints = {
  getCompleteness: endpoint({
    method: 'get',
    path: '/flows/{id}/completeness',
    summary: 'What the source says of each day of a period beside what is booked, with what explains the difference',
    role: 'viewer',
    params: z.object({ id: z.uuid() }),
    query: askSchema,
    response: completenessSchema,
  }),
  getIgnoredSettings: endpoint({
    method: 'get',
    path: '/flows/{id}/ignored-settings',
    summary: 'Settings of the draft’s mappings that none of their targets has a place for, by node and path',
    role: 'viewer',
    params: z.object({ id: z.uuid() }),
    response: z.object({ nodes: z.record(z.string(), z.array(z.string())) }),
  }),
  checkCompleteness: endpoint({
    method: 'post',
    path: '/flows/{id}/completeness/check',
    summary: 'Check a flow now: alarms are raised for days that do not agree, and cleared for those that do',
    role: 'editor',
    params: z.object({ id: z.uuid() }),
    body: z.object({ from: dateSchema, to: dateSchema }).refine(({ from, to }) => from <= to),
    response: z.object({ open: z.int() }),
  }),
  listCompletenessAlarms: endpoint({
    method: 'get',
    path: '/completeness/alarms',
    summary: 'Days that do not agree, of all flows, oldest first',
    role: 'viewer',
    query: z.object({ flow: z.uuid().optional(), state: z.enum(['open', 'cleared']).optional() }),
    response: z.object({
      items: z.array(completenessAlarmSchema),
      /** Of all that are open. */
      open: z.int(),
      checks: z.array(
        z.object({
          flow: z.uuid(),
          checkedAt: z.iso.datetime(),
          isLive: z.boolean(),
          problem: messageSchema.nullable(),
        }),
      ),
    }),
  }),
};
