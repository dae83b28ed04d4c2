import { z } from 'zod';
import { flowDefinitionSchema } from '../flow.ts';
import { flowDiffSchema } from '../flow-diff.ts';
import { messageSchema } from '../messages.ts';
import { outcomeCountsSchema, runStatusSchema } from '../outcome.ts';
import { endpoint } from './endpoint.ts';
import { idParam, okSchema, pageOf, pageQuery } from './shared.ts';

const bindingsSchema = z.record(z.string(), z.uuid());

/** What is wrong with a flow, and where, so that the canvas can mark the box and the field. */
export const flowProblemSchema = z.object({ node: z.string().nullable(), message: messageSchema });
export type FlowProblem = z.infer<typeof flowProblemSchema>;

export const versionInfoSchema = z.object({
  number: z.int(),
  note: z.string(),
  hash: z.string(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
  /** The first version that does the same, when this one was published again after others. */
  sameAs: z.int().nullable(),
});
export type VersionInfo = z.infer<typeof versionInfoSchema>;

export const flowSummarySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  templateId: z.string().nullable(),
  publishedVersion: z.int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  /** Titles of what it reads from and delivers to, as node type ids. */
  sources: z.array(z.string()),
  deliveries: z.array(z.string()),
  lastRun: z
    .object({ id: z.uuid(), status: runStatusSchema, startedAt: z.iso.datetime(), counts: outcomeCountsSchema })
    .nullable(),
  /** Whether it starts by itself: schedules, changes at its sources, ends of other flows. */
  isOn: z.boolean(),
  /** When a schedule starts it next; null without one, and while the flow is off. */
  nextAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
});
export type FlowSummary = z.infer<typeof flowSummarySchema>;

/** What belongs to a flow and to no version of it: a change takes effect with the next run. */
export const flowLimitsSchema = z.object({
  /** Runs of it that may be under way at once; the others wait their turn. */
  concurrency: z.int().min(1).max(20),
  /** A run that takes longer is ended as failed. At most a week. */
  maxMinutes: z.int().min(1).max(10_080),
});
export type FlowLimits = z.infer<typeof flowLimitsSchema>;

export const flowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  templateId: z.string().nullable(),
  /** With every node brought to the installed version of its type. */
  draft: flowDefinitionSchema,
  /** Nodes of the draft that were made for an older version of their type; saving keeps them as they are brought. */
  brought: z.array(z.object({ node: z.string(), from: z.int(), to: z.int() })),
  /** Grows with every saved draft; a save must name the one it was based on. */
  draftRevision: z.int(),
  bindings: bindingsSchema,
  limits: flowLimitsSchema,
  publishedVersion: z.int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  versions: z.array(versionInfoSchema),
  /** What stands in the way of publishing the draft. */
  problems: z.array(flowProblemSchema),
});
export type Flow = z.infer<typeof flowSchema>;

/** How many of the latest runs of a flow used each version. */
export const versionUseSchema = z.object({
  versions: z.array(z.object({ number: z.int(), runs: z.int() })),
  /** False when the flow has more runs than were counted. */
  isComplete: z.boolean(),
});
export type VersionUse = z.infer<typeof versionUseSchema>;

/** One thing that somebody did with a flow: published, renamed, bound to another connection, switched on. */
export const flowEventSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  message: messageSchema,
});
export type FlowEvent = z.infer<typeof flowEventSchema>;

const sideSchema = z.union([z.literal('draft'), z.coerce.number().int().positive()]);
const noteSchema = z.string().trim().max(500);

