import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { WebhookCall, WebhookHint } from '#nodes/kit/webhook.ts';
import { type SalesDocument, salesDocumentSchema } from '#schemas/documents/sales-document.ts';
import { RemoteRefusedError } from '#schemas/errors.ts';
import { messages } from './messages.ts';

const MOST_DOCUMENTS = 500;
/** How far the sender's clock may be off; a call that was listened in on is worth nothing afterwards. */
const TOLERANCE_SECONDS = 300;

/**
 * The signature is `sha256=<hex HMAC-SHA256 of "<timestamp>.<body>">`, with the timestamp in seconds in a header of its
 * own, so that an old call cannot be sent again as a new one.
 */
export function verifyCall({ headers, body }: WebhookCall, secret: string, now: Date): boolean {
  const timestamp = headers['x-passerelle-timestamp'] ?? '';
  const age = Math.abs(now.getTime() / 1000 - Number.parseInt(timestamp, 10));
  const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  const given = Buffer.from(/^sha256=([0-9a-f]{64})$/i.exec(headers['x-passerelle-signature'] ?? '')?.[1] ?? '', 'hex');
  const isRight = given.length === expected.length && timingSafeEqual(given, expected);
  return isRight && /^\d{1,12}$/.test(timestamp) && age <= TOLERANCE_SECONDS;
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
function refuseUnstorable(_key: string, value: unknown): unknown {
  const isText = typeof value === 'string';
  if (isText && (value.includes('\0') || !value.isWellFormed()))
    throw new RemoteRefusedError(messages.build.bad_text());
  return value;
}

function parse(body: Uint8Array): unknown[] {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body), refuseUnstorable);
    return Array.isArray(json) ? json : [json];
  } catch (error) {
    if (error instanceof RemoteRefusedError) throw error;
    throw new RemoteRefusedError(messages.build.not_json());
  }
}

function keyOf({ source, kind, id }: SalesDocument): string {
  return `inbox:${[source.system, source.shop, kind, id].map(encodeURIComponent).join(':')}`;
}

function itemOf(raw: unknown, at: number): SourceItem {
  const parsed = salesDocumentSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('/') || '.';
    throw new RemoteRefusedError(
      messages.build.not_a_document({ position: String(at + 1), field, reason: issue?.message ?? '' }),
    );
  }
  const document = parsed.data;
  return { key: keyOf(document), kind: 'sales-document', label: `${document.kind} ${document.number}`, body: document };
}

/**
 * The documents of a call: one, or a list. One that is not as it must be refuses the whole call, so that its sender
 * never has to find out which ones were taken.
 *
 * @throws RemoteRefusedError that says which document and which field
 */
export function readCall({ headers, body }: WebhookCall): WebhookHint | null {
  const raw = parse(body);
  if (raw.length > MOST_DOCUMENTS) {
    throw new RemoteRefusedError(messages.build.too_many({ count: String(raw.length), most: String(MOST_DOCUMENTS) }));
  }
  const documents = [...new Map(raw.map(itemOf).map((item) => [item.key, item])).values()];
  if (documents.length === 0) return null;
  // The same id with other documents is another delivery: its documents must not be lost.
  const content = createHash('sha256').update(body).digest('hex').slice(0, 24);
  const id = (headers['x-passerelle-delivery'] ?? '').slice(0, 120).toWellFormed();
  return { deliveryId: `${id}:${content}`, topic: 'documents', keys: documents.map((item) => item.key), documents };
}
