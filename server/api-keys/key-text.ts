import { createHash, randomBytes } from 'node:crypto';

const MARK = 'pk_';
const SHOWN = MARK.length + 6;

/** A new key: 256 random bits, so that its hash needs no salt and no slow function. */
export function newKeyText(): string {
  return `${MARK}${randomBytes(32).toString('base64url')}`;
}

/** What is shown of a key for ever: enough to recognise it, far from enough to guess it. */
export function prefixOf(key: string): string {
  return key.slice(0, SHOWN);
}

/** What is kept of a key. Looked up as a whole, so that no comparison tells how much of a guess was right. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** The text after "Bearer"; null when a request carries no Authorization of this kind. */
export function bearerOf(headers: Headers): string | null {
  return /^Bearer\s+(.*)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim() ?? null;
}
