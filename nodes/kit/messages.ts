import type { MessageCatalogue } from '#schemas/messages.ts';
import { configMessages } from './config-messages.ts';
import { httpMessages } from './http-messages.ts';
import { networkMessages } from './network-messages.ts';

/** What the kit itself can say, whichever node was calling. */
export const kitMessages: MessageCatalogue = {
  ...configMessages.catalogue,
  ...httpMessages.catalogue,
  ...networkMessages.catalogue,
};
