import { afterAll, beforeAll, expect, it } from 'vitest';
import { member, workspace } from '../db/schema/index.ts';
import { cookieOf, HOST, startTestApp, type TestApp } from '../http/testing/test-app.ts';

const account = { name: 'Ada', email: 'ada@example.com', password: 'a long enough one' };
const codeOf = (body: unknown) => (body as { error: { code: string } }).error.code;

/** Of the several who sign up at the same moment, the one who came first. */
let firstEmail = account.email;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('asks for the first account while there is none', async () => {
  const { body } = await app.stranger('GET', '/api/session');
  expect(body).toMatchObject({ setupNeeded: true, user: null, workspace: null });
});

it('refuses a first account with a short password or a bad address, and makes nothing', async () => {
  const short = await app.stranger('POST', '/api/auth/sign-up/email', { ...account, password: 'too short' });
  expect([short.status, codeOf(short.body)]).toEqual([422, 'auth.password_too_short']);
  const bad = await app.stranger('POST', '/api/auth/sign-up/email', { ...account, email: 'ada' });
  expect([bad.status, codeOf(bad.body)]).toEqual([422, 'auth.bad_email']);
  expect((await app.stranger('GET', '/api/session')).body).toMatchObject({ setupNeeded: true });
});

it('makes exactly one owner of several who sign up at the same moment', async () => {
  const tries = Array.from({ length: 15 }, (_, index) =>
    app.stranger('POST', '/api/auth/sign-up/email', { ...account, email: `ada${index || ''}@example.com` }),
  );
  const replies = await Promise.all(tries);
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
  const refused = replies.filter((reply) => reply.status !== 200);
  expect(new Set(refused.map((reply) => `${reply.status} ${codeOf(reply.body)}`))).toEqual(
    new Set(['403 auth.sign_up_closed']),
  );
  expect(await app.deps.db.select().from(workspace)).toHaveLength(1);
  expect(await app.deps.db.select({ role: member.role }).from(member)).toEqual([{ role: 'owner' }]);

  const winner = replies.find((reply) => reply.status === 200);
  const cookie = cookieOf(winner?.headers ?? new Headers());
  const session = await app.stranger('GET', '/api/session', undefined, { cookie });
  expect(session.body).toMatchObject({
    setupNeeded: false,
    user: { name: 'Ada', language: null },
    workspace: { name: 'Ada', role: 'owner' },
  });
  firstEmail = (session.body as { user: { email: string } }).user.email;
});

it('answers a wrong password and an unknown address alike', async () => {
  const { cookie } = await app.person();
  const session = (await app.stranger('GET', '/api/session', undefined, { cookie })).body as {
    user: { email: string };
  };
  const password = 'not the right one';
  const wrong = await app.stranger('POST', '/api/auth/sign-in/email', { email: session.user.email, password });
  const unknown = await app.stranger('POST', '/api/auth/sign-in/email', { email: 'nobody@example.com', password });
  expect(wrong.status).toBe(401);
  expect(wrong.body).toEqual(unknown.body);
  expect(codeOf(wrong.body)).toBe('auth.wrong_credentials');
});

it('ends the session at sign-out', async () => {
  const { call, cookie } = await app.person();
  expect((await call('GET', '/api/flows')).status).toBe(200);
  expect((await call('POST', '/api/auth/sign-out', {})).status).toBe(200);
  expect((await app.stranger('GET', '/api/flows', undefined, { cookie })).status).toBe(401);
});

it('ends all other sessions when the password is changed, whatever the client asks for', async () => {
  const { call, cookie } = await app.person();
  const { email } = ((await call('GET', '/api/session')).body as { user: { email: string } }).user;
  const elsewhere = await app.stranger('POST', '/api/auth/sign-in/email', { email, password: 'correct horse battery' });
  const thief = { cookie: cookieOf(elsewhere.headers) };
  expect((await app.stranger('GET', '/api/flows', undefined, thief)).status).toBe(200);
  const wish = { currentPassword: 'correct horse battery', newPassword: 'another horse battery' };
  const wrong = await call('POST', '/api/auth/change-password', { ...wish, currentPassword: 'wrong horse battery' });
  expect(codeOf(wrong.body)).toBe('auth.wrong_credentials');
  const changed = await call('POST', '/api/auth/change-password', { ...wish, revokeOtherSessions: false });
  expect(changed.status).toBe(200);
  for (const old of [thief, { cookie }]) {
    expect((await app.stranger('GET', '/api/flows', undefined, old)).status).toBe(401);
  }
  const own = { cookie: cookieOf(changed.headers) };
  expect((await app.stranger('GET', '/api/flows', undefined, own)).status).toBe(200);
});

