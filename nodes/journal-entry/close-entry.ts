import {
  type EntryLine,
  type JournalEntry,
  type JournalEntryData,
  journalEntry,
  type LineRole,
} from '#schemas/documents/journal-entry.ts';
import { type Decimal, formatAmount, round, ZERO } from '#schemas/money.ts';
import { chooseFixed } from './choose-account.ts';
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

function convertLine(line: DraftLine, rate: Decimal): BookedLine {
  const amount = round(line.amount.times(rate), BOOK_DECIMALS);
  const parts = roundToSum(
    line.shares.map((share) => share.amount.times(rate)),
    amount,
    BOOK_DECIMALS,
  );
  const shares = line.shares.map((share, index) => ({ ...share, amount: parts[index] ?? ZERO }));
  return { ...line, amount, shares, foreign: line.amount };
}

/** The cents by which converted lines miss each other, on their own line: they are nobody's money in the foreign currency. */
function exchangeLine(plan: Plan, lines: readonly BookedLine[], documentId: string): BookedLine[] {
  const missing = lines.reduce((left, line) => left.minus(line.amount), ZERO);
  if (missing.isZero()) return [];
  const choice = chooseFixed(plan, missing.isNegative() ? 'exchangeGain' : 'exchangeLoss', 'exchange');
  const shares = [{ part: 'difference' as const, id: documentId, amount: missing }];
  return [{ choice, auxiliary: null, amount: missing, shares, foreign: null }];
}

function inBooks(plan: Plan, lines: readonly DraftLine[], rate: Decimal | null, documentId: string): BookedLine[] {
  if (!rate) return lines.map((line) => ({ ...line, foreign: null }));
  const converted = lines.map((line) => convertLine(line, rate));
  return [...converted, ...exchangeLine(plan, converted, documentId)];
}

function entryLine(line: BookedLine, label: string, currency: string, decimals: number, turn: boolean): EntryLine {
  const signed = (amount: Decimal) => (turn ? amount.negated() : amount);
  const amount = signed(line.amount);
  const text = formatAmount(amount.abs());
  const { account, role, vat, rule, paymentMode } = line.choice;
  return {
    account,
    auxiliaryAccount: line.auxiliary,
    label,
    debit: amount.isNegative() ? '0.00' : text,
    credit: amount.isNegative() ? text : '0.00',
    role,
    vat,
    currencyAmount: line.foreign && { currency, amount: formatAmount(signed(line.foreign), decimals) },
    dueDate: null,
    ...(paymentMode === undefined ? {} : { paymentMode }),
    rule,
    lineage: line.shares.map(({ part, id, amount: share }) => ({ part, id, amount: formatAmount(signed(share)) })),
  };
}

/** What an entry is, apart from its lines. */
export type EntryHead = Omit<JournalEntryData, 'lines' | 'currency'>;

/** The currency that the drafted amounts are in; `rate` is null when it is the books' own. */
export interface DraftCurrency {
  readonly code: string;
  readonly decimals: number;
  readonly rate: Decimal | null;
}

/**
 * Turns drafted lines into an entry: converts them, puts them in reading order, and turns the sides round for what
 * mirrors a sale. Doing the latter last makes a credit note the exact mirror of its sale, odd cents included.
 *
 * @param documentId named as the origin of exchange differences
 * @returns null when no line has an amount
 * @throws UnbalancedEntryError
 */
export function closeEntry(
  plan: Plan,
  head: EntryHead,
  drafts: readonly DraftLine[],
  currency: DraftCurrency,
  options: { readonly turn: boolean; readonly documentId: string },
): JournalEntry | null {
  const lines = inBooks(
    plan,
    drafts.filter((line) => !line.amount.isZero()),
    currency.rate,
    options.documentId,
  );
  if (lines.length === 0) return null;
  lines.sort((a, b) => READING_ORDER.indexOf(a.choice.role) - READING_ORDER.indexOf(b.choice.role));
  return journalEntry({
    ...head,
    currency: plan.settings.currency,
    lines: lines.map((line) => entryLine(line, head.label, currency.code, currency.decimals, options.turn)),
  });
}
