import {
  type EntryLine,
  type JournalEntry,
  type JournalEntryData,
  journalEntry,
  type LineRole,
} from '#schemas/documents/journal-entry.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { type Decimal, formatAmount, round, ZERO } from '#schemas/money.ts';
import { chooseFixed } from './accounts/choose-account.ts';
import { type DraftLine, roundToSum } from './draft.ts';
import type { Plan } from './plan.ts';

/** The books have cents. */
const BOOK_DECIMALS = 2;

/** How an entry is read: who owes, what was taken off, what was sold, its VAT, and the odd cents last. */
const READING_ORDER: readonly LineRole[] = [
  'payment',
  'processor-fee',
  'receivable',
  'discount',
  'revenue',
  'shipping',
  'fee',
  'wrapping',
  'tip',
  'deposit',
  'gift-card',
  'vat',
  'rounding',
  'exchange',
  'suspense',
];

interface BookedLine extends DraftLine {
  /** The amount in the document's currency; null in the books' own. */
  readonly foreign: Decimal | null;
}

function bookedAmount(amount: Decimal, rate: Decimal): Decimal {
  return round(amount.times(rate), BOOK_DECIMALS);
}

/**
 * What a payment takes off the customer's account, at the rate of the document that it clears. Parts are counted from
 * what was cleared before: together they take off what the whole document put there, whatever cent each is rounded by.
 */
function clearedAmount(amount: Decimal, { rate, before }: Clearing): Decimal {
  const after = before.plus(amount.abs());
  const size = bookedAmount(after, rate).minus(bookedAmount(before, rate));
  return amount.isNegative() ? size.negated() : size;
}

function convertLine(line: DraftLine, currency: DraftCurrency, rate: Decimal): BookedLine {
  const isClearing = line.choice.role === 'receivable' && currency.clears;
  const used = isClearing ? isClearing.rate : rate;
  const amount = isClearing ? clearedAmount(line.amount, isClearing) : bookedAmount(line.amount, rate);
  const parts = roundToSum(
    line.shares.map((share) => share.amount.times(used)),
    amount,
    BOOK_DECIMALS,
  );
  const shares = line.shares.map((share, index) => ({ ...share, amount: parts[index] ?? ZERO }));
  return { ...line, amount, shares, foreign: line.amount };
}

interface CloseOptions {
  /** What the table of differences can ask. */
  readonly facts?: MappingFacts;
  /** A credit note: what was drafted as for a sale stands on the other side. */
  readonly turn: boolean;
  /** Named as the origin of exchange differences. */
  readonly documentId: string;
}

/**
 * What converted lines miss each other by, on its own line: it is nobody's money in the foreign currency. The cents that
 * rounding leaves on a credit note mirror those of its sale; between two rates it is a loss or a gain as it falls.
 */
function exchangeLine(
  plan: Plan,
  lines: readonly BookedLine[],
  currency: DraftCurrency,
  { turn, documentId, facts }: CloseOptions,
): BookedLine[] {
  const missing = lines.reduce((left, line) => left.minus(line.amount), ZERO);
  if (missing.isZero()) return [];
  const isTurned = turn && currency.clears !== undefined && !currency.clears.rate.equals(currency.rate ?? ZERO);
  const key = missing.isNegative() === isTurned ? 'exchangeLoss' : 'exchangeGain';
  const choice = chooseFixed(plan, key, 'exchange', facts);
  const shares = [{ part: 'difference' as const, id: documentId, amount: missing }];
  return [{ choice, auxiliary: null, amount: missing, shares, foreign: null }];
}

/**
 * Without lines that are worth less than half a cent in the books, such as an odd öre: a line of nothing is none. What
 * they carry in their own currency goes to the biggest of the others, so that the entry balances in that one as well;
 * never to the customer's, which is to be cleared by what was paid.
 */
function foldWorthless(lines: readonly BookedLine[]): readonly BookedLine[] {
  const [worthless, kept] = [lines.filter(isWorthless), lines.filter((line) => !isWorthless(line))];
  const lost = worthless.reduce((total, { foreign }) => total.plus(foreign ?? ZERO), ZERO);
  if (lost.isZero()) return kept;
  const [first, ...others] = kept.filter(({ choice, foreign }) => choice.role !== 'receivable' && foreign !== null);
  if (!first) return lines;
  const sizeOf = ({ foreign }: BookedLine) => (foreign ?? ZERO).abs();
  const bearer = others.reduce((biggest, line) => (sizeOf(line).greaterThan(sizeOf(biggest)) ? line : biggest), first);
  return kept.map((line) => (line === bearer ? { ...line, foreign: (line.foreign ?? ZERO).plus(lost) } : line));
}

