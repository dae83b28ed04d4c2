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

export interface EntryFilter {
  readonly text: string;
  /** Journal code; empty for all. */
  readonly journal: string;
  /** Beginning of a ledger or auxiliary account; empty for all. */
  readonly account: string;
}
export const NO_FILTER: EntryFilter = { text: '', journal: '', account: '' };

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

/** Sums of many entries, for a table that no server sum stands under. */
export function totalsOf(items: readonly ReviewEntry[]): { debit: string; credit: string } {
  const each = items.map((item) => entrySums(item.entry));
  return {
    debit: formatAmount(sum(each.map(({ debit }) => debit))),
    credit: formatAmount(sum(each.map(({ credit }) => credit))),
  };
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

/** True when a line carries an amount in another currency than the books': only then is there a column for it. */
export function hasForeignAmounts(items: readonly ReviewEntry[]): boolean {
  return items.some(({ entry }) => entry.lines.some((line) => line.currencyAmount !== null));
}

/** True when a reference says something that the piece number does not: only then is there a column for it. */
export function hasOwnReferences(items: readonly ReviewEntry[]): boolean {
  return items.some(({ entry }) => entry.reference !== entry.pieceNumber);
}

/** The one currency of all entries, to stand in the head; null when they differ. */
export function commonCurrency(items: readonly ReviewEntry[]): string | null {
  const currencies = new Set(items.map(({ entry }) => entry.currency));
  const [only] = currencies;
  return currencies.size === 1 && only ? only : null;
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const texts = new WeakMap<ReviewEntry['entry'], string>();

function searchText(entry: ReviewEntry['entry']): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { pieceNumber, reference, label, partyName, source, lines } = entry;
  const parts = [pieceNumber, reference, label, partyName ?? '', source.number];
  for (const line of lines) parts.push(line.label, line.account, line.auxiliaryAccount ?? '', line.debit, line.credit);
  const text = plain(parts.join('\n'));
  texts.set(entry, text);
  return text;
}

/** Keeps whole entries: one matching line brings its entry along, so that what is shown always balances. */
export function filterEntries(items: readonly ReviewEntry[], filter: EntryFilter): readonly ReviewEntry[] {
  const text = plain(filter.text.trim()).replace(',', '.');
  const account = filter.account.trim();
  if (!text && !account && !filter.journal) return items;
  return items.filter(({ entry }) => {
    if (filter.journal && entry.journal !== filter.journal) return false;
    const hasAccount = entry.lines.some(
      (line) => line.account.startsWith(account) || line.auxiliaryAccount?.startsWith(account),
    );
    if (account && !hasAccount) return false;
    return !text || searchText(entry).replaceAll(',', '.').includes(text);
  });
}

/** Journals met in the entries, by code, for the filter. */
export function journalsOf(items: readonly ReviewEntry[]): { code: string; name: string }[] {
  const names = new Map(items.map(({ entry }) => [entry.journal, entry.journalName]));
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => a.code.localeCompare(b.code));
}
