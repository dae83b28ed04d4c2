import { z } from 'zod';
import { MAPPING_AXES } from '../mapping/tables.ts';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { mappingTableSchema } from './mappings.ts';
import { runSummarySchema } from './runs.ts';
import { pageOf, pageQuery } from './shared.ts';

const nameSchema = z.object({ id: z.uuid(), name: z.string() });

/** What a cause concerns in one flow. */
export const holdFlowSchema = nameSchema.extend({
  count: z.int(),
  /** The version that a retry runs unless told otherwise; null when nothing is published. */
  publishedVersion: z.int().nullable(),
  /** Of these, how many are being tried again at this moment, and the latest run that does. */
  retrying: z.int(),
  retryRun: z.uuid().nullable(),
  /** The node of the flow, and the setting of it, that mends the cause; null when it is mended elsewhere. */
  mend: z
    .object({
      node: z.string(),
      setting: z.string(),
      /** The rule of a mapping table that is missing, when that is what holds the documents. */
      rule: z
        .object({
          table: mappingTableSchema,
          /** What a rule must hold for, by axis. */
          match: z.partialRecord(z.enum(MAPPING_AXES), z.string()),
          /** The fields of the table, of which at least one is filled in. */
          fields: z.array(z.string()),
          /** The set of tables that the published flow names; null when it names none: one is made first. */
          mapping: nameSchema.nullable(),
        })
        .nullable(),
    })
    .nullable(),
});
export type HoldFlow = z.infer<typeof holdFlowSchema>;

/** Held and failed documents of all runs that one remedy frees. */
export const holdCauseSchema = z.object({
  id: z.string(),
  outcome: z.enum(['held', 'failed']),
  /** That of its first document. */
  message: messageSchema,
  count: z.int(),
  /** How many of them may have arrived in the target: a person decides on these among the postings. */
  uncertain: z.int(),
  /** Sum of the documents' amounts, by currency. */
  sums: z.array(z.object({ currency: z.string(), amount: z.string() })),
  /** Since when the oldest of them waits. */
  since: z.iso.datetime(),
  /** Numbers of its first three documents. */
  numbers: z.array(z.string()),
  flows: z.array(holdFlowSchema),
});
export type HoldCause = z.infer<typeof holdCauseSchema>;

/** One source document that waits for a person, as its latest live run left it. */
export const holdSchema = z.object({
  flow: nameSchema,
  key: z.string(),
  /** The run that held it, and the document there. */
  run: z.uuid(),
  version: z.int(),
  document: z.uuid(),
  outcome: z.enum(['held', 'failed']),
  cause: z.string(),
  reason: messageSchema,
  label: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  total: z.string().nullable(),
  currency: z.string().nullable(),
  party: z.string().nullable(),
  since: z.iso.datetime(),
  /** The run that is trying it again at this moment. */
  retryRun: z.uuid().nullable(),
  /** Who left it out, when, and why. */
  dismissed: z.object({ by: z.string().nullable(), at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type Hold = z.infer<typeof holdSchema>;

const filters = {
  flow: z.uuid().optional(),
  /** What waits, or what somebody left out. */
  state: z.enum(['waiting', 'dismissed']).optional(),
};

/** Which documents an action is about: those that match everything that is said, and something must be said. */
export const holdSelectionSchema = z
  .object({
    cause: z.string().max(64).optional(),
    flow: z.uuid().optional(),
    documents: z
      .array(z.object({ flow: z.uuid(), key: z.string().max(500) }))
      .min(1)
      .max(1000)
      .optional(),
  })
  .refine((which) => Object.values(which).some((value) => value !== undefined), {
    message: 'name a cause, a flow or documents',
  });
export type HoldSelection = z.infer<typeof holdSelectionSchema>;

const countSchema = z.object({ count: z.int() });

export const holdEndpoints = {
  countHolds: endpoint({
    method: 'get',
    path: '/holds/count',
    summary: 'How many documents wait for a person, and how many were left out',
    role: 'viewer',
    query: z.object({ flow: z.uuid().optional() }),
    response: z.object({
      waiting: z.int(),
      dismissed: z.int(),
      /** Of those that wait, how many another version than the published one held, and no run is trying again. */
      outdated: z.int(),
    }),
  }),
  listHoldCauses: endpoint({
    method: 'get',
    path: '/holds/causes',
    summary: 'Documents that wait for a person, over all runs, by cause; most frequent first',
    role: 'viewer',
    query: z.object(filters),
    response: z.object({ items: z.array(holdCauseSchema), documents: z.int() }),
  }),
  listHolds: endpoint({
    method: 'get',
    path: '/holds',
    summary: 'Documents that wait for a person, in the order in which they were read',
    role: 'viewer',
    query: pageQuery.extend({
      ...filters,
      cause: z.string().max(64).optional(),
      /** Key of a customer whom the documents wait for. */
      customer: z.string().max(500).optional(),
      search: z.string().max(100).optional(),
    }),
    response: pageOf(holdSchema),
  }),
  retryHolds: endpoint({
    method: 'post',
    path: '/holds/retry',
    summary: 'Try documents again: one run a flow; with a flow named, also with another version than the published one',
    role: 'editor',
    body: z.object({ which: holdSelectionSchema, version: z.int().positive().optional() }),
    response: z.object({
      runs: z.array(runSummarySchema),
      /** Documents in these runs. */
      count: z.int(),
    }),
  }),
  addRuleForHold: endpoint({
    method: 'post',
    path: '/holds/rule',
    summary: 'Add the rule that a cause waits for to the mapping tables of its flow, and try its documents again',
    role: 'editor',
    body: z.object({
      cause: z.string().max(64),
      flow: z.uuid(),
      /** What the rule says, by field of the table. */
      set: z.record(z.string(), z.string().trim().max(120)),
      note: z.string().trim().max(200).optional(),
    }),
    response: z.object({
      mapping: nameSchema.extend({ revision: z.int() }),
      rule: z.uuid(),
      /** The run that tries the documents again; null when none can be tried now (`notRetried` says why). */
      run: runSummarySchema.nullable(),
      count: z.int(),
      notRetried: messageSchema.nullable(),
    }),
  }),
  dismissHolds: endpoint({
    method: 'post',
    path: '/holds/dismiss',
    summary: 'Leave documents out, with a reason, until they change or are held for another cause',
    role: 'editor',
    body: z.object({ which: holdSelectionSchema, reason: z.string().trim().min(3).max(500) }),
    response: countSchema,
  }),
  restoreHolds: endpoint({
    method: 'post',
    path: '/holds/restore',
    summary: 'Put documents that were left out back into the queue',
    role: 'editor',
    body: z.object({ which: holdSelectionSchema }),
    response: countSchema,
  }),
};
