import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ConnectionAccess } from '#nodes/kit/context.ts';
import type { WebhookCall, WebhookHint } from '#nodes/kit/webhook.ts';
import { RemoteRefusedError } from '#schemas/errors.ts';
import { parseShopAddress } from './address.ts';
import { messages } from './messages.ts';
import { stateOf } from './order-state.ts';
import { parseNoisyJson } from './parse-json.ts';
import { keyOf } from './sale-items.ts';
import { readErrorBody } from './shop-error.ts';

const SIGNATURE = 'x-wc-webhook-signature';
const TOPIC = /^order\.(created|updated)$/;

/** The signature of WooCommerce: base64 of the HMAC-SHA256 over the bytes as sent. */
export function verifyWebhook({ headers, body }: WebhookCall, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(headers[SIGNATURE] ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** WooCommerce tries an address with "webhook_id=12", unsigned, when a webhook is made or switched on. */
export function isPing({ headers, body }: WebhookCall): boolean {
  if (headers[SIGNATURE] !== undefined || body.length > 40) return false;
  return /^webhook_id=\d{1,19}$/.test(Buffer.from(body).toString('latin1'));
}

/**
 * What a webhook tells: which order has a new state. The order in it is not used: its amounts are rounded, and it may be
 * older than what the shop has by now.
 *
 * @returns null for another topic, and for the error object that the shop sends when the order was deleted meanwhile
 * @throws RemoteRefusedError for a body that is no order
 */
export function readWebhook(call: WebhookCall, connection: Pick<ConnectionAccess, 'fields'>): WebhookHint | null {
  const topic = call.headers['x-wc-webhook-topic'] ?? '';
  if (!TOPIC.test(topic)) return null;
  const json = parseNoisyJson(Buffer.from(call.body).toString('utf8'))?.json;
  if (readErrorBody(json)) return null;
  const state = stateOf(json);
  if (!state) throw new RemoteRefusedError(messages.build.webhook_unreadable({ topic }));
  const { shop } = parseShopAddress(String(connection.fields['url'] ?? ''));
  return { deliveryId: state.name, topic, keys: [keyOf(shop, 'sale', state.id)] };
}