const isWorthless = ({ amount }: BookedLine): boolean => amount.isZero();

function inBooks(
  plan: Plan,
  lines: readonly DraftLine[],
  currency: DraftCurrency,
  options: CloseOptions,
): BookedLine[] {
  const { rate } = currency;
  if (!rate) return lines.map((line) => ({ ...line, foreign: null }));
  const converted = foldWorthless(lines.map((line) => convertLine(line, currency, rate)));
  return [...converted, ...exchangeLine(plan, converted, currency, options)];
}

/** What only the customer's line has: until when it is to be paid, and what clears it. */
function receivableFacts({ choice }: BookedLine, beside: BesideLines | undefined): Partial<EntryLine> {
  if (choice.role !== 'receivable' || !beside) return {};
  const { dueDate, matchingCode } = beside;
  return { dueDate, ...(matchingCode ? { matchingCode } : {}) };
}

function entryLine(line: BookedLine, head: EntryHead, { code, decimals }: DraftCurrency, turn: boolean): EntryLine {
  const signed = (amount: Decimal) => (turn ? amount.negated() : amount);
  const amount = signed(line.amount);
  const text = formatAmount(amount.abs());
  const analytics = head.beside?.analyticsOf?.(line);
  const { account, role, vat, rule, paymentMode } = line.choice;
  return {
    account,
    auxiliaryAccount: line.auxiliary,
    label: head.label,
    debit: amount.isNegative() ? '0.00' : text,
    credit: amount.isNegative() ? text : '0.00',
    role,
    vat,
    currencyAmount: line.foreign && { currency: code, amount: formatAmount(signed(line.foreign), decimals) },
    dueDate: null,
    ...receivableFacts(line, head.beside),
    ...(analytics ? { analytics } : {}),
    ...(paymentMode === undefined ? {} : { paymentMode }),
    rule,
    lineage: line.shares.map(({ part, id, amount: share }) => ({ part, id, amount: formatAmount(signed(share)) })),
  };
}

/** What an entry's head gives to some of its lines. */
interface BesideLines {
  readonly dueDate: string | null;
  readonly matchingCode: string;
  /** Divides a line in the books' currency among analytic sections; null when nothing is divided. */
  readonly analyticsOf: ((line: DraftLine) => EntryLine['analytics']) | null;
}

/** What an entry is, apart from its lines. */
export type EntryHead = Omit<JournalEntryData, 'lines' | 'currency' | 'exchangeRate'> & {
  readonly beside?: BesideLines;
};

/** At which rate a payment clears its document, and what was cleared of it before, in the document's currency. */
interface Clearing {
  readonly rate: Decimal;
  readonly before: Decimal;
}

/** The currency that the drafted amounts are in; `rate` is null when it is the books' own. */
export interface DraftCurrency {
  readonly code: string;
  readonly decimals: number;
  readonly rate: Decimal | null;
  /** For a payment in the currency of its document. */
  readonly clears?: Clearing;
}

/**
 * Turns drafted lines into an entry: converts them, puts them in reading order, and turns the sides round for what
 * mirrors a sale. Doing the latter last makes a credit note the exact mirror of its sale, odd cents included.
 *
 * @returns null when no line has an amount
 * @throws UnbalancedEntryError, or a HoldError for a part that no analytic section is set for
 */
export function closeEntry(
  plan: Plan,
  head: EntryHead,
  drafts: readonly DraftLine[],
  currency: DraftCurrency,
  options: CloseOptions,
): JournalEntry | null {
  const drafted = drafts.filter((line) => !line.amount.isZero());
  const lines = inBooks(plan, drafted, currency, options);
  if (lines.length === 0) return null;
  lines.sort((a, b) => READING_ORDER.indexOf(a.choice.role) - READING_ORDER.indexOf(b.choice.role));
  const { beside, ...own } = head;
  return journalEntry({
    ...own,
    currency: plan.settings.currency,
    ...(currency.rate ? { exchangeRate: currency.rate.toString() } : {}),
    lines: lines.map((line) => entryLine(line, head, currency, options.turn)),
  });
}
