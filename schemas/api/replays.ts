import { z } from 'zod';
import { COMPARISONS, comparisonSchema, documentComparisonSchema } from '../entry-diff.ts';
import { endpoint } from './endpoint.ts';
import { runSummarySchema } from './runs.ts';
import { idParam, pageQuery } from './shared.ts';

/** What both runs book on one account, over all documents that can be compared. Amounts in the currency of the books. */
export const accountTotalSchema = z.object({
  account: z.string(),
  currency: z.string(),
  before: z.object({ debit: z.string(), credit: z.string() }),
  after: z.object({ debit: z.string(), credit: z.string() }),
  /** Balance (debit less credit) after less before. */
  difference: z.string(),
});
export type AccountTotal = z.infer<typeof accountTotalSchema>;

export const replaySchema = z.object({
  /** The past run, and the one that did the same once more. */
  before: runSummarySchema,
  after: runSummarySchema,
  isOver: z.boolean(),
  accounts: z.array(accountTotalSchema),
});
export type Replay = z.infer<typeof replaySchema>;

export const comparedDocumentSchema = documentComparisonSchema.extend({
  /** Key of the source document, the same in both runs. */
  key: z.string(),
  label: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  total: z.string().nullable(),
  currency: z.string().nullable(),
  party: z.string().nullable(),
});
export type ComparedDocument = z.infer<typeof comparedDocumentSchema>;

/** Everything in which the runs differ, or one kind of documents. */
export const showSchema = z.enum(['all', 'differences', ...COMPARISONS]);
export type Show = z.infer<typeof showSchema>;

/** Where to go on; null when everything was looked at. A page may hold fewer than asked for and still not be the last. */
const nextSchema = z.string().nullable();

export const replayEndpoints = {
  replayRun: endpoint({
    method: 'post',
    path: '/runs/{id}/replay',
    summary: 'Do a past run once more with a version of its flow, as a dry run over the documents that it read',
    role: 'editor',
    params: idParam,
    body: z.object({ version: z.int().positive().optional() }),
    response: runSummarySchema,
  }),
  getReplay: endpoint({
    method: 'get',
    path: '/runs/{id}/comparison',
    summary: 'A replay beside the run that it repeats, with the totals of each account',
    role: 'viewer',
    params: idParam,
    response: replaySchema,
  }),
  countComparison: endpoint({
    method: 'get',
    path: '/runs/{id}/comparison/counts',
    summary: 'How many documents came out how; call again with `next` and add up until it is null',
    role: 'viewer',
    params: idParam,
    query: z.object({ after: z.string().optional() }),
    response: z.object({ counts: z.partialRecord(comparisonSchema, z.int()), next: nextSchema }),
  }),
  listComparison: endpoint({
    method: 'get',
    path: '/runs/{id}/comparison/documents',
    summary:
      'Source documents of a replay and of the run that it repeats, compared, in the order in which they were read',
    role: 'viewer',
    params: idParam,
    query: pageQuery.extend({ show: showSchema.optional() }),
    response: z.object({ items: z.array(comparedDocumentSchema), next: nextSchema }),
  }),
};
