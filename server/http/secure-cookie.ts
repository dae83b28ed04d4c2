import type { Context } from 'hono';

/** A cookie for this answer: on https only once the page came over https, from us or through a proxy that says so. */
export function suitedCookie(c: Context, cookie: string): string {
  const isSecure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
  return isSecure ? `${cookie}; Secure` : cookie;
}
