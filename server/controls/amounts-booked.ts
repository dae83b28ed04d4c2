import type { EntryLine, JournalEntry, LineRole } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { Decimal, decimal, ZERO } from '#schemas/money.ts';
import { makeSums, rateKey, type Sums, sumKey } from './amounts-of-document.ts';

const BASE_ROLES: readonly LineRole[] = [
  'revenue',
  'shipping',
  'discount',
  'fee',
  'wrapping',
  'gift-card',
  'tip',
  'deposit',
];

/** Debit less credit, in the currency of the source document. */
function balance(line: EntryLine, entry: JournalEntry, currency: string): Decimal {
  if (line.currencyAmount?.currency === currency) return decimal(line.currencyAmount.amount);
  return entry.currency === currency ? decimal(line.debit).minus(decimal(line.credit)) : ZERO;
}

/** A gift card that paid is no sale of one. */
function isCardUsed({ lineage }: EntryLine): boolean {
  return lineage.some(({ part }) => part === 'gift-card');
}

function methodOf(line: EntryLine, document: SalesDocument | null): string {
  const id = line.lineage.find(({ part }) => part === 'payment')?.id;
  const known = document?.payments.find((payment) => payment.id === id) ?? document?.payments[0];
  return known?.method ?? '';
}

const CENT = new Decimal('0.01');

/** Which figure of its document a line is part of; null for one that is part of none (a clearing account, rounding). */
function figureOf(line: EntryLine, entry: JournalEntry, document: SalesDocument | null): string | null {
  if (entry.source.documentKind === 'payment') {
    const isOwed = line.role === 'receivable' || line.role === 'suspense';
    return isOwed ? sumKey('payment', methodOf(line, document)) : null;
  }
  const rate = rateKey(line.vat?.rate ?? '0');
  if (line.role === 'receivable') return sumKey('total', '');
  if (line.role === 'vat') return sumKey('tax', rate);
  return BASE_ROLES.includes(line.role) && !isCardUsed(line) ? sumKey('base', rate) : null;
}

/** What is booked of one document, and how much of it rounding may account for. */
export interface Booked {
  readonly sums: Sums;
  /** By figure: the cents that rounding by account, and the difference booked for it, can make. */
  readonly rounding: Sums;
}

/**
 * What the entries booked of a document say, corrections included, by the same figures as the document.
 *
 * @param document its latest state, which names the methods of its payments; null when that is no longer kept
 */
export function amountsBooked(
  entries: readonly JournalEntry[],
  currency: string,
  document: SalesDocument | null,
): Booked {
  const { add, sums } = makeSums();
  const rounding = makeSums();
  const booked = entries.flatMap((entry) => entry.lines.map((line) => ({ entry, line })));
  const apart = booked
    .filter(({ line }) => line.role === 'rounding' || line.lineage.some(({ part }) => part === 'difference'))
    .reduce((total, { entry, line }) => total.plus(balance(line, entry, currency).abs()), ZERO);
  for (const { entry, line } of booked) {
    const debit = balance(line, entry, currency);
    const key = figureOf(line, entry, document);
    if (key === null) continue;
    add(key, key.startsWith('total:') ? debit : debit.negated());
    // An account's share of a base is rounded once; totals, taxes and payments are booked as they are stated.
    if (key.startsWith('base:')) rounding.add(key, CENT);
  }
  for (const key of sums.keys()) if (/^(base|tax):/.test(key)) rounding.add(key, apart);
  return { sums, rounding: rounding.sums };
}
