import { z } from 'zod';
import { dateSchema } from '../documents/amounts.ts';
import { journalEntrySchema } from '../documents/journal-entry.ts';
import { endpoint } from './endpoint.ts';
import { idParam, pageOf, pageQuery } from './shared.ts';

/**
 * - intended: claimed by a run, perhaps under way
 * - posted: the target has it
 * - uncertain: it may have arrived, and only a person can find out
 * - reset: it was posted, and somebody chose that it may be booked again
 */
export const POSTING_STATES = ['posted', 'intended', 'uncertain', 'reset'] as const;
const postingStateSchema = z.enum(POSTING_STATES);
export type PostingState = z.infer<typeof postingStateSchema>;

/** Where an entry went: into the files of a step of a flow, or through a connection. */
const targetSchema = z.object({
  id: z.string(),
  kind: z.enum(['files', 'connection']),
  /** Name of the connection, or title of the step; null when neither is known any more. */
  name: z.string().nullable(),
  /** Type of the step's node, where the step has no title of its own. */
  type: z.string().nullable(),
  /** The company or dossier, where the connection reaches several. */
  books: z.string().nullable(),
});
export type PostingTarget = z.infer<typeof targetSchema>;

const sumSchema = z.object({ currency: z.string(), count: z.int(), amount: z.string() });
/** Postings in one currency: how many, and the sum of their debits, which is that of their credits. */
export type PostingSum = z.infer<typeof sumSchema>;

export const postingSchema = z.object({
  id: z.uuid(),
  state: postingStateSchema,
  flow: z.object({ id: z.uuid(), name: z.string() }),
  run: z.uuid(),
  target: targetSchema,
  /** Sale, credit note, payment, payout. */
  kind: z.string(),
  /** The source document that the entry was made of. */
  document: z.object({
    id: z.uuid(),
    key: z.string(),
    number: z.string().nullable(),
    label: z.string().nullable(),
    url: z.string().nullable(),
  }),
  /** Piece number of the entry. */
  number: z.string(),
  day: dateSchema,
  amount: z.string(),
  currency: z.string(),
  party: z.string().nullable(),
  /** 0 for the first booking of a document, then one more for every correction. */
  revision: z.int(),
  /** The first booking, for a correction. */
  first: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  reference: z.string().nullable(),
  intendedAt: z.iso.datetime(),
  postedAt: z.iso.datetime().nullable(),
  decided: z.object({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  reset: z.uuid().nullable(),
});
export type Posting = z.infer<typeof postingSchema>;

const revisionSchema = postingSchema.pick({
  id: true,
  state: true,
  revision: true,
  number: true,
  day: true,
  amount: true,
  currency: true,
});

export const postingDetailsSchema = postingSchema.extend({
  entry: journalEntrySchema.nullable(),
  /** All bookings of the same document for the same target, oldest first, this one among them. */
  revisions: z.array(revisionSchema),
  attempts: z.int(),
  /** What every attempt carried, for a target that keeps it. */
  idempotencyKey: z.string(),
  resetInfo: z.object({ id: z.uuid(), by: z.string().nullable(), reason: z.string(), at: z.iso.datetime() }).nullable(),
});
export type PostingDetails = z.infer<typeof postingDetailsSchema>;

const filterShape = {
  flow: z.uuid().optional(),
  target: z.string().max(200).optional(),
  state: postingStateSchema.optional(),
  /** Booking days, both included. */
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** Number of the entry or of its document, customer, amount, reference. */
  search: z.string().max(100).optional(),
  reset: z.uuid().optional(),
};

/** Uncertain postings that are answered by one look: those of one file, or a single one. */
const uncertainSchema = z.object({
  /** Of the file, or of the posting. */
  id: z.uuid(),
  file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  flow: postingSchema.shape.flow,
  run: z.uuid(),
  target: targetSchema,
  count: z.int(),
  sums: z.array(sumSchema),
  /** First and last booking day. */
  from: dateSchema,
  to: dateSchema,
  since: z.iso.datetime(),
  /** Until then a call may still take effect: "it is not there" cannot be said yet. */
  waitUntil: z.iso.datetime().nullable(),
  /** The first of them, with what to look for in the target. */
  first: z.array(postingSchema.extend({ accounts: z.array(z.string()), idempotencyKey: z.string() })),
});
export type Uncertain = z.infer<typeof uncertainSchema>;

const decisionSchema = z.object({
  /** All uncertain postings of a file, or one posting. */
  what: z.union([z.object({ file: z.uuid(), count: z.int().positive() }), z.object({ posting: z.uuid() })]),
  isThere: z.boolean(),
  /** What the target calls it. */
  reference: z.string().trim().max(200).nullable().default(null),
});

export const resetScopeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('list'),
    flow: z.uuid(),
    /** Ids of postings, and numbers of documents or entries as people write them. */
    ids: z.array(z.uuid()).max(5000).default([]),
    numbers: z.array(z.string().trim().min(1).max(100)).max(1000).default([]),
  }),
  z.object({ kind: z.literal('period'), flow: z.uuid(), from: dateSchema, to: dateSchema }),
  z.object({ kind: z.literal('flow'), flow: z.uuid() }),
]);
export type ResetScope = z.infer<typeof resetScopeSchema>;

