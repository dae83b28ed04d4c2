import type { ReviewEntry } from '#schemas/api/runs.ts';
import { formatAmount, sum } from '#schemas/money.ts';

/** One row on screen: the head of an entry with its sums, or one of its lines. */
export type EntryRow =
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly item: ReviewEntry;
      readonly debit: string;
      readonly credit: string;
      readonly isFolded: boolean;
    }
  | { readonly kind: 'line'; readonly key: string; readonly item: ReviewEntry; readonly index: number };

const sums = new WeakMap<ReviewEntry['entry'], { debit: string; credit: string }>();

/** Debit and credit of one entry as decimal text; kept, since rows are made again at every fold and tick. */
export function entrySums(entry: ReviewEntry['entry']): { debit: string; credit: string } {
  const known = sums.get(entry);
  if (known) return known;
  const made = {
    debit: formatAmount(sum(entry.lines.map((line) => line.debit))),
    credit: formatAmount(sum(entry.lines.map((line) => line.credit))),
  };
  sums.set(entry, made);
  return made;
}

export function toRows(items: readonly ReviewEntry[], folded: ReadonlySet<string>): EntryRow[] {
  const rows: EntryRow[] = [];
  for (const item of items) {
    const isFolded = folded.has(item.documentId);
    rows.push({ kind: 'entry', key: item.documentId, item, isFolded, ...entrySums(item.entry) });
    if (isFolded) continue;
    for (const index of item.entry.lines.keys()) {
      rows.push({ kind: 'line', key: `${item.documentId}/${index}`, item, index });
    }
  }
  return rows;
}
