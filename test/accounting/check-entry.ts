import type { EntryLine, JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { ProofConfig } from './arbitrary-documents.ts';
import { type Expected, type ExpectedPart, excessOf } from './oracle.ts';
import { CENT, millionths, sizeOf, toCents, toStep, total, UNIT } from './whole-numbers.ts';

/** A promise that was broken, with what it was broken by. */
export class ProofError extends Error {
  override readonly name = 'ProofError';
}

export function demand(holds: boolean, promise: string, facts: () => unknown): void {
  if (holds) return;
  const shown = JSON.stringify(facts(), (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  throw new ProofError(`${promise}: ${shown}`);
}

export const booked = ({ debit, credit }: Pick<EntryLine, 'debit' | 'credit'>): bigint =>
  millionths(debit) - millionths(credit);

const isCurrency = ({ currency }: SalesDocument): boolean => currency !== 'EUR';

/** The line's amount in the document's currency. A line of exchange differences has none. */
function amountOf(document: SalesDocument, line: EntryLine): bigint {
  if (!isCurrency(document)) return booked(line);
  return line.currencyAmount ? millionths(line.currencyAmount.amount) : 0n;
}

/** Debit equals credit, every line has one side and is explained, in the books' currency and in the other. */
export function checkBalance(entry: JournalEntry): void {
  demand(total(entry.lines.map(booked)) === 0n, 'an entry balances', () => entry);
  const foreign = total(entry.lines.map(({ currencyAmount }) => millionths(currencyAmount?.amount ?? '0')));
  demand(foreign === 0n, 'an entry balances in its other currency', () => entry);
  for (const line of entry.lines) {
    demand((millionths(line.debit) === 0n) !== (millionths(line.credit) === 0n), 'a line has one side', () => line);
    const explained = total(line.lineage.map(({ amount }) => millionths(amount)));
    demand(explained === booked(line), 'a line is explained to the cent', () => line);
  }
}

function checkConversion(document: SalesDocument, line: EntryLine): void {
  if (!isCurrency(document) || line.role === 'exchange') return;
  const rate = millionths(document.exchangeRate ?? '0');
  const converted = toStep(millionths(line.currencyAmount?.amount ?? '0') * rate, UNIT, CENT);
  demand(converted === booked(line), 'a line is converted at the rate and rounded once', () => ({ line, converted }));
}

interface Found {
  readonly line: EntryLine;
  readonly expected: bigint;
}

const REVENUE_ROLES = new Set(['revenue', 'shipping', 'discount', 'fee', 'wrapping', 'gift-card', 'tip', 'deposit']);

/** What a line of revenue or the like should be: the exact sum of what it comes from, rounded once. */
function expectedOfLine(line: EntryLine, parts: Set<ExpectedPart>): bigint {
  const ids = new Set(line.lineage.filter(({ part }) => part === 'line').map(({ id }) => id));
  const rate = line.vat?.rate ?? null;
  const own = [...parts].filter((part) => part.role === line.role && part.rate === rate && ids.has(part.id));
  for (const part of own) parts.delete(part);
  return toCents(total(own.map(({ amount }) => amount)));
}

function expectedLine(document: SalesDocument, line: EntryLine, expected: Expected, parts: Set<ExpectedPart>): bigint {
  if (line.role === 'receivable') return expected.total;
  if (line.role === 'vat') {
    const ids = line.lineage.filter(({ part }) => part === 'tax').map(({ id }) => id);
    return total(ids.map((id) => expected.vat.get(id) ?? 0n));
  }
  const isCard = line.role === 'gift-card' && line.lineage.some(({ part }) => part === 'gift-card');
  if (isCard) return total(document.giftCards.map(({ amount }) => millionths(amount)));
  demand(REVENUE_ROLES.has(line.role), 'a line has a role that its document explains', () => line);
  return expectedOfLine(line, parts);
}

/** What no line of the entry shows rounds to nothing: nothing is lost. */
function checkNothingLost(expected: Expected, left: ReadonlySet<ExpectedPart>, entry: JournalEntry): void {
  for (const [, parts] of Map.groupBy(left, ({ role, rate, category }) => `${role} ${rate} ${category}`)) {
    const lost = toCents(total(parts.map(({ amount }) => amount)));
    demand(lost === 0n, 'no amount of the document is lost', () => ({ parts, entry }));
  }
  const taxes = entry.lines.flatMap(({ lineage }) => lineage.filter(({ part }) => part === 'tax').map(({ id }) => id));
  for (const [id, amount] of expected.vat) {
    demand(amount === 0n || taxes.includes(id), 'no VAT of the document is lost', () => ({ id, entry }));
  }
}

/**
 * Holds the entry of a document against the oracle, line by line and to the cent: receivable, revenue and discounts by
 * rate, VAT by rate, gift cards, and the cents that are left, which stand where the settings say and within the limit.
 */
export function checkDocumentEntry(
  document: SalesDocument,
  config: ProofConfig,
  expected: Expected,
  entry: JournalEntry,
): void {
  checkBalance(entry);
  const sign = document.kind === 'credit-note' ? -1n : 1n;
  const parts = new Set(expected.parts);
  const found: Found[] = entry.lines
    .filter(({ role }) => role !== 'rounding' && role !== 'exchange')
    .map((line) => ({ line, expected: expectedLine(document, line, expected, parts) }));
  checkNothingLost(expected, parts, entry);
  const cents = -total(found.map((one) => one.expected));
  demand(sizeOf(cents) <= millionths(config.rounding.limit), 'nothing above the limit is plugged', () => ({
    entry,
    cents,
  }));
  const apart = entry.lines.filter(({ role }) => role === 'rounding');
  const bearing = found.filter(({ line }) => line.lineage.some(({ part }) => part === 'difference'));
  demand(apart.length + bearing.length === (cents === 0n ? 0 : 1), 'a difference stands in one place', () => ({
    entry,
    cents,
  }));
  for (const line of apart)
    demand(amountOf(document, line) === sign * cents, 'the rounding line is the difference', () => entry);
  const place = { account: null, 'first-line': 'revenue', 'first-tax': 'vat' }[config.rounding.where];
  for (const { line } of bearing) demand(line.role === place, 'a difference stands where it was told to', () => entry);
  for (const { line, expected: amount } of found) {
    const own = bearing.some((one) => one.line === line) ? amount + cents : amount;
    demand(amountOf(document, line) === sign * own, 'a line is what the oracle says', () => ({
      line,
      expected: own,
      document,
    }));
  }
  const owed = found.filter(({ line }) => line.role === 'receivable');
  demand(owed.length === (expected.total === 0n ? 0 : 1), 'the customer owes the total, once', () => entry);
  for (const line of entry.lines) checkConversion(document, line);
}

/** Holds the entries of payments against the payments: what came in, what was kept, what the customer paid. */
export function checkPayments(document: SalesDocument, config: ProofConfig, entries: readonly JournalEntry[]): void {
  const sign = document.kind === 'credit-note' ? -1n : 1n;
  const wanted = config.payments === 'none' ? [] : document.payments.filter(({ amount }) => millionths(amount) !== 0n);
  demand(entries.length === wanted.length, 'every payment is booked once', () => ({ document, entries }));
  const sums = new Map<string, bigint>();
  for (const entry of entries) {
    checkBalance(entry);
    for (const line of entry.lines) {
      sums.set(line.role, (sums.get(line.role) ?? 0n) + sign * amountOf(document, line));
      // The customer's account is cleared at the sale's rate, of all payments so far together.
      if (line.role === 'payment' || line.role === 'processor-fee') checkConversion(document, line);
    }
  }
  const paid = total(wanted.map(({ amount }) => millionths(amount)));
  // A cost whichever way the money went: a credit note is seen here the other way round.
  const kept = sign * total(wanted.map(({ fee }) => millionths(fee ?? '0')));
  const isSuspended = config.controls.paymentMismatch === 'suspense' && wanted.length > 0;
  const excess = isSuspended ? excessOf(document) : 0n;
  const is = (role: string, amount: bigint) =>
    demand((sums.get(role) ?? 0n) === amount, `payments: ${role}`, () => ({ document, entries, amount }));
  is('payment', paid - kept);
  is('processor-fee', kept);
  is('receivable', excess - paid);
  is('suspense', -excess);
}
