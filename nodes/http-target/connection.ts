import { defineConnectionType } from '#nodes/kit/connection-type.ts';
import { AuthError } from '#schemas/errors.ts';
import { accountOf, callReceiver } from './account.ts';
import { wordsOf } from './answer.ts';
import { connectionTexts } from './connection-texts.ts';
import { httpTargetMessages } from './messages.ts';
import { receiverLists } from './receiver-lists.ts';

const { build } = httpTargetMessages;
const TEST_TIMEOUT_MS = 15_000;

export const httpTargetConnection = defineConnectionType({
  id: 'http-target',
  texts: connectionTexts,
  fields: {
    type: 'object',
    additionalProperties: false,
    required: ['url', 'signingSecret'],
    properties: {
      url: { type: 'string', minLength: 10, maxLength: 500 },
      signingSecret: { type: 'string', format: 'password', minLength: 16, maxLength: 200 },
      token: { type: 'string', format: 'password', maxLength: 2000, pattern: '^[\\x21-\\x7e]*$', default: '' },
    },
  },
  secrets: ['signingSecret', 'token'],
  messages: httpTargetMessages.catalogue,
  lists: receiverLists,
  // A receiver need not answer a GET of its address: all that counts is that it is there and does not turn us away.
  test: async (context) => {
    const account = accountOf(context.connection);
    const { host } = account;
    const response = await callReceiver(context, account, { url: account.url, timeoutMs: TEST_TIMEOUT_MS });
    const status = String(response.status);
    if (status === '401' || status === '403') {
      throw new AuthError(build.refused_credentials({ host, status, reason: wordsOf(response.text) }));
    }
    return { findings: [build.reachable({ host, status })] };
  },
});
