import { z } from 'zod';
import { dateSchema } from '../documents/amounts.ts';
import { endSchema, entryChangeSchema } from '../entry-diff.ts';
import { endpoint } from './endpoint.ts';
import { idParam, pageQuery } from './shared.ts';

/**
 * How a document of a run stands beside what is booked of it.
 * - add: nothing of it is booked yet, or an entry more belongs to it now
 * - identical: every account already has what it should have
 * - differs: it is booked, and not as it would be now
 * - gone: it is booked, and the source no longer gives it for the period, or a rule leaves it out now. A warning: nothing
 *   is ever done about it by itself
 * - stopped: held or failed, so nothing would be booked
 * - left-out: not booked, and left out by a rule
 */
export const BOOKED_STATES = ['add', 'identical', 'differs', 'gone', 'stopped', 'left-out'] as const;
export const bookedStateSchema = z.enum(BOOKED_STATES);
export type BookedState = z.infer<typeof bookedStateSchema>;

/** One booking of a document: which piece it is in the books, and when it got there. */
export const bookedSchema = z.object({
  /** Id of the posting. */
  id: z.uuid(),
  run: z.uuid(),
  number: z.string(),
  day: dateSchema,
  postedAt: z.iso.datetime().nullable(),
  amount: z.string(),
  currency: z.string(),
  /** 0 for the first booking, then one more for every correction. */
  revision: z.int(),
});
export type Booked = z.infer<typeof bookedSchema>;

export const bookedDocumentSchema = z.object({
  state: bookedStateSchema,
  /** Key of the source document. */
  key: z.string(),
  /** Id in this run; null when this run did not read it. */
  document: z.uuid().nullable(),
  label: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  total: z.string().nullable(),
  currency: z.string().nullable(),
  party: z.string().nullable(),
  /** How it ended in this run; null when this run did not read it. */
  end: endSchema.nullable(),
  booked: z.array(bookedSchema),
  /** Per entry what would be booked otherwise: "before" is what is booked, "after" what it would be. */
  entries: z.array(entryChangeSchema),
});
export type BookedDocument = z.infer<typeof bookedDocumentSchema>;

const nextSchema = z.string().nullable();

export const bookEndpoints = {
  countBooks: endpoint({
    method: 'get',
    path: '/runs/{id}/books/counts',
    summary: 'How the documents of a run stand beside the books; call again with `next` and add up until it is null',
    role: 'viewer',
    params: idParam,
    query: z.object({ after: z.string().optional() }),
    response: z.object({
      counts: z.partialRecord(bookedStateSchema, z.int()),
      next: nextSchema,
      /** False where what is gone cannot be told: the run names no period, reads chosen documents, or is not over. */
      tellsGone: z.boolean(),
    }),
  }),
  listBooks: endpoint({
    method: 'get',
    path: '/runs/{id}/books/documents',
    summary: 'Documents of a run beside what is booked of them, then those that are booked and were not read',
    role: 'viewer',
    params: idParam,
    query: pageQuery.extend({ show: bookedStateSchema.optional() }),
    response: z.object({ items: z.array(bookedDocumentSchema), next: nextSchema }),
  }),
};