it('does not open for a cookie that was tampered with', async () => {
  const { cookie } = await app.person();
  const forged = cookie.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
  expect((await app.stranger('GET', '/api/flows', undefined, { cookie: forged })).status).toBe(401);
});

it('lets no other website sign somebody in or out, and lets a script do both without a browser’s headers', async () => {
  const { cookie } = await app.person();
  const evil = { origin: 'https://evil.example' };
  expect(codeOf((await app.stranger('POST', '/api/auth/sign-out', {}, { cookie, ...evil })).body)).toBe(
    'auth.foreign_origin',
  );
  const ada = { ...account, email: firstEmail };
  const signIn = (headers: Record<string, string>) => app.stranger('POST', '/api/auth/sign-in/email', ada, headers);
  expect(codeOf((await signIn(evil)).body)).toBe('auth.foreign_origin');
  expect((await signIn({ 'sec-fetch-mode': 'cors' })).status).toBe(200);
  expect((await app.stranger('POST', '/api/auth/sign-out', {}, { cookie })).status).toBe(200);
});

it('marks cookies Secure behind https only, and always HttpOnly and SameSite', async () => {
  const { cookie } = await app.person();
  const origin = `http://${HOST}`;
  const plain = await app.stranger('POST', '/api/auth/sign-out', {}, { cookie, origin });
  const https = { cookie, origin: `https://${HOST}`, 'x-forwarded-proto': 'https' };
  const secure = await app.stranger('POST', '/api/auth/sign-out', {}, https);
  expect(plain.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
  expect(plain.headers.getSetCookie().join()).not.toMatch(/Secure/);
  expect(secure.headers.getSetCookie().every((one) => one.endsWith('; Secure'))).toBe(true);
});

it('serves none of the other routes of the library', async () => {
  for (const path of ['update-user', 'delete-user', 'request-password-reset', 'sign-in/social']) {
    expect((await app.stranger('POST', `/api/auth/${path}`, {})).status).toBe(404);
  }
  expect((await app.stranger('GET', '/api/auth/get-session')).status).toBe(404);
});

it('stops somebody who guesses passwords, whatever address is claimed, and nobody else', async () => {
  const guarded = await startTestApp({ triesPerMinute: 3 });
  const guess = async (attempt: number, address: string) => {
    const claimed = `10.0.0.${attempt}`;
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-for': claimed,
      'x-passerelle-client-address': claimed,
    };
    const body = JSON.stringify({ email: 'ada@example.com', password: `guess number ${attempt}` });
    return (await guarded.request('/api/auth/sign-in/email', { method: 'POST', headers, body }, address)).status;
  };
  try {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) statuses.push(await guess(attempt, '203.0.113.7'));
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect(await guess(9, '203.0.113.8')).toBe(401);
  } finally {
    await guarded.close();
  }
});

it('prolongs a session that is in use', async () => {
  const { call, cookie } = await app.person();
  await app.database
    .sql`update session set expires_at = now() + interval '2 days', updated_at = now() - interval '5 days'`;
  const { headers } = await call('GET', '/api/session', undefined, { cookie, 'x-forwarded-proto': 'https' });
  expect(headers.getSetCookie().join()).toMatch(/session_token=.*Max-Age=604800.*; Secure/);
});

it('keeps the language of the person', async () => {
  const { call } = await app.person({ role: 'viewer' });
  expect((await call('PUT', '/api/session/language', { language: 'nl' })).status).toBe(200);
  expect((await call('GET', '/api/session')).body).toMatchObject({ user: { language: 'nl' } });
});
