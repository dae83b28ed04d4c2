import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { closingDate } from '#schemas/fiscal-year.ts';
import type { Message } from '#schemas/messages.ts';
import { controlMessages } from './control-messages.ts';

/** An entry that has its piece number already. */
export interface NumberedEntry {
  readonly pieceNumber: string;
  readonly journal: string;
  readonly day: string;
  /** Key of the source document that it was made of. */
  readonly root: string;
  /** What people call that document. */
  readonly document: string;
}

/** An entry whose number is to be checked. */
export interface Numbering {
  readonly root: string;
  readonly entry: JournalEntry;
}

const USUAL_YEAR_END = '12-31';

function asNumbered({ root, entry }: Numbering): NumberedEntry {
  const { pieceNumber, journal, date: day, source } = entry;
  return { pieceNumber, journal, day, root, document: source.number };
}

/**
 * Entries whose piece number another document has in the same journal and fiscal year, by root: of two that come
 * together, the first keeps it. What one document makes may share a number: a sale and its payment do.
 *
 * @param taken what has one of these numbers at the same target, or earlier in the same run
 * @param yearEnd "MM-DD"
 */
export function findNumberFaults(
  entries: readonly Numbering[],
  taken: readonly NumberedEntry[],
  yearEnd: string = USUAL_YEAR_END,
): Map<string, Message> {
  const keyOf = ({ pieceNumber, journal, day }: NumberedEntry) =>
    JSON.stringify([journal, closingDate(day, yearEnd), pieceNumber]);
  const owners = Map.groupBy(taken, keyOf);
  const faults = new Map<string, Message>();
  for (const one of entries) {
    if (faults.has(one.root)) continue;
    const numbered = asNumbered(one);
    const key = keyOf(numbered);
    const other = owners.get(key)?.find(({ root }) => root !== one.root);
    if (other) {
      const { document, pieceNumber: value, journal } = numbered;
      const params = { document, value, journal, other: other.document, day: other.day };
      faults.set(one.root, controlMessages.build.piece_number_taken(params, 'pieceNumber'));
    } else owners.set(key, [...(owners.get(key) ?? []), numbered]);
  }
  return faults;
}
