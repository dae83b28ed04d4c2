import type { KeyPair } from '../oauth.ts';
import { signatureOf } from '../oauth.ts';
import { badSecret, badSignature, noAuth, type ShopErrorAnswer } from './shop-errors.ts';

export interface AuthRules {
  readonly keys: KeyPair;
  /** WooCommerce takes the pair itself over https only; a demo shop on loopback may be kinder. */
  readonly acceptBasicOverHttp: boolean;
  /** Some hosts do not hand the Authorization header to PHP. */
  readonly dropsHeader: boolean;
}

export interface AuthCall {
  readonly method: string;
  /** Address without query, as the signature covers it. */
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
}

const WINDOW_SECONDS = 15 * 60;

function checkPair(key: string | undefined, secret: string | undefined, rules: AuthRules): ShopErrorAnswer | null {
  // An unknown key counts as nobody; a known one with another secret is told so.
  if (key !== rules.keys.key) return noAuth;
  return secret === rules.keys.secret ? null : badSecret;
}

function checkSignature(call: AuthCall, rules: AuthRules, seen: Set<string>): ShopErrorAnswer | null {
  const { oauth_signature: signature, ...query } = call.query;
  const method = query['oauth_signature_method'];
  const algorithm = method === 'HMAC-SHA1' ? 'sha1' : method === 'HMAC-SHA256' ? 'sha256' : null;
  const age = Math.abs(Date.now() / 1000 - Number(query['oauth_timestamp'] ?? 'none'));
  const nonce = query['oauth_nonce'] ?? '';
  if (query['oauth_consumer_key'] !== rules.keys.key || !algorithm) return noAuth;
  if (!(age < WINDOW_SECONDS) || nonce === '' || seen.has(nonce)) return badSignature;
  seen.add(nonce);
  return signature === signatureOf({ ...call, query }, rules.keys.secret, algorithm) ? null : badSignature;
}

/** Null when the call is let in. */
export function createAuthCheck(rules: AuthRules): (call: AuthCall) => ShopErrorAnswer | null {
  const seen = new Set<string>();
  return (call) => {
    if (call.query['oauth_signature'] !== undefined) return checkSignature(call, rules, seen);
    if (!rules.acceptBasicOverHttp) return noAuth;
    if (call.query['consumer_key'] !== undefined) {
      return checkPair(call.query['consumer_key'], call.query['consumer_secret'], rules);
    }
    const pair = rules.dropsHeader ? null : /^Basic (.+)$/.exec(call.authorization ?? '')?.[1];
    if (!pair) return noAuth;
    const [key, secret] = Buffer.from(pair, 'base64').toString('utf8').split(':');
    return checkPair(key, secret, rules);
  };
}
