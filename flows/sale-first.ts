import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { type PostedFact, type PostingKey, postingText } from './ledger.ts';
import { runMessages } from './messages.ts';
import type { Tracked, Verdict } from './run-maps.ts';

/** The posting of the sale that an entry may not go before; null for an entry that waits for none. */
export function saleKeyOf(entry: JournalEntry): PostingKey | null {
  if (entry.follows === undefined) return null;
  return { sourceSystem: entry.source.system, sourceDocument: entry.follows, kind: 'sale' };
}

/** A sale that was booked stays booked while a correction of it is on its way. */
function isBooked(fact: PostedFact | undefined): boolean {
  return fact !== undefined && (fact.status === 'posted' || fact.revision > 0);
}

/**
 * Documents that wait for their sale: it is not booked, and not about to be with the same batch. What is booked itself
 * already goes on: the question was answered then.
 *
 * @param kept the entries that are left to book
 * @returns why each waits, by its key
 */
export function waitingForSale(
  kept: readonly Tracked[],
  facts: ReadonlyMap<string, PostedFact>,
  ownFact: (one: Tracked) => PostedFact | undefined,
): Map<string, Verdict> {
  const entries = kept.filter(({ envelope }) => envelope.kind === 'journal-entry');
  const sales = new Set(
    entries
      .filter(({ envelope }) => (envelope.body as JournalEntry).source.documentKind === 'sale')
      .map(({ root }) => root),
  );
  const waiting = new Map<string, Verdict>();
  for (const one of entries) {
    const entry = one.envelope.body as JournalEntry;
    const sale = saleKeyOf(entry);
    if (!sale || ownFact(one) || sales.has(sale.sourceDocument) || isBooked(facts.get(postingText(sale)))) continue;
    const message = runMessages.build.sale_not_booked({ number: entry.source.number, sale: sale.sourceDocument });
    waiting.set(one.root, { outcome: 'held', message });
  }
  return waiting;
}
