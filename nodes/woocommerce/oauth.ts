import { createHmac, randomBytes } from 'node:crypto';

/** What one signed call is made of. */
export interface SignedCall {
  readonly method: string;
  /** Address without query. */
  readonly url: string;
  /** The call's own parameters; they are signed with the rest. */
  readonly query: Readonly<Record<string, string>>;
}
export interface KeyPair {
  readonly key: string;
  readonly secret: string;
}

/** RFC 3986 encoding, as RFC 5849 section 3.6 asks: stricter than encodeURIComponent. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function normalise(params: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(params).map(([name, value]) => [encode(name), encode(value)] as const);
  // Byte order of the encoded names (RFC 5849 section 3.4.1.3.2), not the order of a language.
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

/** The signature of a one-legged OAuth 1.0a call: HMAC with the consumer secret and no token secret. */
export function signatureOf(call: SignedCall, secret: string, algorithm: 'sha1' | 'sha256'): string {
  const base = [call.method.toUpperCase(), encode(call.url), encode(normalise(call.query))].join('&');
  return createHmac(algorithm, `${secret}&`).update(base).digest('base64');
}

/**
 * The call's query with the parameters of OAuth 1.0a (RFC 5849), HMAC-SHA256: how WooCommerce wants a key pair over plain
 * http, where the secret itself must not travel.
 */
export function signQuery(call: SignedCall, keys: KeyPair, now: Date): Record<string, string> {
  const query = {
    ...call.query,
    oauth_consumer_key: keys.key,
    oauth_nonce: randomBytes(16).toString('hex'),
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(Math.floor(now.getTime() / 1000)),
  };
  return { ...query, oauth_signature: signatureOf({ ...call, query }, keys.secret, 'sha256') };
}
