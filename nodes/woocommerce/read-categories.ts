import { z } from 'zod';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import type { ShopClient } from './client.ts';
import { readListPage } from './read-list.ts';
import { plainText } from './text.ts';
import { wireId } from './wire-values.ts';

const productSchema = z.object({ id: wireId, categories: z.array(z.object({ name: z.string() })) });
const MOST_PER_CALL = 100;

/** Names of the categories of products, by product; those that are gone from the shop are left out. */
async function readCategories(shop: ShopClient, ids: readonly string[]): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (let from = 0; from < ids.length; from += MOST_PER_CALL) {
    const include = ids.slice(from, from + MOST_PER_CALL).join(',');
    const query = { include, per_page: String(MOST_PER_CALL), status: 'any', _fields: 'id,categories' };
    const { rows } = await readListPage(shop, '/products', query, 1);
    for (const row of rows) {
      const product = productSchema.safeParse(row).data;
      if (product)
        found.set(
          product.id,
          product.categories.map(({ name }) => plainText(name)),
        );
    }
  }
  return found;
}

function linesOf(item: SourceItem): readonly SalesLine[] {
  const sale = item.body as SalesDocument | null;
  return sale ? [...sale.lines, ...(sale.original?.openLines ?? [])] : [];
}

/**
 * Adds the product categories to the lines of sales and credit notes, which orders do not carry. One call for every
 * hundred products of the page; a product of several categories has them all, in the shop's order.
 *
 * @throws as the shop answers: the key may read products, or this is switched off
 */
export async function withCategories(shop: ShopClient, items: readonly SourceItem[]): Promise<SourceItem[]> {
  const ids = [...new Set(items.flatMap(linesOf).flatMap(({ productId }) => productId ?? []))];
  const categories = await readCategories(shop, ids);
  const place = (line: SalesLine): SalesLine => {
    const names = line.productId === null ? undefined : categories.get(line.productId);
    return names && names.length > 0
      ? { ...line, productCategory: names[0] ?? null, productCategories: [...names] }
      : line;
  };
  return items.map((item) => {
    const sale = item.body as SalesDocument | null;
    if (!sale) return item;
    const original = sale.original && { ...sale.original, openLines: sale.original.openLines.map(place) };
    return { ...item, body: { ...sale, lines: sale.lines.map(place), original } };
  });
}
