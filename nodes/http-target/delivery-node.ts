import { defineDelivery } from '#nodes/kit/node-type.ts';
import { configSchema, protectionOf } from './config.ts';
import { deliverDocument, findDocument } from './deliver.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { entryRulesOf } from './entry-rules.ts';
import { httpTargetMessages } from './messages.ts';

export const httpTargetDelivery = defineDelivery({
  id: 'http-target',
  version: 1,
  icon: 'send',
  texts: deliveryTexts,
  inputs: [
    { id: 'journal-entry', kind: 'journal-entry' },
    { id: 'notice', kind: 'notice' },
  ],
  outputs: [],
  connection: 'http-target',
  config: configSchema,
  entryRules: entryRulesOf,
  messages: httpTargetMessages.catalogue,
  idempotency: protectionOf,
  parallel: 16,
  settleMs: ({ settleSeconds }) => settleSeconds * 1000,
  deliver: deliverDocument,
  lookup: findDocument,
});
