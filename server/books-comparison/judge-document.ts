import { compareEntries } from '#flows/diff/compare-entries.ts';
import type { BookedState } from '#schemas/api/books.ts';
import { type EntryLine, type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import type { End, EntryChange } from '#schemas/entry-diff.ts';
import { type Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';

/** What a source document of a run made, and what is booked of it. */
export interface BooksAndRun {
  readonly end: End;
  /** Entries that the run made; corrections only, where the document was booked before and has changed since. */
  readonly made: readonly JournalEntry[];
  /** Entries in the books, the first booking and its corrections. */
  readonly booked: readonly JournalEntry[];
  /** One of several targets does not have it. */
  readonly isMissingSomewhere: boolean;
  /** The run looks at every document as if nothing were booked, so what it does not make would not be there. */
  readonly isWhole: boolean;
}

/** The books have it, and it is as it should be or on its way. */
const SETTLED: ReadonlySet<string> = new Set([
  'run.already_posted',
  'run.being_posted',
  'run.maybe_posted',
  'run.changed_same_amounts',
]);
/** It is booked and has changed, and a person must say what to do about it. */
const CHANGED: ReadonlySet<string> = new Set(['run.changed_since_posted', 'run.correction_kept_back']);

function plainLine({ account, auxiliaryAccount, vat, role, rule, lineage }: EntryLine, balance: Decimal): EntryLine {
  return {
    ...{ account, auxiliaryAccount, role, rule, lineage, label: '', currencyAmount: null, dueDate: null },
    vat: vat && { code: vat.code, rate: vat.rate, country: vat.country },
    debit: formatAmount(balance.isPositive() ? balance : ZERO),
    credit: formatAmount(balance.isNegative() ? balance.negated() : ZERO),
  };
}

/** What all bookings of a document come to, as one entry: a line for each account that is not back to zero. */
function netOf(entries: readonly JournalEntry[]): JournalEntry[] {
  const [first] = entries;
  if (!first) return [];
  const positions = new Map<string, { line: EntryLine; balance: Decimal }>();
  for (const line of entries.flatMap((entry) => entry.lines)) {
    const key = JSON.stringify([line.account, line.auxiliaryAccount, line.vat?.code ?? null]);
    const known = positions.get(key) ?? { line, balance: ZERO };
    known.balance = known.balance.plus(decimal(line.debit)).minus(decimal(line.credit));
    positions.set(key, known);
  }
  const open = [...positions.values()].filter(({ balance }) => !balance.isZero());
  return [journalEntry({ ...first, lines: open.map(({ line, balance }) => plainLine(line, balance)) })];
}

/** How the entries of one kind (the sale, its payment) would stand in the books beside how they stand now. */
function compareKind(
  booked: readonly JournalEntry[],
  made: readonly JournalEntry[],
  isWhole: boolean,
): readonly EntryChange[] {
  if (made.length === 0 && !isWhole) return [];
  if (made.some((entry) => entry.correction)) return compareEntries(netOf(booked), netOf([...booked, ...made]));
  const wasCorrected = booked.some((entry) => entry.correction);
  return wasCorrected ? compareEntries(netOf(booked), netOf(made)) : compareEntries(booked, made);
}

function compareAll({ booked, made, isWhole }: BooksAndRun): readonly EntryChange[] {
  const kindOf = ({ source }: JournalEntry) => source.documentKind;
  const [was, is] = [Map.groupBy(booked, kindOf), Map.groupBy(made, kindOf)];
  const kinds = new Set([...was.keys(), ...is.keys()]);
  return [...kinds].flatMap((kind) => compareKind(was.get(kind) ?? [], is.get(kind) ?? [], isWhole));
}

function judgeUnmade({ end, booked }: BooksAndRun): BookedState {
  if (booked.length === 0) return 'left-out';
  return SETTLED.has(end.reason?.code ?? '') ? 'identical' : 'gone';
}

/** How a document that a run has read stands beside the books, and what would be booked otherwise. */
export function judgeDocument(document: BooksAndRun): { state: BookedState; entries: readonly EntryChange[] } {
  const { end, made, isMissingSomewhere } = document;
  if (end.outcome === 'held' || end.outcome === 'failed') {
    return { state: CHANGED.has(end.reason?.code ?? '') ? 'differs' : 'stopped', entries: [] };
  }
  if (made.length === 0) return { state: judgeUnmade(document), entries: [] };
  const entries = compareAll(document);
  if (entries.some(({ change }) => change !== 'only-after')) return { state: 'differs', entries };
  return { state: entries.length > 0 || isMissingSomewhere ? 'add' : 'identical', entries };
}
