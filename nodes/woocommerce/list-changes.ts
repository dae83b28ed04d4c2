import { z } from 'zod';
import type { SourceContext } from '#nodes/kit/context.ts';
import type { Json } from '#nodes/kit/node-type.ts';
import type { SourceChange } from '#nodes/kit/webhook.ts';
import { openShop } from './client.ts';
import { strictlyAfter } from './concern.ts';
import type { SalesConfig } from './config.ts';
import { stateOf } from './order-state.ts';
import { isLastPage, readListPage } from './read-list.ts';
import { keyOf } from './sale-items.ts';

const cursorSchema = z.int().positive();

/**
 * One page of the orders changed since an instant of the shop's clock, with no more of each than names its state. By id:
 * an order that changes meanwhile moves no other one out of sight.
 *
 * @throws as `readSales`
 */
export async function listChanges(
  context: SourceContext<SalesConfig>,
  since: Date,
  cursor: Json,
): Promise<{ readonly changes: readonly SourceChange[]; readonly next: Json }> {
  const shop = await openShop(context);
  const page = cursor === null ? 1 : cursorSchema.parse(cursor);
  const query = {
    ...{ orderby: 'id', order: 'asc', status: 'any', per_page: '100' },
    ...{ modified_after: strictlyAfter(since), dates_are_gmt: 'true' },
    _fields: 'id,status,date_modified_gmt,refunds',
  };
  const list = await readListPage(shop, '/orders', query, page);
  const changes = list.rows.flatMap((row): SourceChange[] => {
    const state = stateOf(row);
    if (!state) return [];
    const key = keyOf(shop.address.shop, 'sale', state.id);
    return [{ key, deliveryId: state.name, at: state.modifiedAt ?? since }];
  });
  return { changes, next: isLastPage(list, page) ? null : page + 1 };
}
