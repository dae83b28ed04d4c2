import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiKey } from '#schemas/api/api-keys.ts';
import { apiKey, auditLog, user } from '../db/schema/index.ts';
import { acmeFlow } from '../http/testing/acme.ts';
import { HOST, type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';

let app: TestApp;
let owner: Person;
let workspaceId: string;
let cookie: string;
beforeAll(async () => {
  app = await startTestApp();
  ({ call: owner, workspaceId, cookie } = await app.person());
});
afterAll(() => app.close());

async function makeKey(role: 'viewer' | 'editor' = 'editor'): Promise<{ key: ApiKey; secret: string }> {
  const { status, body } = await owner('POST', '/api/api-keys', { name: 'Accounting script', role });
  expect(status).toBe(200);
  return body as { key: ApiKey; secret: string };
}

/** Calls as a program does: with a key and nothing else. */
function program(secret: string, headers: Record<string, string> = {}): Person {
  return (method, path, body) => app.stranger(method, path, body, { authorization: `Bearer ${secret}`, ...headers });
}

const codeOf = (body: unknown) => (body as { error: { code: string } }).error.code;

describe('a key', () => {
  it('is shown once: what is kept is its hash, what is listed its beginning', async () => {
    const { key, secret } = await makeKey();
    expect(secret).toMatch(/^pk_[\w-]{43}$/);
    const [row] = await app.deps.db.select().from(apiKey).where(eq(apiKey.id, key.id));
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(secret);
    const listed = await owner('GET', '/api/api-keys');
    expect(listed.body).toMatchObject({ items: [{ id: key.id, prefix: secret.slice(0, 9), lastUsedAt: null }] });
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    expect(listed.headers.get('cache-control')).toBe('no-store');
  });

  it('opens what its role may, in its workspace, and says when it was last used', async () => {
    const editor = await makeKey('editor');
    const viewer = await makeKey('viewer');
    expect((await program(editor.secret)('POST', '/api/flows', { name: 'By a program' })).status).toBe(200);
    expect((await program(viewer.secret)('GET', '/api/flows')).status).toBe(200);
    const refused = await program(viewer.secret)('POST', '/api/flows', { name: 'x' });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'auth.role_too_low' } } });
    const other = await app.person();
    const { body } = await other.call('GET', '/api/flows');
    expect(JSON.stringify(body)).not.toContain('By a program');
    const listed = (await owner('GET', '/api/api-keys')).body as { items: ApiKey[] };
    expect(listed.items.find((one) => one.id === viewer.key.id)?.lastUsedAt).not.toBeNull();
  });

  it('makes no other key, and reads none', async () => {
    const { secret } = await makeKey();
    for (const method of ['GET', 'POST']) {
      const { status } = await program(secret)(method, '/api/api-keys', method === 'POST' ? {} : undefined);
      expect(status).toBe(403);
    }
  });

  it('that is revoked opens nothing from the next call on, and stays in the list', async () => {
    const { key, secret } = await makeKey();
    expect((await program(secret)('GET', '/api/flows')).status).toBe(200);
    expect((await owner('DELETE', `/api/api-keys/${key.id}`)).status).toBe(200);
    expect((await owner('DELETE', `/api/api-keys/${key.id}`)).status).toBe(200);
    const { status, body } = await program(secret)('GET', '/api/flows');
    expect(status).toBe(401);
    expect(codeOf(body)).toBe('auth.key_refused');
    const listed = (await owner('GET', '/api/api-keys')).body as { items: ApiKey[] };
    expect(listed.items.find((one) => one.id === key.id)?.revokedAt).not.toBeNull();
  });

  it.each(['pk_wrong', '', 'pk_', 'x'.repeat(5000), 'é'])('that never was, “%s”, is refused', async (guess) => {
    const headers = { authorization: `Bearer ${encodeURIComponent(guess)}` };
    expect((await app.stranger('GET', '/api/flows', undefined, headers)).status).toBe(401);
  });

  it('of another workspace cannot be revoked', async () => {
    const { key, secret } = await makeKey();
    const other = await app.person();
    expect((await other.call('DELETE', `/api/api-keys/${key.id}`)).status).toBe(404);
    expect((await program(secret)('GET', '/api/flows')).status).toBe(200);
  });

  it('can only be made by an owner', async () => {
    const editor = await app.person({ role: 'editor', workspaceId });
    expect((await editor.call('POST', '/api/api-keys', { name: 'x', role: 'viewer' })).status).toBe(403);
    expect((await owner('POST', '/api/api-keys', { name: 'x', role: 'owner' })).status).toBe(400);
  });
});

describe('a call with a key', () => {
  it('is not asked where it comes from: no browser sends a key by itself', async () => {
    const { secret } = await makeKey();
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const { status } = await program(secret, foreign)('POST', '/api/flows', { name: 'From elsewhere' });
    expect(status).toBe(200);
  });

  it('counts for the key alone: a cookie beside it neither adds to it nor makes up for a wrong one', async () => {
    const { secret } = await makeKey('viewer');
    const withCookie = program(secret, { cookie, origin: `http://${HOST}` });
    expect((await withCookie('POST', '/api/flows', { name: 'x' })).status).toBe(403);
    const wrong = program('pk_wrong', { cookie, origin: `http://${HOST}` });
    expect((await wrong('GET', '/api/flows')).status).toBe(401);
    expect(
      (await wrong('POST', '/api/auth/change-password', { newPassword: 'another password', currentPassword: 'x' }))
        .status,
    ).toBe(401);
  });

  it('does in the name of its maker what is remembered with the key', async () => {
    const { key, secret } = await makeKey();
    const { body } = await program(secret)('POST', '/api/flows', { name: 'Remembered', definition: acmeFlow() });
    const { id } = body as { id: string };
    const saved = await program(secret)('PATCH', `/api/flows/${id}`, { name: 'Remembered better' });
    expect(saved.status).toBe(200);
    const rows = await app.deps.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `flow:${id}`));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.details).toMatchObject({ apiKey: key.id });
    const [maker] = await app.deps.db
      .select()
      .from(user)
      .where(eq(user.id, rows[0]?.userId ?? ''));
    expect(maker).toBeDefined();
  });

  it('leaves the key in no log', async () => {
    const { secret } = await makeKey();
    await program(secret)('GET', '/api/flows');
    await program(secret)('GET', '/api/no-such-thing');
    expect(app.logged()).not.toContain(secret);
    expect(app.logged()).not.toContain(secret.slice(3));
  });
});
