import { z } from 'zod';
import { LIST_IDS } from '../mapping/list-ids.ts';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';

export const listIdSchema = z.enum(LIST_IDS);

export const listValueSchema = z.object({
  value: z.string(),
  name: z.string(),
  /** More about it, as texts: `rate` and `country` of a tax, `plan` of an analytic section. */
  details: z.record(z.string(), z.string()),
  /** Since when the system no longer has it; null for what it has. */
  vanishedAt: z.iso.datetime().nullable(),
});
export type KnownValue = z.infer<typeof listValueSchema>;

/** A list of one connection as it was last read. */
export const knownListSchema = z.object({
  connection: z.object({ id: z.uuid(), name: z.string(), type: z.string() }),
  list: listIdSchema,
  /** Null for a list that was never read. */
  readAt: z.iso.datetime().nullable(),
  /** Why the last reading failed; null when it did not. */
  problem: messageSchema.nullable(),
  values: z.array(listValueSchema),
});
export type KnownList = z.infer<typeof knownListSchema>;

const whose = {
  /** All connections of the flows that name this mapping; all of the workspace when none does. */
  mapping: z.uuid().optional(),
  /** All connections of the flow. */
  flow: z.uuid().optional(),
  connection: z.uuid().optional(),
  /** One list only. */
  list: listIdSchema.optional(),
};
const listsSchema = z.object({ items: z.array(knownListSchema) });

export const listEndpoints = {
  readLists: endpoint({
    method: 'get',
    path: '/lists',
    summary: 'What is known of the lists of the connected systems, those included that were never read',
    role: 'viewer',
    query: z.object(whose),
    response: listsSchema,
  }),
  refreshLists: endpoint({
    method: 'post',
    path: '/lists/refresh',
    summary: 'Read lists anew, live; one that cannot be read keeps its values and says why',
    role: 'editor',
    body: z.object(whose),
    response: listsSchema,
  }),
};
