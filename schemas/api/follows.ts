import { z } from 'zod';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { idParam, okSchema } from './shared.ts';

/** How a run can end. */
export const END_STATUSES = ['succeeded', 'partial', 'failed', 'cancelled'] as const;
export type EndStatus = (typeof END_STATUSES)[number];
const endStatusesSchema = z
  .array(z.enum(END_STATUSES))
  .min(1)
  .max(END_STATUSES.length)
  .refine((statuses) => new Set(statuses).size === statuses.length, 'each at most once');

const namedFlowSchema = z.object({ id: z.uuid(), name: z.string() });

/** One flow starts after runs of another one, or of every other one, that end in these ways. */
export const followSchema = z.object({
  id: z.uuid(),
  /** Null for every flow of the workspace. */
  after: namedFlowSchema.nullable(),
  statuses: endStatusesSchema,
  /** Why the flow could not be started when it last should have been. */
  problem: z.object({ message: messageSchema, at: z.iso.datetime() }).nullable(),
});
export type Follow = z.infer<typeof followSchema>;

export const followsSchema = z.object({
  items: z.array(followSchema),
  /** Flows that start after this one, those that start after every flow included. */
  followers: z.array(namedFlowSchema.extend({ statuses: endStatusesSchema })),
});
export type Follows = z.infer<typeof followsSchema>;

export const followEndpoints = {
  listFollows: endpoint({
    method: 'get',
    path: '/flows/{id}/follows',
    summary: 'After which flows this one starts, and which start after it',
    role: 'viewer',
    params: idParam,
    response: followsSchema,
  }),
  saveFollow: endpoint({
    method: 'put',
    path: '/flows/{id}/follows',
    summary: 'Start this flow after runs of another one that end so; replaces what was set for that flow',
    role: 'editor',
    params: idParam,
    body: z.object({ after: z.uuid().nullable(), statuses: endStatusesSchema }),
    response: followsSchema,
  }),
  deleteFollow: endpoint({
    method: 'delete',
    path: '/flows/{id}/follows/{follow}',
    summary: 'Start this flow after that one no more',
    role: 'editor',
    params: idParam.extend({ follow: z.uuid() }),
    response: okSchema,
  }),
};
