import type { MessageCatalogue } from '#schemas/messages.ts';
import { configMessages } from './config-messages.ts';
import { customerMessages } from './customers/customer-messages.ts';
import { httpMessages } from './http-messages.ts';
import { networkMessages } from './network-messages.ts';

/** What the kit itself can say, whichever node was calling. */
export const kitMessages: MessageCatalogue = {
  ...configMessages.catalogue,
  ...customerMessages.catalogue,
  ...httpMessages.catalogue,
  ...networkMessages.catalogue,
};
