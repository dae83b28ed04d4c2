import { z } from 'zod';
import { dateSchema } from '../documents/amounts.ts';
import { fileSchema } from '../documents/file.ts';
import { documentKindSchema } from '../documents/index.ts';
import { entryLineSchema, journalEntrySchema } from '../documents/journal-entry.ts';
import { messageSchema } from '../messages.ts';
import { logLevelSchema, outcomeCountsSchema, outcomeSchema, runStatusSchema, runTriggerSchema } from '../outcome.ts';
import { periodSchema } from '../period.ts';
import { endpoint } from './endpoint.ts';
import { entryFilterSchema, entryFilterShape } from './entry-columns.ts';
import { idParam, okSchema, pageOf, pageQuery } from './shared.ts';

export const stepSchema = z.object({
  node: z.string(),
  type: z.string(),
  title: z.string().nullable(),
  kind: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'parked', 'failed']),
  /** Documents that came in, and that went out. */
  received: z.int(),
  emitted: z.int(),
  /** Known total of a source, for a progress bar; null when the source does not say. */
  expected: z.int().nullable(),
  warnings: z.int(),
  errors: z.int(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Step = z.infer<typeof stepSchema>;

export const runSummarySchema = z.object({
  id: z.uuid(),
  flow: z.object({ id: z.uuid(), name: z.string() }),
  version: z.int(),
  trigger: runTriggerSchema,
  mode: z.enum(['live', 'dry']),
  period: periodSchema.nullable(),
  status: runStatusSchema,
  counts: outcomeCountsSchema,
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** A document for which a search found its run. */
export const runMatchSchema = z.object({
  id: z.uuid(),
  label: z.string(),
  number: z.string().nullable(),
  party: z.string().nullable(),
  total: z.string().nullable(),
  currency: z.string().nullable(),
  outcome: outcomeSchema,
});
export type RunMatch = z.infer<typeof runMatchSchema>;

const listedRunSchema = runSummarySchema.extend({
  /** Why a search found it: the first of the documents that match. Empty without a search. */
  matches: z.array(runMatchSchema),
});
export type ListedRun = z.infer<typeof listedRunSchema>;

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
const zoneSchema = z.string().max(60).refine(isZone, 'expected an IANA time zone such as "Europe/Brussels"');

/** Documents that one and the same remedy frees. */
export const causeSchema = z.object({
  /** To list its documents by. */
  id: z.string(),
  outcome: outcomeSchema,
  /** That of its first document. */
  message: messageSchema,
  count: z.int(),
  /** Numbers of the first three of its documents. */
  numbers: z.array(z.string()),
});
export type Cause = z.infer<typeof causeSchema>;

/** What was removed because of its age: after how many days; null while it is there. */
export const removedSchema = z.object({ logAfterDays: z.int().nullable(), sourcesAfterDays: z.int().nullable() });
export type Removed = z.infer<typeof removedSchema>;

export const runSchema = runSummarySchema.extend({
  steps: z.array(stepSchema),
  /** Why the run failed, when it failed. */
  problem: messageSchema.nullable(),
  /** Node id of the review that waits for a person, when one does. */
  review: z.string().nullable(),
  definition: z.unknown(),
  files: z.array(fileSchema.extend({ deliveredTo: z.array(z.string()) })),
  /** Held and failed documents by cause, most frequent first. */
  causes: z.array(causeSchema),
  removed: removedSchema,
});
export type Run = z.infer<typeof runSchema>;

export const runDocumentSchema = z.object({
  id: z.uuid(),
  kind: documentKindSchema,
  label: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  total: z.string().nullable(),
  currency: z.string().nullable(),
  party: z.string().nullable(),
  url: z.string().nullable(),
  outcome: outcomeSchema,
  reason: messageSchema.nullable(),
});
export type RunDocument = z.infer<typeof runDocumentSchema>;

/** What the page of a document has of its body, and why. */
export const documentSourceSchema = z.object({
  /** whole: it is there · cut: only its beginning, for it is large · removed: it was too old · none: there never was one */
  state: z.enum(['whole', 'cut', 'removed', 'none']),
  bytes: z.int().nullable(),
  /** The beginning of what was cut, as JSON text. */
  excerpt: z.string().nullable(),
  removedAfterDays: z.int().nullable(),
});
export type DocumentSource = z.infer<typeof documentSourceSchema>;

export const logLineSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  node: z.string().nullable(),
  level: logLevelSchema,
  message: messageSchema,
  documentId: z.uuid().nullable(),
  documentLabel: z.string().nullable(),
  excerpt: z.string().nullable(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const reviewEntrySchema = z.object({
  /** Id of the entry as a document of this run. */
  documentId: z.uuid(),
  /** The source document that it was made of, as a document of this run. */
  sourceId: z.uuid(),
  ticked: z.boolean(),
  entry: journalEntrySchema.omit({ lines: true }).extend({ lines: z.array(entryLineSchema) }),
});
export type ReviewEntry = z.infer<typeof reviewEntrySchema>;

/** Sums of the entries that a filter leaves, and of those of them that are ticked. */
export const entrySumsSchema = z.object({
  entries: z.int(),
  lines: z.int(),
  debit: z.string(),
  credit: z.string(),
  ticked: z.object({ entries: z.int(), lines: z.int(), debit: z.string(), credit: z.string() }),
  /** The one currency of the books; null when there are several, or none. */
  currency: z.string().nullable(),
  /** A line carries an amount in another currency. */
  hasForeign: z.boolean(),
});
export type EntrySums = z.infer<typeof entrySumsSchema>;

export const reviewSummarySchema = z.object({
  status: z.enum(['open', 'confirmed']),
  instructions: z.string(),
  entries: z.int(),
  ticked: z.int(),
  /** Lines of the ticked entries. */
  tickedLines: z.int(),
  /** Source documents of which an entry is ticked. */
  documents: z.int(),
  /** Source documents of the run that stay to be transferred: unticked, held or failed. */
  documentsLeft: z.int(),
  tickedDebit: z.string(),
  tickedCredit: z.string(),
  /** Hash of what is ticked; confirming names it, so that what is confirmed is what was seen. */
  hash: z.string(),
});
export type ReviewSummary = z.infer<typeof reviewSummarySchema>;

export const runEndpoints = {
  startRun: endpoint({
    method: 'post',
    path: '/flows/{id}/runs',
    summary: 'Start the published version now; a dry run delivers nothing',
    role: 'editor',
    params: idParam,
    body: z.object({
      mode: z.enum(['live', 'dry']),
      period: periodSchema.nullable(),
      /** Book again what was posted before: owners only, with a reason. */
      includePosted: z.boolean().default(false),
      reason: z.string().trim().max(500).nullable().default(null),
    }),
    response: runSummarySchema,
  }),
  listRuns: endpoint({
    method: 'get',
    path: '/runs',
    summary: 'Runs, newest first; a search looks for the documents that they read',
    role: 'viewer',
    query: pageQuery.extend({
      flow: z.uuid().optional(),
      status: runStatusSchema.optional(),
      trigger: runTriggerSchema.optional(),
      /** Days on which the run was started, both included, in the reader's time zone. */
      from: dateSchema.optional(),
      to: dateSchema.optional(),
      zone: zoneSchema.optional(),
      /** Number of a document, customer, or amount. */
      search: z.string().max(100).optional(),
    }),
    response: pageOf(listedRunSchema).extend({
      /** The search finds so many documents that only the newest were looked through. */
      isCut: z.boolean(),
    }),
  }),
  getRun: endpoint({
    method: 'get',
    path: '/runs/{id}',
    summary: 'One run with its steps, causes and files',
    role: 'viewer',
    params: idParam,
    response: runSchema,
  }),
  cancelRun: endpoint({
    method: 'post',
    path: '/runs/{id}/cancel',
    summary: 'Stop a run between two batches; what is posted stays posted',
    role: 'editor',
    params: idParam,
    response: okSchema,
  }),
  resumeRun: endpoint({
    method: 'post',
    path: '/runs/{id}/resume',
    summary: 'Go on with a failed run from its last recorded batch',
    role: 'editor',
    params: idParam,
    response: okSchema,
  }),
  listRunDocuments: endpoint({
    method: 'get',
    path: '/runs/{id}/documents',
    summary: 'Source documents of a run with their outcomes',
    role: 'viewer',
    params: idParam,
    query: pageQuery.extend({
      outcome: outcomeSchema.optional(),
      cause: z.string().max(64).optional(),
      /** Key of one source document, as the lines of entries name it. */
      key: z.string().max(500).optional(),
      search: z.string().max(100).optional(),
    }),
    response: pageOf(runDocumentSchema),
  }),
  getRunDocument: endpoint({
    method: 'get',
    path: '/runs/{id}/documents/{document}',
    summary: 'One document: as read, the entries made of it, its log',
    role: 'viewer',
    params: idParam.extend({ document: z.uuid() }),
    response: z.object({
      document: runDocumentSchema,
      body: z.unknown(),
      source: documentSourceSchema,
      entries: z.array(journalEntrySchema),
      /** Ids of these entries as documents of the run, in the same order. */
      entryIds: z.array(z.uuid()),
      logs: z.array(logLineSchema),
      /** After how many days its log was removed; null while it is there. */
      logRemovedAfterDays: z.int().nullable(),
    }),
  }),
  listRunLogs: endpoint({
    method: 'get',
    path: '/runs/{id}/logs',
    summary: 'Step logs in order of time',
    role: 'viewer',
    params: idParam,
    query: pageQuery.extend({ node: z.string().optional(), level: logLevelSchema.optional() }),
    response: pageOf(logLineSchema),
  }),
  listRunEntries: endpoint({
    method: 'get',
    path: '/runs/{id}/entries',
    summary: 'Journal entries of a run, with their ticks',
    role: 'viewer',
    params: idParam,
    query: pageQuery.extend(entryFilterShape),
    response: pageOf(reviewEntrySchema),
  }),
  sumRunEntries: endpoint({
    method: 'get',
    path: '/runs/{id}/entries/sums',
    summary: 'How many entries and lines a filter leaves, and their sums',
    role: 'viewer',
    params: idParam,
    query: entryFilterSchema,
    response: entrySumsSchema,
  }),
  getReview: endpoint({
    method: 'get',
    path: '/runs/{id}/review',
    summary: 'State and sums of the review',
    role: 'viewer',
    params: idParam,
    response: reviewSummarySchema,
  }),
  tickEntries: endpoint({
    method: 'put',
    path: '/runs/{id}/review/ticks',
    summary: 'Tick or untick entries: every entry of the review, those of a list, or those that a filter leaves',
    role: 'editor',
    params: idParam,
    body: z.object({
      entries: z.union([z.literal('all'), z.array(z.uuid()).max(1000), z.strictObject({ filter: entryFilterSchema })]),
      ticked: z.boolean(),
    }),
    response: reviewSummarySchema,
  }),
  confirmReview: endpoint({
    method: 'post',
    path: '/runs/{id}/review/confirm',
    summary: 'Confirm the ticked entries; the run goes on with exactly these',
    role: 'editor',
    params: idParam,
    body: z.object({ hash: z.string() }),
    response: okSchema,
  }),
};

/**
 * Beside these, four plain routes: GET /api/files/{id} gives a file's bytes as an attachment,
 * GET /api/runs/{id}/entries.csv the list of entries for a spreadsheet, with the same filters,
 * GET /api/runs/{id}/documents/{document}/body a document's body as JSON, whatever its size, and
 * GET /api/runs/{id}/events is a server-sent event stream: event "run" with a Run as data whenever it changed.
 */
export const RUN_EVENT = 'run';
