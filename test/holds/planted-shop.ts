import { buyerIn, line, sale, tax, taxedLine } from '#nodes/journal-entry/testing/documents.ts';
import { defineConnector } from '#nodes/kit/connector.ts';
import { defineSource, type SourceItem } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { defineMessages } from '#schemas/messages.ts';

const messages = defineMessages('planted', {
  torn: {
    text: {
      en: 'Order {number} is torn',
      fr: 'La commande {number} est déchirée',
      nl: 'Bestelling {number} is gescheurd',
    },
    remedy: { en: 'Glue it.', fr: 'Recollez-la.', nl: 'Lijm ze.' },
  },
});

/** An ordinary sale of the home country: books balance, nothing to ask. */
function sound(number: string, net: string, vat: string, total: string): SalesDocument {
  const lines = [taxedLine('1', net, ['fr20', vat])];
  return sale(total, { id: number, number, lines, taxes: [tax('fr20', '20', 'FR', vat)] });
}

function taxedAt(number: string, country: string, rate: string, [net, vat, total]: readonly [string, string, string]) {
  const taxes = [tax('t', rate, country, vat)];
  return sale(total, { ...buyerIn(country), id: number, number, taxes, lines: [taxedLine('1', net, ['t', vat])] });
}

/** What can be wrong with an order of this shop, the amount that it is about, and how many there are of each. */
export const PLANTED = {
  rate: { count: 137, total: '10.70', currency: 'EUR', code: 'vat.unmapped_rate' },
  dollars: { count: 211, total: '12.00', currency: 'USD', code: 'entry.currency_without_rate' },
  pounds: { count: 89, total: '12.00', currency: 'GBP', code: 'entry.currency_without_rate' },
  abroad: { count: 61, total: '108.25', currency: 'EUR', code: 'vat.outside_eu' },
  untaxed: { count: 173, total: '33.33', currency: 'EUR', code: 'vat.untaxed_eu_consumer' },
  unexplained: { count: 47, total: '12.50', currency: 'EUR', code: 'entry.difference_too_big' },
  torn: { count: 23, total: null, currency: null, code: 'planted.torn' },
} as const;
export type Trouble = keyof typeof PLANTED;

const MAKE: Readonly<Record<Trouble, (number: string) => SalesDocument | null>> = {
  rate: (number) => taxedAt(number, 'FR', '7', ['10.00', '0.70', '10.70']),
  dollars: (number) => ({ ...sound(number, '10.00', '2.00', '12.00'), currency: 'USD' }),
  pounds: (number) => ({ ...sound(number, '10.00', '2.00', '12.00'), currency: 'GBP' }),
  abroad: (number) => taxedAt(number, 'US', '8.25', ['100.00', '8.25', '108.25']),
  untaxed: (number) => sale('33.33', { ...buyerIn('DE'), id: number, number, lines: [line('1', '33.33')] }),
  unexplained: (number) => sound(number, '10.00', '2.00', '12.50'),
  torn: () => null,
};

/** Which order has which trouble: the same in every test, and spread over all pages. */
function spread(orders: number): (Trouble | null)[] {
  const troubles: (Trouble | null)[] = Array.from({ length: orders }, () => null);
  let place = 7;
  for (const [name, { count }] of Object.entries(PLANTED) as [Trouble, { count: number }][]) {
    for (let left = count; left > 0; left -= 1) {
      do place = (place + 1009) % orders;
      while (troubles[place] !== null);
      troubles[place] = name;
    }
  }
  return troubles;
}

function itemOf(index: number, trouble: Trouble | null): SourceItem {
  const number = String(100_000 + index);
  const base = { key: `planted:${number}`, kind: 'sales-document' as const, label: `order ${number}` };
  const body = trouble === null ? sound(number, '20.00', '4.00', '24.00') : MAKE[trouble](number);
  return body === null ? { ...base, body, problem: messages.build.torn({ number }) } : { ...base, body };
}

export interface PlantedShop {
  readonly connector: ReturnType<typeof defineConnector>;
  readonly keysOf: (trouble: Trouble) => string[];
  /** Documents that were read again by their keys. */
  readonly fetched: () => number;
}

const PAGE = 500;

export interface ShopOptions {
  /** The source can read documents again by their keys; it can unless told otherwise. */
  readonly canFetch?: boolean;
  /** Orders with this trouble are gone when they are to be read again. */
  readonly deleted?: Trouble;
}

/** A shop in this process with planted trouble in some of its orders. */
export function plantShop(orders: number, { canFetch = true, deleted }: ShopOptions = {}): PlantedShop {
  const troubles = spread(orders);
  const items = troubles.map((trouble, index) => itemOf(index, trouble));
  const byKey = new Map(items.map((item) => [item.key, item]));
  let fetched = 0;
  const isDeleted = (key: string) => deleted !== undefined && keysOf(deleted).includes(key);
  const readAgain = (keys: readonly string[]) => {
    fetched += keys.length;
    return keys.filter((key) => !isDeleted(key)).flatMap((key) => byKey.get(key) ?? []);
  };
  const keysOf = (trouble: Trouble) => items.filter((_, index) => troubles[index] === trouble).map(({ key }) => key);
  const everywhere = (text: string) => ({ en: text, fr: text, nl: text });
  const sales = defineSource({
    ...{ id: 'planted-sales', version: 1, icon: 'shopping-cart', messages: messages.catalogue },
    texts: { title: everywhere('Sales'), description: everywhere('Sales'), fields: { en: {}, fr: {}, nl: {} } },
    inputs: [],
    outputs: [{ id: 'sales', kind: 'sales-document' }],
    config: { type: 'object', additionalProperties: false, properties: {} },
    read: async (_, cursor) => {
      const from = typeof cursor === 'number' ? cursor : 0;
      const next = from + PAGE < items.length ? from + PAGE : null;
      return { items: items.slice(from, from + PAGE), next };
    },
    ...(canFetch ? { fetch: async (_: unknown, keys: readonly string[]) => readAgain(keys) } : {}),
  });
  return {
    connector: defineConnector({ id: 'planted', nodeTypes: [sales], connectionTypes: [] }),
    keysOf,
    fetched: () => fetched,
  };
}
