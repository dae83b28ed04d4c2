import { canonicalJson } from '#schemas/canonical-json.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Comparison, DocumentComparison, End } from '#schemas/entry-diff.ts';
import { compareEntries } from './compare-entries.ts';

/** What one run made of a source document. */
export interface ComparedSide extends End {
  readonly entries: readonly JournalEntry[];
}

/**
 * What the ledger says of a document that was booked before: the past run left it out, or booked the difference only. A
 * replay looks at the document as a whole, and there is nothing to hold that against.
 */
const BOOKED_BEFORE: ReadonlySet<string> = new Set([
  'run.already_posted',
  'run.being_posted',
  'run.maybe_posted',
  'run.changed_since_posted',
  'run.changed_same_amounts',
]);

/** The codes by which a past run says that a document was booked before it. */
export const BOOKED_BEFORE_CODES: readonly string[] = [...BOOKED_BEFORE];

function endOf(side: ComparedSide | null): End | null {
  return side && { outcome: side.outcome, reason: side.reason };
}

/** A person must mend something: nothing of it is booked, whatever was made of it. */
function isStopped({ outcome }: End): boolean {
  return outcome === 'held' || outcome === 'failed';
}

function reasonOf({ outcome, reason }: End): string {
  return canonicalJson([outcome, reason?.code ?? null, reason?.params ?? null]);
}

function isBookedBefore({ reason, entries }: ComparedSide): boolean {
  if (entries.some((entry) => entry.correction !== undefined)) return true;
  return entries.length === 0 && BOOKED_BEFORE.has(reason?.code ?? '');
}

function judge(before: ComparedSide, after: ComparedSide, isSame: boolean): Comparison {
  if (isBookedBefore(before)) return 'not-comparable';
  if (after.outcome === 'pending') return 'pending';
  const [isBooked, isBookedNow] = [before, after].map((side) => side.entries.length > 0 && !isStopped(side));
  if (isBooked && isBookedNow) return isSame ? 'same' : 'changed';
  if (isBooked !== isBookedNow) return 'outcome';
  return reasonOf(before) === reasonOf(after) ? 'same' : 'outcome';
}

/**
 * How one source document came out of a past run and of its replay.
 *
 * @param isOver whether the replay has ended: until then a document that it has not read is still to come
 */
export function compareDocument(
  before: ComparedSide | null,
  after: ComparedSide | null,
  isOver: boolean,
): DocumentComparison {
  const ends = { before: endOf(before), after: endOf(after) };
  if (!before) return { ...ends, comparison: 'only-after', entries: [] };
  if (!after) {
    if (isBookedBefore(before)) return { ...ends, comparison: 'not-comparable', entries: [] };
    return { ...ends, comparison: isOver ? 'only-before' : 'pending', entries: [] };
  }
  const entries = compareEntries(before.entries, after.entries);
  const comparison = judge(before, after, entries.length === 0);
  const isShown = comparison === 'changed' || comparison === 'outcome';
  return { ...ends, comparison, entries: isShown ? entries : [] };
}
