import type { FromSchema } from 'json-schema-to-ts';
import type { SourceContext } from '#nodes/kit/context.ts';
import { defineSource, type Json, type SourcePage } from '#nodes/kit/node-type.ts';
import { readOrders } from './client.ts';
import { orderItem } from './map-order.ts';
import { messages } from './messages.ts';
import { salesTexts } from './sales-texts.ts';

const configSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { perPage: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
  required: ['perPage'],
} as const;

type Context = SourceContext<FromSchema<typeof configSchema>>;

/** One page of the list, from the page that the cursor says; the next cursor is the next page. */
async function readSales(context: Context, cursor: Json): Promise<SourcePage> {
  const page = typeof cursor === 'number' ? cursor : 1;
  const { perPage } = context.config;
  const { orders, total } = await readOrders(context, { page, perPage });
  const done = Math.min(page * perPage, total);
  const items = orders.map((order) => orderItem(order, context.connection, context.run));
  return { items, next: done < total ? page + 1 : null, progress: { done, total } };
}

export const sales = defineSource({
  id: 'acme-sales',
  version: 1,
  texts: salesTexts,
  icon: 'shopping-cart',
  inputs: [],
  outputs: [{ id: 'documents', kind: 'sales-document' }],
  config: configSchema,
  connection: 'acme',
  messages: messages.catalogue,
  read: readSales,
});