const resetPreviewSchema = z.object({
  /** Names exactly these postings; the reset hands it back. */
  token: z.string(),
  flow: postingSchema.shape.flow,
  count: z.int(),
  documents: z.int(),
  sums: z.array(sumSchema),
  months: z.array(sumSchema.extend({ month: z.string() })),
  first: z.array(postingSchema),
  /** Documents of which a correction was booked too: all their bookings go together. */
  corrected: z.int(),
  /** Bookings outside what was asked for, which belong to the same documents. */
  beyond: z.int(),
  /** Documents left alone because a booking of theirs is under way or uncertain. */
  undecided: z.int(),
  /** Numbers of the list that no posting of the flow has. */
  unknown: z.array(z.string()),
});
export type ResetPreview = z.infer<typeof resetPreviewSchema>;

export const postingResetSchema = z.object({
  id: z.uuid(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  reason: z.string(),
  count: z.int(),
  /** Null for a run that booked again what it found posted. */
  scope: resetScopeSchema.nullable(),
  flow: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  run: z.uuid().nullable(),
});
export type PostingReset = z.infer<typeof postingResetSchema>;

/** Why something is done that is not usual: long enough to mean something a year later. */
export const reasonSchema = z.string().trim().min(5).max(500);

export const postingEndpoints = {
  listPostings: endpoint({
    method: 'get',
    path: '/postings',
    summary: 'What was booked, by booking day, newest first',
    role: 'viewer',
    query: pageQuery.extend(filterShape),
    response: pageOf(postingSchema),
  }),
  sumPostings: endpoint({
    method: 'get',
    path: '/postings/sums',
    summary: 'How many postings a filter finds, and their sum in each currency',
    role: 'viewer',
    query: z.object(filterShape),
    response: z.object({
      sums: z.array(sumSchema),
      /** The search finds so many that they are not summed. */
      isCut: z.boolean(),
    }),
  }),
  listPostingTargets: endpoint({
    method: 'get',
    path: '/postings/targets',
    summary: 'Every target that something was booked to',
    role: 'viewer',
    response: z.object({ items: z.array(targetSchema) }),
  }),
  listUncertain: endpoint({
    method: 'get',
    path: '/postings/uncertain',
    summary: 'Postings that may have arrived: a person looks into the target and says so',
    role: 'viewer',
    query: pageQuery,
    response: pageOf(uncertainSchema),
  }),
  countUncertain: endpoint({
    method: 'get',
    path: '/postings/uncertain/count',
    summary: 'How many postings wait for a person',
    role: 'viewer',
    response: z.object({ count: z.int() }),
  }),
  decideUncertain: endpoint({
    method: 'post',
    path: '/postings/uncertain/decisions',
    summary: 'Say that it is in the target, or that it is not and may be booked again',
    role: 'editor',
    body: decisionSchema,
    response: z.object({ count: z.int() }),
  }),
  listPostingResets: endpoint({
    method: 'get',
    path: '/postings/resets',
    summary: 'Past resets, newest first',
    role: 'viewer',
    query: pageQuery,
    response: pageOf(postingResetSchema),
  }),
  previewReset: endpoint({
    method: 'post',
    path: '/postings/reset/preview',
    summary: 'What a reset would let be booked again; changes nothing',
    role: 'owner',
    body: z.object({ scope: resetScopeSchema }),
    response: resetPreviewSchema,
  }),
  resetPostings: endpoint({
    method: 'post',
    path: '/postings/reset',
    summary: 'Let exactly the previewed postings be booked again',
    role: 'owner',
    body: z.object({ scope: resetScopeSchema, token: z.string(), reason: reasonSchema }),
    response: postingResetSchema,
  }),
  getPosting: endpoint({
    method: 'get',
    path: '/postings/{id}',
    summary: 'One posting with its entry and the other bookings of its document',
    role: 'viewer',
    params: idParam,
    response: postingDetailsSchema,
  }),
};
