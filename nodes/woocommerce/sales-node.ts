import { defineSource } from '#nodes/kit/node-type.ts';
import { salesConfigSchema } from './config.ts';
import { fetchSales } from './fetch-sales.ts';
import { listChanges } from './list-changes.ts';
import { messages } from './messages.ts';
import { readSales } from './read-sales.ts';
import { readTotals } from './read-totals.ts';
import { isPing, readWebhook, verifyWebhook } from './read-webhook.ts';
import { registerWebhooks, removeWebhooks } from './register-webhooks.ts';
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
  fetch: fetchSales,
  totals: readTotals,
  webhooks: {
    register: registerWebhooks,
    remove: removeWebhooks,
    verify: verifyWebhook,
    isGreeting: isPing,
    read: readWebhook,
    changes: listChanges,
  },
});
