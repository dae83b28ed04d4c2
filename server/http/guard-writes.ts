import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { bearerOf } from '../api-keys/key-text.ts';
import { authMessages } from '../auth/auth-messages.ts';
import { Refusal } from './refusal.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Whether only this machine can reach the server. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether a browser says that another site makes this request. Sec-Fetch-Site settles it where it is sent (https and
 * localhost): no script can set it, and it holds behind a proxy that changes Host. Elsewhere Origin has to be ours.
 * Programs that are no browser send neither.
 */
function isForeign(headers: Headers, url: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  return hostOf(origin) !== (headers.get('host') ?? new URL(url).host);
}

/**
 * Whether a page under a name of its own asks us over plain http: a website whose name was made to lead to this machine
 * (DNS rebinding) is of one origin with us, and could make itself the first account. Nobody can do so with an address
 * or with "localhost"; and a proxy that opens us to others speaks TLS, which such a website cannot.
 */
function isRebound(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  const isAddress = isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0;
  return protocol === 'http:' && !isAddress && !/(^|\.)localhost$/.test(hostname);
}

/**
 * Refuses every write that another website makes in the name of a signed-in person. A call with a key is made in nobody's
 * name but the key's: no browser adds one by itself, and the cookies that come along count for nothing.
 *
 * @param host the address that the server listens on
 */
export function guardWrites(host: string): MiddlewareHandler {
  const isOwnMachineOnly = isLoopback(host);
  return async (c, next) => {
    const { headers } = c.req.raw;
    const isRefused = isForeign(headers, c.req.url) || (isOwnMachineOnly && isRebound(headers));
    if (!READS.has(c.req.method) && bearerOf(headers) === null && isRefused)
      throw new Refusal(403, authMessages.build.foreign_origin());
    await next();
  };
}
