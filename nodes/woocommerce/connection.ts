import { defineConnectionType } from '#nodes/kit/connection-type.ts';
import { connectionTexts } from './connection-texts.ts';
import { messages } from './messages.ts';
import { shopLists } from './shop-lists.ts';
import { testShop } from './test-shop.ts';

export const woocommerceConnection = defineConnectionType({
  id: 'woocommerce',
  texts: connectionTexts,
  fields: {
    type: 'object',
    additionalProperties: false,
    properties: {
      url: { type: 'string', minLength: 3, maxLength: 300 },
      consumerKey: { type: 'string', minLength: 3, maxLength: 200 },
      consumerSecret: { type: 'string', minLength: 3, maxLength: 200 },
      auth: { type: 'string', enum: ['auto', 'header', 'query', 'oauth1'], default: 'auto' },
    },
    required: ['url', 'consumerKey', 'consumerSecret'],
  },
  secrets: ['consumerKey', 'consumerSecret'],
  messages: messages.catalogue,
  lists: shopLists,
  test: testShop,
});
