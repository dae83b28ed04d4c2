import { z } from 'zod';
import type { ListValue, ReadList } from '#nodes/kit/lists.ts';
import { RemoteRefusedError } from '#schemas/errors.ts';
import { openShop, type ShopClient } from './client.ts';
import { messages } from './messages.ts';
import { readWholeList } from './read-list.ts';
import { readTaxes } from './tax-list.ts';
import { plainText } from './text.ts';
import { wireId, wireText } from './wire-values.ts';

/** A list that the shop gives whole: it knows no pages, and would give it again for each that is asked for. */
async function readUnpaged(shop: ShopClient, path: string): Promise<readonly unknown[]> {
  const { json } = await shop.get(path);
  if (!Array.isArray(json)) throw new RemoteRefusedError(messages.build.not_a_list({ host: shop.address.shop, path }));
  return json;
}

/** What fits of a list; a row that a plugin has spoilt is passed over, for the others are wanted. */
function parseRows<Schema extends z.ZodType>(schema: Schema, rows: readonly unknown[]): z.infer<Schema>[] {
  return rows.flatMap((row) => {
    const { data } = schema.safeParse(row);
    return data === undefined ? [] : [data];
  });
}

const statusSchema = z.object({ slug: z.string().min(1), name: wireText });

/** Statuses that orders can have, those of plugins included; the report names them without "wc-", as orders do. */
async function readStatuses(shop: ShopClient): Promise<ListValue[]> {
  const rows = parseRows(statusSchema, await readUnpaged(shop, '/reports/orders/totals'));
  return rows.map(({ slug, name }) => ({ value: slug.replace(/^wc-/, ''), name: plainText(name) || slug }));
}

const countrySchema = z.object({ code: z.string().regex(/^[A-Z]{2}$/), name: wireText });

async function readCountries(shop: ShopClient): Promise<ListValue[]> {
  const rows = parseRows(countrySchema, await readUnpaged(shop, '/data/countries'));
  return rows.map(({ code, name }) => ({ value: code, name: plainText(name) || code }));
}

const gatewaySchema = z.object({
  id: z.string().min(1),
  title: wireText,
  method_title: wireText,
  enabled: z.boolean().catch(false),
});

/** Ways to pay, those that are switched off included: old orders were paid with them. */
async function readGateways(shop: ShopClient): Promise<ListValue[]> {
  const rows = parseRows(gatewaySchema, await readUnpaged(shop, '/payment_gateways'));
  return rows.map(({ id, title, method_title, enabled }) => ({
    value: id,
    name: plainText(title) || plainText(method_title) || id,
    details: { enabled: enabled ? 'yes' : 'no' },
  }));
}

const zoneSchema = z.object({ id: wireId, name: wireText });
const methodSchema = z.object({ method_id: wireText, title: wireText });

/** Ways to ship, by the title that orders carry, with the zones in which each is offered. */
async function readCarriers(shop: ShopClient): Promise<ListValue[]> {
  const found = new Map<string, { readonly method: string; readonly zones: string[] }>();
  for (const zone of parseRows(zoneSchema, await readUnpaged(shop, '/shipping/zones'))) {
    const rows = await readUnpaged(shop, `/shipping/zones/${zone.id}/methods`);
    for (const { method_id: method, title } of parseRows(methodSchema, rows)) {
      const value = plainText(title) || method;
      if (value === '') continue;
      const known = found.get(value) ?? { method, zones: [] };
      found.set(value, { ...known, zones: [...known.zones, plainText(zone.name)] });
    }
  }
  return [...found].map(([value, { method, zones }]) => ({
    ...{ value, name: value },
    details: { method, zones: [...new Set(zones)].filter((zone) => zone !== '').join(', ') },
  }));
}

const categorySchema = z.object({ id: wireId, name: wireText, parent: wireId.catch('0') });
type Category = z.infer<typeof categorySchema>;

/** A shop can make a category its own ancestor; no tree of goods is deeper. */
const DEEPEST = 20;

function pathOf(category: Category, byId: ReadonlyMap<string, Category>): string {
  const names: string[] = [];
  let at: Category | undefined = category;
  while (at && names.length < DEEPEST) {
    names.unshift(plainText(at.name));
    at = byId.get(at.parent);
  }
  return names.join(' › ');
}

async function readCategories(shop: ShopClient): Promise<ListValue[]> {
  const rows = parseRows(categorySchema, await readWholeList(shop, '/products/categories', { per_page: '100' }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows
    .filter(({ name }) => plainText(name) !== '')
    .map((row) => ({ value: plainText(row.name), name: pathOf(row, byId), details: { id: row.id } }));
}

function listing(read: (shop: ShopClient) => Promise<readonly ListValue[]>): ReadList {
  return async (context) => read(await openShop(context));
}

/** The lists of a shop that settings and mapping tables are filled from. A shop has no list of customer groups. */
export const shopLists = {
  statuses: listing(readStatuses),
  taxes: listing(readTaxes),
  countries: listing(readCountries),
  carriers: listing(readCarriers),
  'payment-methods': listing(readGateways),
  'product-categories': listing(readCategories),
} as const;
