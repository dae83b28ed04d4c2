import { createHmac, timingSafeEqual } from 'node:crypto';

const TIMESTAMP_HEADER = 'x-passerelle-timestamp';
const SIGNATURE_HEADER = 'x-passerelle-signature';

function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/**
 * The headers that show who sends a call, and when: HMAC-SHA256 over "<timestamp>.<body>", the timestamp in whole
 * seconds since 1970. A call without a body is signed with an empty one.
 */
export function signCall(secret: string, body: string, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body) };
}

/** What a receiver does first: whether the call was signed with the secret, compared in constant time. */
export function isSigned(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secret: string,
  body: string,
): boolean {
  const expected = Buffer.from(signatureOf(secret, String(headers[TIMESTAMP_HEADER]), body));
  const given = Buffer.from(String(headers[SIGNATURE_HEADER]));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
