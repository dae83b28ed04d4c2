import { z } from 'zod';
import type { SourceContext } from '#nodes/kit/context.ts';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import { SettingsError } from '#schemas/errors.ts';
import { openShop, type ShopClient } from './client.ts';
import type { SalesConfig } from './config.ts';
import { messages } from './messages.ts';
import { readListPage } from './read-list.ts';
import { cleanConfig, mapOrders, type Reading } from './read-sales.ts';
import { keyOf } from './sale-items.ts';
import { wireId } from './wire-values.ts';

const refundSchema = z.object({ id: wireId, parent_id: wireId });
const MOST_PER_CALL = 100;

/** The numbers in those keys that are of this shop and kind. */
function idsOf(keys: readonly string[], shop: string, kind: 'sale' | 'credit-note'): string[] {
  const prefix = keyOf(shop, kind, '');
  return keys.flatMap((key) => {
    const id = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    return /^\d+$/.test(id) ? [id] : [];
  });
}

async function readByIds(shop: ShopClient, path: string, ids: readonly string[], query: Record<string, string>) {
  if (ids.length === 0) return [];
  const filter = { include: ids.join(','), per_page: String(MOST_PER_CALL), ...query };
  return (await readListPage(shop, path, filter, 1)).rows;
}

/** Orders by id; those that were deleted meanwhile are left out. The shop leaves out the bin by itself. */
function readOrdersByIds(shop: ShopClient, ids: readonly string[]): Promise<readonly unknown[]> {
  return readByIds(shop, '/orders', ids, { orderby: 'id', order: 'asc', status: 'any', dp: '6' });
}

/**
 * The orders that refunds belong to. The list of all refunds came with WooCommerce 9.0; before, a refund cannot be found
 * without its order.
 *
 * @returns null where the shop has no such list
 */
async function findParents(shop: ShopClient, refundIds: readonly string[]): Promise<string[] | null> {
  try {
    const rows = await readByIds(shop, '/refunds', refundIds, {});
    const parents = rows.flatMap((row) => refundSchema.safeParse(row).data?.parent_id ?? []);
    return [...new Set(parents)];
  } catch (error) {
    if (error instanceof SettingsError && error.detail.code === messages.build.no_route({ host: '' }).code) return null;
    throw error;
  }
}

function unreachableRefund(shop: string, refund: string): SourceItem {
  return {
    key: keyOf(shop, 'credit-note', refund),
    kind: 'sales-document',
    label: `refund ${refund}`,
    body: null,
    problem: messages.build.refund_without_order({ refund }),
  };
}

/**
 * Reads sales and credit notes again by their keys, at most 100. The refunds of a sale come along; a document that is
 * gone, or of another shop, is left out. The run's period does not count.
 *
 * @throws as `readSales`
 */
export async function fetchSales(context: SourceContext<SalesConfig>, keys: readonly string[]): Promise<SourceItem[]> {
  const shop = await openShop(context);
  const name = shop.address.shop;
  const reading: Reading = { shop, config: cleanConfig(context.config), window: null };
  const saleIds = idsOf(keys, name, 'sale');
  const sales = await mapOrders(await readOrdersByIds(shop, saleIds), reading);
  const given = new Set(sales.map((item) => item.key));
  const refundIds = idsOf(keys, name, 'credit-note').filter((id) => !given.has(keyOf(name, 'credit-note', id)));
  const parents = await findParents(shop, refundIds);
  if (parents === null) return [...sales, ...refundIds.map((id) => unreachableRefund(name, id))];
  const asked = new Set(refundIds.map((id) => keyOf(name, 'credit-note', id)));
  const ofParents = await mapOrders(await readOrdersByIds(shop, parents), reading);
  return [...sales, ...ofParents.filter((item) => asked.has(item.key))];
}
