import type { MapResult } from '#nodes/kit/node-type.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Case, ProofConfig } from './arbitrary-documents.ts';
import { booked, checkBalance, checkDocumentEntry, checkPayments, demand } from './check-entry.ts';
import { excessOf, expectedOf, isVatApart, mayBeTooFar } from './oracle.ts';
import { CENT, millionths, sizeOf, total, UNIT } from './whole-numbers.ts';

/** What became of documents, counted. */
export interface Tally {
  emitted: number;
  held: number;
  skipped: number;
  entries: number;
  readonly reasons: Map<string, number>;
}

export function newTally(): Tally {
  return { emitted: 0, held: 0, skipped: 0, entries: 0, reasons: new Map() };
}

function split(entries: readonly JournalEntry[]) {
  return {
    main: entries.find(({ source }) => source.documentKind !== 'payment'),
    payments: entries.filter(({ source }) => source.documentKind === 'payment'),
  };
}

/** A document is held for a reason that the oracle sees as well. */
function checkHeld(document: SalesDocument, config: ProofConfig, code: string): void {
  const expected = expectedOf(document, config);
  const isTrue: Readonly<Record<string, () => boolean>> = {
    'entry.vat_reckoned_differs': () => isVatApart(document, config, expected),
    'entry.difference_too_big': () => mayBeTooFar(expected, config),
    'entry.payment_differs': () => config.controls.paymentMismatch === 'hold' && excessOf(document) !== 0n,
    // Less than half a cent of the books, in another currency.
    'entry.line_sides': () => document.currency !== 'EUR',
  };
  demand(isTrue[code]?.() ?? false, `a document is held with reason (${code})`, () => ({ document, config }));
}

function checkNamed(document: SalesDocument, config: ProofConfig, result: MapResult): void {
  if ('hold' in result) {
    checkHeld(document, config, result.hold.code);
    return;
  }
  const expected = expectedOf(document, config);
  if ('skip' in result) {
    const isUnpaid = config.payments === 'none' || document.payments.every(({ amount }) => millionths(amount) === 0n);
    const isNothing = expected.total === 0n && isUnpaid;
    demand(isNothing, 'only what costs nothing is skipped', () => document);
    return;
  }
  if ('fail' in result) {
    demand(false, 'no document fails', () => ({ document, result }));
    return;
  }
  demand(!isVatApart(document, config, expected), 'VAT too far from the shop’s is not booked', () => document);
  const isHeldFor = config.controls.paymentMismatch === 'hold' && excessOf(document) !== 0n;
  demand(!isHeldFor, 'a payment that differs holds the document', () => document);
  const { main, payments } = split(result.emit.map(({ body }) => body as JournalEntry));
  if (main) checkDocumentEntry(document, config, expected, main);
  else demand(expected.total === 0n, 'what costs something is booked', () => document);
  checkPayments(document, config, payments);
  if (main) checkCleared(document, config, [main, ...payments]);
}

/** A sale paid by its total, or whose excess was put apart, leaves the customer owing nothing, in any currency. */
function checkCleared(document: SalesDocument, config: ProofConfig, entries: readonly JournalEntry[]): void {
  const isBooked = config.payments === 'book' && document.payments.some(({ amount }) => millionths(amount) !== 0n);
  const isPaid = isBooked && document.kind === 'sale';
  if (!isPaid || (excessOf(document) !== 0n && config.controls.paymentMismatch !== 'suspense')) return;
  const owed = entries.flatMap(({ lines }) => lines.filter(({ role }) => role === 'receivable').map(booked));
  demand(total(owed) === 0n, 'a customer who has paid owes nothing', () => entries);
}

function balances(entries: readonly JournalEntry[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const line of entries.flatMap(({ lines }) => lines)) {
    const key = `${line.account} ${line.auxiliaryAccount}`;
    sums.set(key, (sums.get(key) ?? 0n) + booked(line));
  }
  return sums;
}

/** A refund without lines: in proportion to the rates of its sale, never more than an odd cent from it. */
function checkSpread(sale: SalesDocument, refund: SalesDocument, config: ProofConfig, entry: JournalEntry): void {
  checkBalance(entry);
  const given = millionths(refund.total);
  const owed = entry.lines.filter(({ role }) => role === 'receivable');
  const [first] = owed;
  const amount = first && (first.currencyAmount ? millionths(first.currencyAmount.amount) : booked(first));
  demand(owed.length === 1 && amount === -given, 'a refund gives back its amount', () => entry);
  const expected = expectedOf(sale, config);
  // Where more was taken off at a rate than was sold, shares of its VAT are no shares of the amount.
  if ([...expected.vat.values()].some((vat) => vat > 0n)) return;
  const open = total(expected.parts.map((part) => -part.amount)) - total(expected.vat.values());
  for (const line of entry.lines.filter(({ role }) => role === 'vat')) {
    const id = sale.taxes.find(({ rate }) => rate === line.vat?.rate)?.id ?? '';
    const share = (-(expected.vat.get(id) ?? 0n) * given) / (open === 0n ? UNIT : open);
    const vat = line.currencyAmount ? millionths(line.currencyAmount.amount) : booked(line);
    const room = 2n * CENT + millionths(config.rounding.limit);
    demand(sizeOf(vat - share) <= room, 'a refund gives back VAT in proportion', () => ({ line, share, refund }));
  }
}

function checkRefund(cases: Case, config: ProofConfig, results: readonly MapResult[]): void {
  const [sale, refund] = cases.documents;
  const [ofSale, ofRefund] = results;
  if (!sale || !refund || !ofSale || !ofRefund) throw new Error('a refund comes with its sale');
  checkNamed(sale, config, ofSale);
  if ('hold' in ofRefund) {
    const isSound = 'emit' in ofSale && cases.kind === 'whole-refund';
    demand(!isSound, 'what was booked whole can be given back whole', () => ({ refund, ofRefund, config }));
    return;
  }
  if (!('emit' in ofRefund)) {
    demand(false, 'a refund is booked or held', () => ({ refund, ofRefund }));
    return;
  }
  const entries = ofRefund.emit.map(({ body }) => body as JournalEntry);
  for (const entry of entries) checkSpread(sale, refund, config, entry);
  if (cases.kind !== 'whole-refund' || !('emit' in ofSale)) return;
  const both = [...ofSale.emit.map(({ body }) => body as JournalEntry), ...entries];
  const left = [...balances(both)].filter(([, balance]) => balance !== 0n);
  demand(left.length === 0, 'a sale and the refund of all of it leave nothing on any account', () => ({
    left,
    refund,
    config,
  }));
}

/** Holds what became of a case against the oracle. @throws ProofError when a promise is broken */
export function checkCase(one: Case, config: ProofConfig, results: readonly MapResult[], tally: Tally): void {
  const [document] = one.documents;
  const [result] = results;
  if (!document || !result || results.length !== one.documents.length) throw new Error('every document has a result');
  if (one.documents.length === 2) checkRefund(one, config, results);
  else checkNamed(document, config, result);
  for (const each of results) {
    const kind = 'emit' in each ? 'emitted' : 'skip' in each ? 'skipped' : 'held';
    tally[kind] += 1;
    if ('emit' in each) tally.entries += each.emit.length;
    if ('hold' in each) tally.reasons.set(each.hold.code, (tally.reasons.get(each.hold.code) ?? 0) + 1);
  }
}
