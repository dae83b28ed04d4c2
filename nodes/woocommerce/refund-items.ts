import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Message } from '#schemas/messages.ts';
import { Decimal } from '#schemas/money.ts';
import { isInside, looseDateOnAxis, type Window } from './concern.ts';
import { numberOf } from './map-order.ts';
import { inOrderMade, mapRefund, type RefundedSale } from './map-refund.ts';
import { messages } from './messages.ts';
import { parseRecord } from './parse-record.ts';
import { type RefundRecord, refundSchema } from './records.ts';
import { attempt, excerptOf, isBooked, keyOf, type Mapped, type OrderScope, rawIdOf } from './sale-items.ts';

/** Refunds of one order with what belongs to them. */
interface RefundScope extends OrderScope {
  readonly window: Window | null;
}

function baseOf(refundId: string, { order }: RefundedSale, scope: RefundScope) {
  return {
    key: keyOf(scope.address.shop, 'credit-note', refundId),
    kind: 'sales-document' as const,
    label: `refund ${refundId} of order ${numberOf(order)}`,
  };
}

function skipReason(refund: RefundRecord, { order }: RefundedSale, scope: RefundScope): Message | null {
  const params = { refund: refund.id, number: numberOf(order) };
  if (!isBooked(order.status, scope.config)) {
    return messages.build.order_not_booked({ ...params, status: order.status });
  }
  return refund.amount.isZero() ? messages.build.refund_of_nothing(params) : null;
}

function unreadableItem(raw: unknown, problem: Message, sale: RefundedSale, scope: RefundScope): SourceItem {
  return { ...baseOf(rawIdOf(raw), sale, scope), body: null, problem, excerpt: excerptOf(raw) };
}

/** An amount without detail can only be spread when everything that earlier refunds took off is known. */
function checkSpreadable(mapped: Mapped, refund: RefundRecord, sale: RefundedSale, isKnown: boolean): Mapped {
  if (isKnown || !('body' in mapped) || new Decimal(mapped.body.unallocated).isZero()) return mapped;
  const params = { refund: refund.id, number: numberOf(sale.order) };
  return { problem: messages.build.earlier_refund_unreadable(params) };
}

function itemOf(refund: RefundRecord, mapped: Mapped, sale: RefundedSale, scope: RefundScope): SourceItem {
  const base = baseOf(refund.id, sale, scope);
  const skip = skipReason(refund, sale, scope);
  if ('body' in mapped) return { ...base, body: mapped.body, ...(skip ? { skip } : {}) };
  if (skip) return { ...base, body: null, skip };
  return { ...base, body: null, problem: mapped.problem };
}

/** An order names its refunds; one that the answer leaves out would be money lost without a word. */
function missingItems(raws: readonly unknown[], sale: RefundedSale, scope: RefundScope): SourceItem[] {
  const given = new Set(raws.map(rawIdOf));
  const missing = sale.order.refunds.map(rawIdOf).filter((id) => !given.has(id));
  return missing.map((refund) => {
    const problem = messages.build.refund_not_given({ refund, number: numberOf(sale.order) });
    return { ...baseOf(refund, sale, scope), body: null, problem };
  });
}

/**
 * The refunds of one order as items: those made inside the period, each with what was still open on the sale then.
 * A refund belongs to the day it was made, also when its order is older than the period.
 *
 * @param raws the answer of /orders/{id}/refunds
 */
export function refundItems(raws: readonly unknown[], sale: RefundedSale, scope: RefundScope): SourceItem[] {
  const items: SourceItem[] = [];
  const missing = missingItems(raws, sale, scope);
  const readable: RefundRecord[] = [];
  for (const raw of raws) {
    const parsed = parseRecord(refundSchema, raw, `${numberOf(sale.order)}/${rawIdOf(raw)}`);
    const date = looseDateOnAxis(raw, 'created');
    if ('record' in parsed) readable.push(parsed.record);
    else if (!date || isInside(scope.window, date)) items.push(unreadableItem(raw, parsed.problem, sale, scope));
  }
  // A refund without a readable date could be earlier than any other.
  let isKnown = missing.length === 0 && readable.length === raws.length;
  const earlier: SalesDocument[] = [];
  for (const refund of inOrderMade(readable)) {
    const mapped = attempt(() => mapRefund(refund, sale, earlier, scope));
    if (isInside(scope.window, refund.date_created_gmt)) {
      items.push(itemOf(refund, checkSpreadable(mapped, refund, sale, isKnown), sale, scope));
    }
    if ('body' in mapped) earlier.push(mapped.body);
    else isKnown = false;
  }
  return [...items, ...missing];
}
