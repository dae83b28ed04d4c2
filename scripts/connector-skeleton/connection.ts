import { defineConnectionType } from '#nodes/kit/connection-type.ts';
import { readOrders } from './client.ts';
import { connectionTexts } from './connection-texts.ts';
import { messages } from './messages.ts';

export const connection = defineConnectionType({
  id: 'acme',
  texts: connectionTexts,
  fields: {
    type: 'object',
    additionalProperties: false,
    properties: {
      url: { type: 'string', format: 'uri', maxLength: 300 },
      apiKey: { type: 'string', format: 'password', minLength: 8, maxLength: 200 },
    },
    required: ['url', 'apiKey'],
  },
  secrets: ['apiKey'],
  messages: messages.catalogue,
  test: async (context) => {
    const { total } = await readOrders(context, { page: 1, perPage: 1 });
    return { findings: [messages.build.found_orders({ count: String(total) })] };
  },
});
