import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Message } from '#schemas/messages.ts';
import { bearerOf } from '../../api-keys/key-text.ts';
import { CLIENT_ADDRESS_HEADER, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../auth/auth.ts';
import { authMessages } from '../../auth/auth-messages.ts';
import { signUpFirst } from '../../auth/sign-up.ts';
import type { ApiRoom } from '../implement.ts';
import { Refusal, type RefusalStatus } from '../refusal.ts';
import { suitedCookie } from '../secure-cookie.ts';

const { build } = authMessages;

/** The library's refusals in our own words. An unknown address and a wrong password must read the same. */
const MESSAGES: Readonly<Record<string, Message>> = {
  INVALID_EMAIL_OR_PASSWORD: build.wrong_credentials(),
  INVALID_PASSWORD: build.wrong_credentials(),
  USER_NOT_FOUND: build.wrong_credentials(),
  INVALID_EMAIL: build.bad_email('email'),
  PASSWORD_TOO_SHORT: build.password_too_short({ minimum: String(SHORTEST_PASSWORD) }, 'password'),
  PASSWORD_TOO_LONG: build.password_too_long({ maximum: String(LONGEST_PASSWORD) }, 'password'),
  INVALID_ORIGIN: build.foreign_origin(),
  MISSING_OR_NULL_ORIGIN: build.foreign_origin(),
};

async function refusalOf(response: Response): Promise<Refusal> {
  if (response.status === 429) return new Refusal(429, build.too_many_tries());
  const body: unknown = await response.json().catch(() => null);
  const code = body !== null && typeof body === 'object' && 'code' in body ? String(body.code) : '';
  const status: RefusalStatus = response.status === 401 || response.status === 403 ? response.status : 422;
  const isEmail = code === 'VALIDATION_ERROR' && JSON.stringify(body).includes('email');
  return new Refusal(status, MESSAGES[code] ?? (isEmail ? build.bad_email('email') : build.refused()));
}

function addressOf(c: Context): string | null {
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    // No socket: the application is called without a server.
    return null;
  }
}

/**
 * The request with the address that it really came from, whatever the client claims. Beside a key no cookie counts: the
 * guard against other websites has let it pass.
 */
function withClientAddress(c: Context): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.delete(CLIENT_ADDRESS_HEADER);
  const address = addressOf(c);
  if (address !== null) headers.set(CLIENT_ADDRESS_HEADER, address);
  if (bearerOf(headers) !== null) headers.delete('cookie');
  return new Request(c.req.raw, { headers });
}

/** A password is changed because somebody else may know it: the sessions opened with the old one end. */
async function endingOtherSessions(request: Request): Promise<Request> {
  const body: unknown = await request.json().catch(() => null);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const changed = JSON.stringify(isObject ? { ...body, revokeOtherSessions: true } : body);
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  return new Request(request.url, { method: 'POST', headers, body: changed });
}

function withSuitedCookies(c: Context, response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete('set-cookie');
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', suitedCookie(c, cookie));
  return new Response(response.body, { status: response.status, headers });
}

/** Only these routes of the library are open: whatever else it offers, or will offer, is not served. */
export function serveAuth({ app, deps }: ApiRoom): void {
  const hand = (open: (request: Request) => Promise<Response>) => async (c: Context) => {
    const response = await open(withClientAddress(c));
    if (!response.ok) throw await refusalOf(response);
    return withSuitedCookies(c, response);
  };
  app.post(
    '/api/auth/sign-up/email',
    hand((request) => signUpFirst(deps.db, request, deps.authOptions)),
  );
  for (const path of ['sign-in/email', 'sign-out']) {
    app.post(
      `/api/auth/${path}`,
      hand((request) => deps.auth.handler(request)),
    );
  }
  app.post(
    '/api/auth/change-password',
    hand(async (request) => deps.auth.handler(await endingOtherSessions(request))),
  );
}
