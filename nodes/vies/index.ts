import { defineConnector } from '#nodes/kit/connector.ts';
import { defineEnrich } from '#nodes/kit/node-type.ts';
import { checkDocuments } from './check-documents.ts';
import { viesConfig } from './config.ts';
import { viesMessages } from './messages.ts';
import { viesTexts } from './texts.ts';

const vies = defineEnrich({
  id: 'vies',
  version: 1,
  icon: 'id-badge-2',
  inputs: [{ id: 'documents', kind: 'sales-document' }],
  outputs: [{ id: 'documents', kind: 'sales-document' }],
  config: viesConfig,
  messages: viesMessages.catalogue,
  texts: viesTexts,
  run: checkDocuments,
});

export const connector = defineConnector({ id: 'vies', nodeTypes: [vies], connectionTypes: [] });
