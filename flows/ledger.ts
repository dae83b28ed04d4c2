import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import { runMessages } from './messages.ts';

/** What a document is known by in the ledger, apart from workspace and target. */
export interface PostingKey {
  readonly sourceSystem: string;
  /** Key of the source document, which names the shop as well. */
  readonly sourceDocument: string;
  /** "sale", "credit-note", "payout"; "payment", or "payment:<id>" where a document has several. */
  readonly kind: string;
}

/** What the ledger knows of a document that was, or is being, delivered. */
export interface PostedFact {
  /** That of the revision which is not settled, if one is. */
  readonly status: 'intended' | 'posted' | 'uncertain';
  readonly day: string;
  /** Of the entry that the document as a whole made when it was last booked. */
  readonly hash: string;
  /** Of the source document then; null for what was booked before this was kept. */
  readonly sourceHash: string | null;
  readonly revision: number;
  /** Piece number of the first booking. */
  readonly of: string;
  /** The entries booked so far, oldest first. */
  readonly entryIds: readonly string[];
  /** The targets of the flow do not have the same revisions of it. */
  readonly isUneven: boolean;
}

/** Looks postings up by `postingText` of their key. */
export type FindPostings = (keys: readonly PostingKey[]) => Promise<ReadonlyMap<string, PostedFact>>;

export function postingKeyOf(entry: JournalEntry, root: string): PostingKey {
  const { system: sourceSystem, documentKind, part } = entry.source;
  return { sourceSystem, sourceDocument: root, kind: part === undefined ? documentKind : `${documentKind}:${part}` };
}

export function revisionOf(entry: JournalEntry): number {
  return entry.correction?.revision ?? 0;
}

export function postingText(key: PostingKey): string {
  return JSON.stringify([key.sourceSystem, key.sourceDocument, key.kind]);
}

/** Why an entry that the ledger knows is not booked again. */
export function alreadyPosted(entry: JournalEntry, fact: Pick<PostedFact, 'status' | 'day'>): Message {
  const { number } = entry.source;
  if (fact.status === 'uncertain') return runMessages.build.maybe_posted({ number });
  if (fact.status !== 'posted') return runMessages.build.being_posted({ number });
  return runMessages.build.already_posted({ number, day: fact.day });
}
