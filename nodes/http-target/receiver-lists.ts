import { z } from 'zod';
import type { ListContext, ListValue, ReadList } from '#nodes/kit/lists.ts';
import { AuthError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import { accountOf, callReceiver } from './account.ts';
import { wordsOf } from './answer.ts';
import { httpTargetMessages } from './messages.ts';

const { build } = httpTargetMessages;
const TIMEOUT_MS = 25_000;

const valueSchema = z.object({
  value: z.string().min(1),
  name: z.string().optional(),
  details: z.record(z.string(), z.string()).optional(),
});
const answerSchema = z.object({ values: z.array(valueSchema) });

function parse(text: string): z.infer<typeof answerSchema> | null {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Asks the receiver for a list: GET address/lists/name.
 *
 * @throws SettingsError when it has no such list · AuthError · RemoteRefusedError for an answer in another shape
 */
async function readReceiverList(context: ListContext, list: ListId): Promise<readonly ListValue[]> {
  const account = accountOf(context.connection);
  const { host } = account;
  const response = await callReceiver(context, account, { url: `${account.url}/lists/${list}`, timeoutMs: TIMEOUT_MS });
  const status = String(response.status);
  if (status === '401' || status === '403') {
    throw new AuthError(build.refused_credentials({ host, status, reason: wordsOf(response.text) }));
  }
  if (['404', '405', '410', '501'].includes(status))
    throw new SettingsError(build.no_such_list({ host, list, status }));
  const answer = response.status === 200 ? parse(response.text) : null;
  if (!answer) {
    throw new RemoteRefusedError(build.unreadable_list({ host, list, status, reason: wordsOf(response.text) }));
  }
  return answer.values.map(({ value, name, details }) => ({
    value,
    name: name ?? value,
    ...(details ? { details } : {}),
  }));
}

function listing(list: ListId): ReadList {
  return (context) => readReceiverList(context, list);
}

/** The lists that books can have; a receiver offers those that it knows. */
export const receiverLists = {
  journals: listing('journals'),
  accounts: listing('accounts'),
  'vat-codes': listing('vat-codes'),
  'payment-modes': listing('payment-modes'),
  'analytic-plans': listing('analytic-plans'),
  'analytic-sections': listing('analytic-sections'),
} as const;
