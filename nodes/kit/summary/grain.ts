import type { JournalEntry } from '#schemas/documents/journal-entry.ts';

/**
 * How many documents one entry of the books stands for.
 * - document: each has its own
 * - day: one a booking day
 * - payout: one a transfer of the payment processor; a document whose payment has not been paid out yet waits
 */
export const GRAINS = ['document', 'day', 'payout'] as const;
export type Grain = (typeof GRAINS)[number];

/**
 * What entries must share to be summed up into one; null for an entry that cannot be placed yet. Journals, kinds of
 * document and currencies of the books stay apart, so that a sum is still a sale, a credit note or a payment.
 */
export function summaryKey(entry: JournalEntry, grain: Exclude<Grain, 'document'>): string | null {
  const place = grain === 'day' ? entry.date : entry.payoutId;
  if (place === undefined) return null;
  return JSON.stringify([place, entry.journal, entry.source.documentKind, entry.currency]);
}
