import { defineSource } from '#nodes/kit/node-type.ts';
import { salesConfigSchema } from './config.ts';
import { messages } from './messages.ts';
import { readSales } from './read-sales.ts';
import { salesTexts } from './sales-texts.ts';

export const woocommerceSales = defineSource({
  id: 'woocommerce-sales',
  version: 1,
  texts: salesTexts,
  icon: 'shopping-cart',
  inputs: [],
  outputs: [{ id: 'documents', kind: 'sales-document' }],
  config: salesConfigSchema,
  connection: 'woocommerce',
  messages: messages.catalogue,
  read: readSales,
});
