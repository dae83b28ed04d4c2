import { canonicalJson } from '#schemas/canonical-json.ts';
import type { EntryLine, JournalEntry } from '#schemas/documents/journal-entry.ts';
import { type EntryChange, HEAD_FIELDS, type LineChange } from '#schemas/entry-diff.ts';
import { type Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';

interface Booked {
  readonly account: string;
  readonly auxiliaryAccount: string | null;
  readonly vatCode: string | null;
  debit: Decimal;
  credit: Decimal;
}

/** Where an amount ends up in the books: lines of the same account, auxiliary account and VAT code are added up. */
function addUp(lines: readonly EntryLine[]): Map<string, Booked> {
  const booked = new Map<string, Booked>();
  for (const { account, auxiliaryAccount, vat, debit, credit } of lines) {
    const vatCode = vat?.code ?? null;
    const key = JSON.stringify([account, auxiliaryAccount, vatCode]);
    const known = booked.get(key) ?? { account, auxiliaryAccount, vatCode, debit: ZERO, credit: ZERO };
    known.debit = known.debit.plus(decimal(debit));
    known.credit = known.credit.plus(decimal(credit));
    booked.set(key, known);
  }
  return booked;
}

function sides(booked: Booked | undefined): LineChange['before'] {
  return booked ? { debit: formatAmount(booked.debit), credit: formatAmount(booked.credit) } : null;
}

function compareLines(before: readonly EntryLine[], after: readonly EntryLine[]): LineChange[] {
  const [was, is] = [addUp(before), addUp(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const known = old ?? now;
    if (!known || (old && now && old.debit.equals(now.debit) && old.credit.equals(now.credit))) return [];
    const { account, auxiliaryAccount, vatCode } = known;
    return [{ account, auxiliaryAccount, vatCode, before: sides(old), after: sides(now) }];
  });
}

/** Which rule chose an account and where an amount comes from explain a line; they are not part of what is booked. */
function detailsOf({ lines, documentDate }: JournalEntry): string {
  const details = lines.map(({ rule: _rule, lineage: _lineage, ...line }) => canonicalJson(line)).sort();
  return canonicalJson([documentDate, details]);
}

function compareEntry(entry: string, before: JournalEntry | undefined, after: JournalEntry | undefined): EntryChange[] {
  const known = after ?? before;
  if (!known) return [];
  const head = HEAD_FIELDS.flatMap((field) => {
    if (!before || !after || before[field] === after[field]) return [];
    return [{ field, before: before[field], after: after[field] }];
  });
  const lines = compareLines(before?.lines ?? [], after?.lines ?? []);
  const isInBoth = before !== undefined && after !== undefined;
  const detailsChanged = isInBoth && lines.length === 0 && detailsOf(before) !== detailsOf(after);
  if (isInBoth && head.length === 0 && lines.length === 0 && !detailsChanged) return [];
  const oneSided = before ? 'only-before' : 'only-after';
  return [{ entry, change: isInBoth ? 'changed' : oneSided, currency: known.currency, head, lines, detailsChanged }];
}

/**
 * What differs between the entries that two runs made of the same document, entry by entry; exact to the cent.
 *
 * @returns nothing when both would leave the same traces in the books
 */
export function compareEntries(before: readonly JournalEntry[], after: readonly JournalEntry[]): EntryChange[] {
  const [was, is] = [before, after].map((entries) => new Map(entries.map((entry) => [entry.id, entry])));
  const ids = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return ids.flatMap((id) => compareEntry(id, was?.get(id), is?.get(id)));
}
