import type { ReviewEntry } from '#schemas/api/runs.ts';
import type { Lineage } from '#schemas/documents/journal-entry.ts';

type Entry = ReviewEntry['entry'];

/** One line of an entry, and the source document that it was made of. */
export interface TracedLine {
  /** Id of the entry as a document of the run. */
  readonly documentId: string;
  /** Id of the source document. */
  readonly sourceId: string;
  readonly entry: Entry;
  readonly index: number;
}

/** A part of a source document: one of its lines, taxes, payments… */
export type Part = Pick<Lineage, 'part' | 'id'>;

/** A line of an entry, with how much of it comes from one part. */
export interface PartLine {
  readonly line: TracedLine;
  readonly amount: string;
}

function partKey({ part, id }: Part): string {
  return JSON.stringify([part, id]);
}

interface Made {
  readonly documentId: string;
  readonly entry: Entry;
}

/**
 * The way back: for each part of a source document, the lines of entries that it went into.
 *
 * @param key key of the source document where entries sum up several; their other parts are left out
 */
export function linesByPart(
  sourceId: string,
  key: string | null,
  entries: readonly Made[],
): (part: Part) => readonly PartLine[] {
  const found = new Map<string, PartLine[]>();
  for (const { documentId, entry } of entries) {
    for (const [index, line] of entry.lines.entries()) {
      for (const { part, id, amount, document } of line.lineage) {
        if (document !== undefined && key !== null && document !== key) continue;
        const name = partKey({ part, id });
        found.set(name, [...(found.get(name) ?? []), { line: { documentId, sourceId, entry, index }, amount }]);
      }
    }
  }
  return (part) => found.get(partKey(part)) ?? [];
}
