import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import { runMessages } from './messages.ts';

/** What a posting is unique on, apart from workspace and target. */
export interface PostingKey {
  readonly sourceSystem: string;
  /** Key of the source document, which names the shop as well. */
  readonly sourceDocument: string;
  readonly kind: string;
}

/** What the ledger knows of a document that was, or is being, delivered. */
export interface PostedFact {
  readonly status: 'intended' | 'posted' | 'uncertain';
  readonly day: string;
  readonly hash: string;
  readonly runId: string;
}

/** Looks postings up by `postingText` of their key. */
export type FindPostings = (keys: readonly PostingKey[]) => Promise<ReadonlyMap<string, PostedFact>>;

export function postingKeyOf(entry: JournalEntry, root: string): PostingKey {
  return { sourceSystem: entry.source.system, sourceDocument: root, kind: entry.source.documentKind };
}

export function postingText(key: PostingKey): string {
  return JSON.stringify([key.sourceSystem, key.sourceDocument, key.kind]);
}

/** Why an entry that the ledger knows is not booked again. */
export function alreadyPosted(entry: JournalEntry, hash: string, fact: PostedFact): Message {
  const { number } = entry.source;
  if (fact.status === 'uncertain') return runMessages.build.maybe_posted({ number });
  if (fact.status !== 'posted') return runMessages.build.being_posted({ number });
  const params = { number, day: fact.day };
  return fact.hash === hash ? runMessages.build.already_posted(params) : runMessages.build.changed_since_posted(params);
}