export const flowEndpoints = {
  listFlows: endpoint({
    method: 'get',
    path: '/flows',
    summary: 'All flows of the workspace',
    role: 'viewer',
    response: z.object({ items: z.array(flowSummarySchema) }),
  }),
  createFlow: endpoint({
    method: 'post',
    path: '/flows',
    summary: 'A new flow: empty, from a definition (import), or a copy of another flow',
    role: 'editor',
    body: z.object({
      name: z.string().trim().min(1).max(120),
      definition: flowDefinitionSchema.optional(),
      copyOf: z.uuid().optional(),
    }),
    response: flowSchema,
  }),
  cloneTemplate: endpoint({
    method: 'post',
    path: '/flows/from-template',
    summary: 'Clone a template with answers to its questions, and publish version 1',
    role: 'editor',
    body: z.object({
      template: z.string(),
      name: z.string().trim().min(1).max(120),
      connections: bindingsSchema,
      settings: z.record(z.string(), z.unknown()),
    }),
    response: flowSchema,
  }),
  getFlow: endpoint({
    method: 'get',
    path: '/flows/{id}',
    summary: 'One flow with its draft',
    role: 'viewer',
    params: idParam,
    response: flowSchema,
  }),
  saveDraft: endpoint({
    method: 'put',
    path: '/flows/{id}/draft',
    summary: 'Save the draft; 409 when somebody saved a newer one',
    role: 'editor',
    params: idParam,
    body: z.object({ definition: flowDefinitionSchema, bindings: bindingsSchema, revision: z.int() }),
    response: flowSchema,
  }),
  renameFlow: endpoint({
    method: 'patch',
    path: '/flows/{id}',
    summary: 'Rename a flow; history and postings stay with it',
    role: 'editor',
    params: idParam,
    body: z.object({ name: z.string().trim().min(1).max(120) }),
    response: flowSchema,
  }),
  deleteFlow: endpoint({
    method: 'delete',
    path: '/flows/{id}',
    summary: 'Archive a flow; its postings stay',
    role: 'editor',
    params: idParam,
    response: okSchema,
  }),
  publishFlow: endpoint({
    method: 'post',
    path: '/flows/{id}/publish',
    summary: 'Make the draft an immutable, numbered version',
    role: 'editor',
    params: idParam,
    body: z.object({ revision: z.int(), note: z.string().max(500) }),
    response: flowSchema,
  }),
  getVersion: endpoint({
    method: 'get',
    path: '/flows/{id}/versions/{number}',
    summary: 'The definition of one version',
    role: 'viewer',
    params: idParam.extend({ number: z.coerce.number().int() }),
    response: z.object({ info: versionInfoSchema, definition: flowDefinitionSchema }),
  }),
  restoreVersion: endpoint({
    method: 'post',
    path: '/flows/{id}/restore',
    summary: 'Copy a version into the draft',
    role: 'editor',
    params: idParam,
    body: z.object({ number: z.int(), revision: z.int() }),
    response: flowSchema,
  }),
  rollBackFlow: endpoint({
    method: 'post',
    path: '/flows/{id}/rollback',
    summary: 'Publish an earlier version again as the newest; 409 when `current` is no longer the published one',
    role: 'editor',
    params: idParam,
    body: z.object({ number: z.int(), current: z.int(), note: noteSchema }),
    response: flowSchema,
  }),
  discardDraft: endpoint({
    method: 'post',
    path: '/flows/{id}/discard',
    summary: 'Put the published version back into the draft',
    role: 'editor',
    params: idParam,
    body: z.object({ revision: z.int() }),
    response: flowSchema,
  }),
  setFlowLimits: endpoint({
    method: 'put',
    path: '/flows/{id}/limits',
    summary: 'How many runs of a flow may be under way at once, and how long one may take',
    role: 'editor',
    params: idParam,
    body: flowLimitsSchema,
    response: flowSchema,
  }),
  getVersionUse: endpoint({
    method: 'get',
    path: '/flows/{id}/versions',
    summary: 'How many runs used each version',
    role: 'viewer',
    params: idParam,
    response: versionUseSchema,
  }),
  compareVersions: endpoint({
    method: 'get',
    path: '/flows/{id}/diff',
    summary: 'What sets two versions, or a version and the draft, apart',
    role: 'viewer',
    params: idParam,
    query: z.object({ before: sideSchema, after: sideSchema }),
    response: z.object({ before: flowDefinitionSchema, after: flowDefinitionSchema, diff: flowDiffSchema }),
  }),
  listFlowEvents: endpoint({
    method: 'get',
    path: '/flows/{id}/history',
    summary: 'Who changed what about a flow and when, newest first',
    role: 'viewer',
    params: idParam,
    query: pageQuery,
    response: pageOf(flowEventSchema),
  }),
  importFlow: endpoint({
    method: 'post',
    path: '/flows/import',
    summary: 'A new flow from the text of a flow file; 422 with everything that is wrong with the file',
    role: 'editor',
    body: z.object({ text: z.string() }),
    response: flowSchema,
  }),
};

/** Beside these, a plain route: GET /api/flows/{id}/export?version=3 gives the flow file as an attachment (the draft without). */
export const FLOW_FILE_TYPE = 'application/json';
