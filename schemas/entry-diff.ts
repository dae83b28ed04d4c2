import { z } from 'zod';
import { messageSchema } from './messages.ts';
import { outcomeSchema } from './outcome.ts';

const sidesSchema = z.object({ debit: z.string(), credit: z.string() });

/** What is booked on one account with one VAT code: both runs' debit and credit, null where a run books nothing there. */
export const lineChangeSchema = z.object({
  account: z.string(),
  auxiliaryAccount: z.string().nullable(),
  vatCode: z.string().nullable(),
  before: sidesSchema.nullable(),
  after: sidesSchema.nullable(),
});
export type LineChange = z.infer<typeof lineChangeSchema>;

export const HEAD_FIELDS = [
  'journal',
  'journalName',
  'date',
  'pieceNumber',
  'reference',
  'label',
  'currency',
  'partyName',
] as const;

export const entryChangeSchema = z.object({
  /** Id of the entry, the same in both runs. */
  entry: z.string(),
  change: z.enum(['changed', 'only-before', 'only-after']),
  currency: z.string(),
  head: z.array(z.object({ field: z.enum(HEAD_FIELDS), before: z.string().nullable(), after: z.string().nullable() })),
  /** Only what differs. */
  lines: z.array(lineChangeSchema),
  /** The amounts are the same and something beside them is not: the text of a line, its due date, its foreign amount. */
  detailsChanged: z.boolean(),
});
export type EntryChange = z.infer<typeof entryChangeSchema>;

/**
 * How a source document came out of two runs.
 * - same: booked alike, or left out for the same reason
 * - changed: booked in both, and not alike
 * - outcome: booked in one of them only, or stopped for another reason
 * - only-before, only-after: one of the runs did not read it
 * - not-comparable: the past run made no entry of its own to compare with
 * - pending: the replay has not come to it yet
 */
export const COMPARISONS = [
  'same',
  'changed',
  'outcome',
  'only-before',
  'only-after',
  'not-comparable',
  'pending',
] as const;
export const comparisonSchema = z.enum(COMPARISONS);
export type Comparison = z.infer<typeof comparisonSchema>;

/** Whether the two runs differ on a document, as far as that can be told. */
export function isDifference(comparison: Comparison): boolean {
  return comparison !== 'same' && comparison !== 'not-comparable' && comparison !== 'pending';
}

export const endSchema = z.object({ outcome: outcomeSchema, reason: messageSchema.nullable() });
export type End = z.infer<typeof endSchema>;

export const documentComparisonSchema = z.object({
  comparison: comparisonSchema,
  before: endSchema.nullable(),
  after: endSchema.nullable(),
  entries: z.array(entryChangeSchema),
});
export type DocumentComparison = z.infer<typeof documentComparisonSchema>;
