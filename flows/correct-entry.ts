import {
  type EntryLine,
  type JournalEntry,
  type JournalEntryData,
  journalEntry,
  type Lineage,
} from '#schemas/documents/journal-entry.ts';
import { type Decimal, decimal, formatAmount, ZERO } from '#schemas/money.ts';
import { type AnalysedSide, addSections, analysedSides, hasSections, type Sections } from './correct-analytics.ts';

/** What is booked of a document: its postings so far, oldest first, and which revision comes next. */
export interface BookedState {
  /** Piece number of the first booking. */
  readonly of: string;
  readonly entries: readonly JournalEntry[];
  readonly nextRevision: number;
}

/** The hash of a state in which nothing is booked any more: no entry has it. */
const NOTHING_BOOKED = 'reversed';

interface Position {
  readonly line: EntryLine;
  balance: Decimal;
  readonly currencies: Map<string, Decimal>;
  readonly sections: Sections;
  readonly lineage: Map<string, { readonly part: Lineage; amount: Decimal }>;
}

/** Lines that a ledger would add up: same account, auxiliary account and VAT treatment. */
function positionKey({ account, auxiliaryAccount, vat }: EntryLine): string {
  return JSON.stringify([account, auxiliaryAccount, vat?.code ?? null, vat?.rate ?? null, vat?.country ?? null]);
}

function addLine(positions: Map<string, Position>, line: EntryLine, sign: 1 | -1): void {
  const key = positionKey(line);
  const known = positions.get(key) ?? {
    line,
    balance: ZERO,
    currencies: new Map(),
    sections: new Map(),
    lineage: new Map(),
  };
  known.balance = known.balance.plus(decimal(line.debit).minus(decimal(line.credit)).times(sign));
  if (line.currencyAmount) {
    const { currency, amount } = line.currencyAmount;
    known.currencies.set(currency, (known.currencies.get(currency) ?? ZERO).plus(decimal(amount).times(sign)));
  }
  addSections(known.sections, line, sign);
  for (const part of line.lineage) {
    const id = `${part.part}:${part.id}`;
    const explained = known.lineage.get(id) ?? { part, amount: ZERO };
    explained.amount = explained.amount.plus(decimal(part.amount).times(sign));
    known.lineage.set(id, explained);
  }
  positions.set(key, known);
}

/** Where an amount that is left comes from: what each part explains of it now, less what it explained before. */
function lineageOf({ lineage, line, balance }: Position, document: string): Lineage[] {
  const parts = [...lineage.values()]
    .filter(({ amount }) => !amount.isZero())
    .map(({ part, amount }) => ({ ...part, amount: formatAmount(amount) }));
  if (parts.length > 0) return parts;
  const [first] = line.lineage;
  return [{ part: 'difference', id: first?.id ?? document, amount: formatAmount(balance) }];
}

function toLines(position: Position, document: string): EntryLine[] {
  const { line, balance, currencies, sections } = position;
  const moved = [...currencies].find(([, amount]) => !amount.isZero());
  const { debit, credit } = analysedSides(sections, balance, line);
  const isMoved = !debit.amount.isZero() && !credit.amount.isZero();
  const { analytics: _, ...plain } = line;
  const lineOf = ({ amount, analytics }: AnalysedSide, isDebit: boolean): EntryLine[] => {
    if (amount.isZero()) return [];
    // Of an amount that went from one section to another, the side that the balance is on has what else has moved.
    const isMain = !isMoved || isDebit !== balance.isNegative();
    const shown = formatAmount(amount);
    const gone = [{ part: 'difference' as const, id: document, amount: isDebit ? shown : `-${shown}` }];
    return [
      {
        ...plain,
        debit: isDebit ? shown : '0.00',
        credit: isDebit ? '0.00' : shown,
        currencyAmount: moved && isMain ? { currency: moved[0], amount: formatAmount(moved[1]) } : null,
        ...(analytics ? { analytics } : {}),
        lineage: isMoved ? gone : lineageOf(position, document),
      },
    ];
  };
  return [...lineOf(debit, true), ...lineOf(credit, false)];
}

/** What is left of entries added up with their signs, one line a position that is not zero (two where an amount went from one section to another). */
function netLines(entries: readonly (readonly [JournalEntry, 1 | -1])[], document: string): EntryLine[] {
  const positions = new Map<string, Position>();
  for (const [entry, sign] of entries) for (const line of entry.lines) addLine(positions, line, sign);
  return [...positions.values()]
    .filter(({ balance, sections }) => !balance.isZero() || hasSections(sections))
    .flatMap((position) => toLines(position, document));
}

interface Occasion {
  readonly booked: BookedState;
  /** The day on which the correction is made: what was booked in a month that is closed stays as it was. */
  readonly day: string;
  readonly stateHash: string;
}

function correctionOf(
  entry: JournalEntry,
  { booked, day, stateHash }: Occasion,
  kind: 'difference' | 'reversal' | 'restatement',
  revision: number,
  lines: readonly EntryLine[],
): JournalEntry {
  const mark = `C${revision}`;
  const data: JournalEntryData = {
    ...entry,
    id: `${entry.id}:${mark}`,
    date: day,
    pieceNumber: `${booked.of}-${mark}`,
    label: `${entry.label} (${mark})`,
    correction: { revision, kind, of: booked.of, stateHash: kind === 'reversal' ? NOTHING_BOOKED : stateHash },
    lines: [...lines],
  };
  return journalEntry(data);
}

/**
 * The entries that bring what is booked of a document to what it is now.
 *
 * With `difference` one entry of what has changed on each account; with `reversal` one that takes everything back, and
 * one that books the document anew. After them the sums on every account are those of `now` alone.
 *
 * @param now the entry that the document as a whole makes today
 * @returns nothing when every account has the right sum already (a name or an address has changed, no amount)
 * @throws UnbalancedEntryError when the differences in a foreign currency do not balance by themselves
 */
export function correctEntry(
  now: JournalEntry,
  mode: 'difference' | 'reversal',
  occasion: Occasion,
): readonly JournalEntry[] {
  const { booked } = occasion;
  const document = now.source.id;
  const before = booked.entries.map((entry) => [entry, -1] as const);
  const difference = netLines([[now, 1], ...before], document);
  if (difference.length === 0) return [];
  const next = booked.nextRevision;
  if (mode === 'difference') return [correctionOf(now, occasion, 'difference', next, difference)];
  const restated = (revision: number) => correctionOf(now, occasion, 'restatement', revision, now.lines);
  const taken = netLines(before, document);
  // Without a gap: each correction is claimed only on top of the one before it.
  if (taken.length === 0) return [restated(next)];
  return [correctionOf(now, occasion, 'reversal', next, taken), restated(next + 1)];
}
