import { z } from 'zod';
import type { SourceContext } from '#nodes/kit/context.ts';
import type { Json, SourceItem, SourcePage } from '#nodes/kit/node-type.ts';
import { openShop, type ShopClient } from './client.ts';
import { dateOnAxis, isInside, looseDateOnAxis, type Window, windowOf, windowQuery } from './concern.ts';
import type { SalesConfig } from './config.ts';
import { isGone } from './judge-answer.ts';
import { ratesToAsk } from './map-taxes.ts';
import { parseRecord } from './parse-record.ts';
import { withCategories } from './read-categories.ts';
import { isLastPage, type ListPage, readListPage, readWholeList } from './read-list.ts';
import { readRates } from './read-rates.ts';
import { type OrderRecord, orderSchema } from './records.ts';
import { refundItems } from './refund-items.ts';
import { excerptOf, keyOf, mapOrderSafely, type OrderScope, orderItem, rawIdOf } from './sale-items.ts';

const cursorSchema = z.object({ page: z.int().positive(), total: z.int().nonnegative().nullable() });
type Cursor = z.infer<typeof cursorSchema>;
const START: Cursor = { page: 1, total: null };

/** What reading orders goes by. */
export interface Reading {
  readonly shop: ShopClient;
  readonly config: SalesConfig;
  readonly window: Window | null;
}

interface ReadOrder {
  readonly raw: unknown;
  readonly order: OrderRecord;
}

function ordersQuery({ config, window }: Reading): Record<string, string> {
  return {
    // By id: new orders only append, where paging by date of change would skip rows that move to the end meanwhile.
    orderby: 'id',
    order: 'asc',
    status: 'any',
    // The decimals that are stored; the default would round each amount to the shop's price decimals.
    dp: '6',
    per_page: String(config.perPage),
    ...windowQuery(window, config),
  };
}

/**
 * The page of the cursor. When the shop counts fewer orders than before, some were deleted and the rows after them moved
 * forward: as many pages as that may span are read again. Keys make the rows seen twice harmless.
 */
async function readOrders(reading: Reading, cursor: Cursor): Promise<{ page: number; list: ListPage }> {
  const query = ordersQuery(reading);
  let { page, total } = cursor;
  for (;;) {
    const list = await readListPage(reading.shop, '/orders', query, page);
    const missing = total === null || list.total === null ? 0 : total - list.total;
    if (missing <= 0 || page === 1) return { page, list };
    page = Math.max(1, page - Math.ceil(missing / reading.config.perPage));
    total = list.total;
  }
}

/** An unreadable order is reported unless its date says that it is of no concern; with refunds it always is. */
function unreadableItem(raw: unknown, reading: Reading): SourceItem | null {
  const { config, shop, window } = reading;
  const id = rawIdOf(raw);
  const parsed = parseRecord(orderSchema, raw, id);
  if (!('problem' in parsed)) return null;
  const date = looseDateOnAxis(raw, config.dateAxis);
  const hasRefunds = config.creditNotes && refundCount(raw) > 0;
  if (date && !isInside(window, date) && !hasRefunds) return null;
  return {
    key: keyOf(shop.address.shop, 'sale', id),
    kind: 'sales-document',
    label: `order ${id}`,
    body: null,
    problem: parsed.problem,
    excerpt: excerptOf(raw),
  };
}

function refundCount(raw: unknown): number {
  const refunds: unknown = typeof raw === 'object' && raw !== null && 'refunds' in raw ? raw.refunds : null;
  return Array.isArray(refunds) ? refunds.length : 0;
}

async function readRefunds(shop: ShopClient, orderId: string): Promise<unknown[] | null> {
  try {
    return await readWholeList(shop, `/orders/${orderId}/refunds`, { dp: '6', per_page: '100' });
  } catch (error) {
    // The order was deleted between the two calls, and its refunds with it.
    if (isGone(error)) return null;
    throw error;
  }
}

async function itemsOf({ raw, order }: ReadOrder, reading: Reading, scope: OrderScope): Promise<SourceItem[]> {
  const { config, window, shop } = reading;
  const mapped = mapOrderSafely(order, scope);
  const hasRefunds = config.creditNotes && order.refunds.length > 0;
  const isConcerned = isInside(window, dateOnAxis(order, config.dateAxis));
  // As with an unreadable order: its refunds cannot be made out, so the reason must show.
  const items = isConcerned || (hasRefunds && 'problem' in mapped) ? [orderItem(order, raw, mapped, scope)] : [];
  if (!hasRefunds || !('body' in mapped)) return items;
  const refunds = await readRefunds(shop, order.id);
  if (!refunds) return items;
  return [...items, ...refundItems(refunds, { order, sale: mapped.body }, { ...scope, window })];
}

/** Rows of /orders as items, each with its refunds and its products' categories where they are read. */
export async function mapOrders(rows: readonly unknown[], reading: Reading): Promise<SourceItem[]> {
  const items = await mapRows(rows, reading);
  return reading.config.productCategories ? withCategories(reading.shop, items) : items;
}

async function mapRows(rows: readonly unknown[], reading: Reading): Promise<SourceItem[]> {
  const orders: (ReadOrder | SourceItem | null)[] = rows.map((raw) => {
    const parsed = parseRecord(orderSchema, raw, rawIdOf(raw));
    return 'record' in parsed ? { raw, order: parsed.record } : unreadableItem(raw, reading);
  });
  const readable = orders.filter((entry): entry is ReadOrder => entry !== null && 'order' in entry);
  const rates = await readRates(
    reading.shop,
    readable.flatMap(({ order }) => ratesToAsk(order.tax_lines)),
  );
  const scope: OrderScope = { address: reading.shop.address, config: reading.config, rates };
  const items: SourceItem[] = [];
  for (const entry of orders) {
    if (entry === null) continue;
    if ('order' in entry) items.push(...(await itemsOf(entry, reading, scope)));
    else items.push(entry);
  }
  return items;
}

/** Statuses as the API writes them: people copy them with their prefix. */
export function cleanConfig(config: SalesConfig): SalesConfig {
  return { ...config, statuses: config.statuses.map((status) => status.replace(/^wc-/, '')) };
}

/**
 * One page of a shop's orders and their refunds.
 *
 * @param cursor null at the start, then what the page before returned as `next`
 * @throws AuthError, SettingsError, RemoteRefusedError as the shop answers; RemoteDownError when it is worth another try
 */
export async function readSales(context: SourceContext<SalesConfig>, cursor: Json): Promise<SourcePage> {
  const shop = await openShop(context);
  const reading: Reading = { shop, config: cleanConfig(context.config), window: windowOf(context.run) };
  const { page, list } = await readOrders(reading, cursor === null ? START : cursorSchema.parse(cursor));
  const items = await mapOrders(list.rows, reading);
  const next = isLastPage(list, page) ? null : { page: page + 1, total: list.total };
  const { total } = list;
  return {
    items,
    next,
    ...(total === null ? {} : { progress: { done: Math.min(page * context.config.perPage, total), total } }),
  };
}
