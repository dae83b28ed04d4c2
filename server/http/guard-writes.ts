import { createMiddleware } from 'hono/factory';
import { authMessages } from '../auth/auth-messages.ts';
import { Refusal } from './refusal.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
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

/** Refuses every write that another website makes in the name of a signed-in person. */
export const guardWrites = createMiddleware(async (c, next) => {
  if (!READS.has(c.req.method) && isForeign(c.req.raw.headers, c.req.url)) {
    throw new Refusal(403, authMessages.build.foreign_origin());
  }
  await next();
});
