import { createHash } from 'node:crypto';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { SalesConfig } from './config.ts';
import { type MapScope, mapOrder, numberOf } from './map-order.ts';
import { messages } from './messages.ts';
import type { OrderRecord } from './records.ts';

/** Stable for the shop and the document, whatever scheme its address has. */
export function keyOf(shop: string, kind: SalesDocument['kind'], id: string): string {
  return `woocommerce:${shop}:${kind}:${id}`;
}

export function isBooked(status: string, config: Pick<SalesConfig, 'statuses'>): boolean {
  return config.statuses.includes(status);
}

const NOT_PAID = new Set(['pending', 'on-hold', 'checkout-draft', 'auto-draft']);

/** Why an order is not booked by this flow; null when it is. */
export function skipReason(order: OrderRecord, config: SalesConfig): Message | null {
  const params = { number: numberOf(order), status: order.status };
  if (!isBooked(order.status, config)) {
    return NOT_PAID.has(order.status) ? messages.build.not_paid_yet(params) : messages.build.status_not_booked(params);
  }
  if (config.dateAxis === 'completed' && !order.date_completed_gmt) {
    return messages.build.not_completed_yet({ number: params.number });
  }
  return null;
}

/** Persons' data has no place in a log. */
const PERSONAL = /^(billing|shipping|customer_.*|meta_data|_links|payment_url|order_key)$/;
const EXCERPT_LENGTH = 2000;

export function excerptOf(raw: unknown): string {
  const shown = JSON.stringify(raw, (key, value: unknown) => (PERSONAL.test(key) ? undefined : value)) ?? String(raw);
  return shown.slice(0, EXCERPT_LENGTH);
}

/** The id of a record that could not be read as a whole; a fingerprint when even that is missing. */
export function rawIdOf(raw: unknown): string {
  const id: unknown = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  if (typeof id === 'number' || (typeof id === 'string' && /^\d+$/.test(id))) return String(id);
  return `unreadable-${createHash('sha256').update(canonicalJson(raw)).digest('hex').slice(0, 12)}`;
}

/** A mapped document, or the problem that a mapping threw for this document alone. */
export type Mapped = { readonly body: SalesDocument } | { readonly problem: Message };

export function attempt(map: () => SalesDocument): Mapped {
  try {
    return { body: map() };
  } catch (error) {
    if (error instanceof HoldError) return { problem: error.detail };
    throw error;
  }
}

/** The order as one item: a document, a skipped document with the reason, or a problem with an excerpt. */
export function orderItem(order: OrderRecord, raw: unknown, mapped: Mapped, scope: OrderScope): SourceItem {
  const base = {
    key: keyOf(scope.address.shop, 'sale', order.id),
    kind: 'sales-document' as const,
    label: `order ${numberOf(order)}`,
  };
  const skip = skipReason(order, scope.config);
  if ('body' in mapped) return { ...base, body: mapped.body, ...(skip ? { skip } : {}) };
  // A problem in an order that is not booked anyway is nobody's concern.
  if (skip) return { ...base, body: null, skip };
  return { ...base, body: null, problem: mapped.problem, excerpt: excerptOf(raw) };
}

export interface OrderScope extends MapScope {
  readonly config: SalesConfig;
}

export function mapOrderSafely(order: OrderRecord, scope: OrderScope): Mapped {
  return attempt(() => mapOrder(order, scope));
}
