import type { DeliverContext } from '#nodes/kit/context.ts';
import type { HttpResponse } from '#nodes/kit/http.ts';
import type { DeliverItem } from '#nodes/kit/node-type.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import { RemoteRefusedError } from '#schemas/errors.ts';
import { type Account, accountOf, callReceiver } from './account.ts';
import { failureOf, readAnswer, unreadable } from './answer.ts';
import type { HttpTargetConfig } from './config.ts';
import { httpTargetMessages } from './messages.ts';

const { build } = httpTargetMessages;
type Context = DeliverContext<HttpTargetConfig>;

function receiverOf({ connection }: Context): Account {
  if (!connection) throw new Error('http-target delivers over a connection');
  return accountOf(connection);
}

/** How messages call a document: an entry by its piece number. */
function nameOf({ envelope: { body, key } }: DeliverItem): string {
  return 'pieceNumber' in body ? body.pieceNumber : key;
}

/**
 * A number that the receiver has: ours, unless it says that it goes with another key. To say so is up to the receiver;
 * one that does not is believed, as the flow's settings promise, and the log tells when that is surprising.
 */
function judgeTaken(context: Context, host: string, item: DeliverItem, response: HttpResponse) {
  const document = nameOf(item);
  const said = readAnswer(response.text);
  if (said?.idempotencyKey && said.idempotencyKey !== item.idempotencyKey) {
    throw new RemoteRefusedError(build.number_taken({ host, document }));
  }
  if (!item.again) context.log.warning(build.there_already({ host, document }), { document: item.envelope.key });
  return { reference: said?.reference ?? item.idempotencyKey };
}

/**
 * Posts one document as canonical JSON, once.
 *
 * @returns the receiver's reference; our key where it gives none
 * @throws RemoteRefusedError, AuthError, SettingsError when it surely did not take the document; RemoteDownError
 *   otherwise, `notSent` when the call surely did not get there
 */
export async function deliverDocument(context: Context, item: DeliverItem): Promise<{ readonly reference: string }> {
  const account = receiverOf(context);
  const { host } = account;
  const response = await callReceiver(context, account, {
    method: 'POST',
    url: account.url,
    headers: { 'content-type': 'application/json', 'idempotency-key': item.idempotencyKey },
    body: canonicalJson(item.envelope.body),
    timeoutMs: context.config.timeoutSeconds * 1000,
  });
  if (response.status === 409 && context.config.recognises === 'number') {
    return judgeTaken(context, host, item, response);
  }
  if (response.status < 200 || response.status > 299) throw failureOf(host, nameOf(item), response);
  const said = readAnswer(response.text);
  if (!said && response.text.trim() !== '') throw unreadable(host, nameOf(item), response);
  return { reference: said?.reference ?? item.idempotencyKey };
}

/**
 * Asks GET <address>/<key>: 200 with a reference, or 404. Anything else is no answer to the question: a page that is
 * shown for every address must pass neither for "is there" nor for "is not".
 */
export async function findDocument(
  context: Context,
  item: DeliverItem,
): Promise<{ readonly reference: string } | null> {
  const { recognises, timeoutSeconds } = context.config;
  // Sending again is safe with these two: that is how they are asked.
  if (recognises === 'key' || recognises === 'number') return null;
  if (recognises === 'nothing') throw new Error('this receiver cannot be asked');
  const account = receiverOf(context);
  const url = `${account.url}/${encodeURIComponent(item.idempotencyKey)}`;
  const response = await callReceiver(context, account, { url, timeoutMs: timeoutSeconds * 1000 });
  if (response.status === 404) return null;
  const reference = response.status === 200 ? readAnswer(response.text)?.reference : null;
  if (reference) return { reference };
  throw response.status < 300
    ? unreadable(account.host, nameOf(item), response)
    : failureOf(account.host, nameOf(item), response);
}
