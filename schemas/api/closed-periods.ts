import { z } from 'zod';
import { dateSchema } from '../documents/amounts.ts';
import { endpoint } from './endpoint.ts';
import { idParam } from './shared.ts';

/** Who said when, and why, that a period is closed until a day (or that nothing is closed: null). */
export const closedPeriodChangeSchema = z.object({
  id: z.int(),
  /** Null for the whole workspace. */
  flow: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  closedUntil: dateSchema.nullable(),
  /** What held before in the same scope. */
  before: dateSchema.nullable(),
  reason: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type ClosedPeriodChange = z.infer<typeof closedPeriodChangeSchema>;

export const closedPeriodsSchema = z.object({
  /** Last closed day of the workspace; null when nothing is closed for all. */
  closedUntil: dateSchema.nullable(),
  flows: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** What was said for this flow alone. */
      own: dateSchema.nullable(),
      /** The later of its own day and the workspace's: nothing is booked on it or before. */
      effective: dateSchema.nullable(),
    }),
  ),
  /** Newest first, 200 at most. */
  history: z.array(closedPeriodChangeSchema),
});
export type ClosedPeriods = z.infer<typeof closedPeriodsSchema>;

export const closedPeriodEndpoints = {
  getClosedPeriods: endpoint({
    method: 'get',
    path: '/closed-periods',
    summary: 'Until when the books are closed, for the workspace and each flow, with the history',
    role: 'viewer',
    response: closedPeriodsSchema,
  }),
  setClosedPeriod: endpoint({
    method: 'put',
    path: '/closed-periods',
    summary: 'Close the books until a day, or open them again, with a reason when the day moves back',
    role: 'owner',
    body: z.object({
      /** Null for the whole workspace. */
      flow: z.uuid().nullable(),
      /** Null opens everything in this scope. */
      closedUntil: dateSchema.nullable(),
      /** What the caller saw: somebody else may have moved it meanwhile. */
      before: dateSchema.nullable(),
      reason: z.string().trim().max(500),
    }),
    response: closedPeriodsSchema,
  }),
  getFlowClosedPeriod: endpoint({
    method: 'get',
    path: '/flows/{id}/closed-period',
    summary: 'Last day on which nothing of this flow is booked any more',
    role: 'viewer',
    params: idParam,
    response: z.object({ closedUntil: dateSchema.nullable() }),
  }),
};
