import { RemoteRefusedError } from '#schemas/errors.ts';
import type { ShopAnswer, ShopClient } from './client.ts';
import { messages } from './messages.ts';

export interface ListPage extends Omit<ShopAnswer, 'json'> {
  readonly rows: readonly unknown[];
}

/**
 * One page of a list.
 *
 * @param page counted from 1
 * @throws RemoteRefusedError when the shop gives something else than a list
 */
export async function readListPage(
  shop: ShopClient,
  path: string,
  query: Readonly<Record<string, string>>,
  page: number,
): Promise<ListPage> {
  const { json, total, pages } = await shop.get(path, { ...query, page: String(page) });
  if (!Array.isArray(json)) throw new RemoteRefusedError(messages.build.not_a_list({ host: shop.address.shop, path }));
  return { rows: json, total, pages };
}

/**
 * Whether this is the last page. The shop drops rows that it may not show after counting them, so a short page, even an
 * empty one, is no end where the number of pages is known.
 */
export function isLastPage(list: ListPage, page: number): boolean {
  return list.pages === null ? list.rows.length === 0 : page >= list.pages;
}

/** All rows of a list that is short by nature (the refunds of one order). */
export async function readWholeList(
  shop: ShopClient,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const list = await readListPage(shop, path, query, page);
    rows.push(...list.rows);
    if (isLastPage(list, page)) return rows;
  }
}
