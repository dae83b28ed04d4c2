import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connection, connectionHealth } from '../db/schema/index.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { endRest } from '../limits/end-rest.ts';
import { connectionMessages } from './connection-messages.ts';
import { restoreDemos } from './demos.ts';
import { openSecrets } from './write-connection.ts';

const SECRET = 'canary-4711/+é"';
const FORMS = [SECRET, encodeURIComponent(SECRET), Buffer.from(SECRET).toString('base64'), 'canary'];
const ACME = { type: 'acme', name: 'Our Acme', fields: { url: 'https://refusing.example/', key: SECRET } };

let app: TestApp;
let call: Person;
let workspaceId: string;
/** Everything that the API answered in this file. */
const answered: string[] = [];
beforeAll(async () => {
  app = await startTestApp();
  const person = await app.person();
  workspaceId = person.workspaceId;
  call = async (...args) => {
    const reply = await person.call(...args);
    answered.push(JSON.stringify([...reply.headers, reply.body]));
    return reply;
  };
});
afterAll(() => app.close());

async function create(changes: object = {}): Promise<string> {
  const { status, body } = await call('POST', '/api/connections', { ...ACME, ...changes });
  expect(status, JSON.stringify(body)).toBe(200);
  return (body as { id: string }).id;
}
async function stored(id: string) {
  const [row] = await app.deps.db.select().from(connection).where(eq(connection.id, id));
  if (!row) throw new Error('no such connection');
  return { row, secrets: openSecrets(app.deps.vault, row) };
}
const audited = () =>
  app.database.sql`select action, details from audit_log where workspace_id = ${workspaceId} order by id`;

it('keeps the secret fields apart, sealed, and never shows them', async () => {
  const id = await create();
  const { row, secrets } = await stored(id);
  expect(secrets).toEqual({ key: SECRET });
  expect(row.fields).toEqual({ url: 'https://refusing.example/' });
  const dump = JSON.stringify(await app.database.sql`select * from connection where id = ${id}`);
  for (const form of FORMS) expect(dump).not.toContain(form);
  const listed = await call('GET', '/api/connections');
  expect(listed.body).toMatchObject({
    items: [{ id, secretsSet: ['key'], fields: { url: 'https://refusing.example/' } }],
  });
});

it('refuses fields that the type does not know or that are missing, by their names', async () => {
  const { status, body } = await call('POST', '/api/connections', { ...ACME, fields: { uri: 'x' } });
  expect(status).toBe(422);
  const { problems } = body as { problems: { field: string }[] };
  expect(problems.map(({ field }) => field).sort()).toEqual(['key', 'uri', 'url']);
  const unknown = await call('POST', '/api/connections', { ...ACME, type: 'nothing' });
  expect(unknown.body).toMatchObject({ error: { code: 'connection.unknown_type' } });
});

it('keeps a secret that is left out or empty, and replaces one that is given', async () => {
  const id = await create();
  const url = 'https://refusing.example/shop';
  await call('PATCH', `/api/connections/${id}`, { fields: { url } });
  expect(await stored(id)).toMatchObject({ secrets: { key: SECRET }, row: { fields: { url } } });
  await call('PATCH', `/api/connections/${id}`, { fields: { url, key: '' } });
  expect((await stored(id)).secrets).toEqual({ key: SECRET });
  await call('PATCH', `/api/connections/${id}`, { fields: { url, key: 'canary-new' } });
  expect((await stored(id)).secrets).toEqual({ key: 'canary-new' });
  expect((await call('PATCH', `/api/connections/${id}`, { name: 'Renamed' })).body).toMatchObject({ name: 'Renamed' });
  expect((await stored(id)).secrets).toEqual({ key: 'canary-new' });
});

it('refuses credentials in a field that everybody can read, and does not repeat them', async () => {
  for (const url of ['https://me:canary@acme.example/', 'https://acme.example/?consumer_secret=canary']) {
    const { status, body } = await call('POST', '/api/connections', { ...ACME, fields: { url, key: SECRET } });
    expect([status, body]).toMatchObject([422, { problems: [{ code: 'connection.plain_credentials', field: 'url' }] }]);
  }
  const harmless = 'https://acme.example/shop@home/?page=2';
  expect((await call('POST', '/api/connections', { ...ACME, fields: { url: harmless, key: SECRET } })).status).toBe(
    200,
  );
});

it('sends no stored secret to another address: it has to be typed again', async () => {
  const id = await create();
  const before = await stored(id);
  const moves = ['https://thief.example/', 'http://refusing.example/', 'https://refusing.example:8443/'];
  for (const url of moves) {
    const refusal = { problems: [{ code: 'connection.type_again', field: 'key' }] };
    const changed = await call('PATCH', `/api/connections/${id}`, { fields: { url, key: '' } });
    expect([changed.status, changed.body], url).toMatchObject([422, refusal]);
    const tried = await call('POST', '/api/connections/try', { type: 'acme', fields: { url }, connectionId: id });
    expect([tried.status, tried.body], url).toMatchObject([422, refusal]);
  }
  expect(await stored(id)).toEqual(before);
  const typed = await call('PATCH', `/api/connections/${id}`, {
    fields: { url: 'https://moved.example/', key: 'canary-new' },
  });
  expect(typed.status).toBe(200);
});

it('remembers that a test failed, without the secret that the system quoted', async () => {
  const id = await create();
  const { status, body } = await call('POST', `/api/connections/${id}/test`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ ok: false, problem: { code: 'acme.refused', text: 'Acme refuses [hidden]' } });
  expect((await stored(id)).row).toMatchObject({ status: 'failing', lastProblem: { code: 'acme.refused' } });
  const changed = await call('PATCH', `/api/connections/${id}`, { fields: { url: 'https://refusing.example/' } });
  expect(changed.body).toMatchObject({ status: 'untested', lastProblem: null });
});

it('does not let a connection reach into the network that hosts us', async () => {
  for (const url of ['http://127.0.0.1:1/', 'http://[::1]/', 'http://169.254.169.254/latest/', 'http://10.0.0.1/']) {
    const { body } = await call('POST', '/api/connections/try', { type: 'acme', fields: { url, key: SECRET } });
    expect(body, url).toMatchObject({ ok: false, problem: { code: expect.stringMatching(/^network\./) } });
  }
});

it('tries fields without storing them, with the stored secret where it is left out', async () => {
  const id = await create({ fields: { ...ACME.fields, url: 'https://broken.example/' } });
  const before = await stored(id);
  const fields = { url: 'https://broken.example/' };
  const { body } = await call('POST', '/api/connections/try', { type: 'acme', fields, connectionId: id });
  expect(body).toMatchObject({ ok: false, problem: { code: 'connection.test_broke' } });
  expect(app.logged()).toContain('cannot read [hidden]');
  expect(await stored(id)).toEqual(before);
});

it('does not delete a connection that a flow or an unfinished run works with', async () => {
  const { connectionId, flowId } = await seedRun(app.deps.db, workspaceId, 1);
  const used = await call('DELETE', `/api/connections/${connectionId}`);
  expect([used.status, used.body]).toMatchObject([
    409,
    { error: { code: 'connection.in_use', params: { flows: '“Seeded”' } } },
  ]);
  expect((await call('DELETE', `/api/flows/${flowId}`)).status).toBe(200);
  const running = await call('DELETE', `/api/connections/${connectionId}`);
  expect([running.status, running.body]).toMatchObject([409, { error: { code: 'connection.in_run' } }]);
  const free = await create();
  expect((await call('DELETE', `/api/connections/${free}`)).status).toBe(200);
  expect((await call('DELETE', `/api/connections/${free}`)).status).toBe(404);
});

it('starts a demo once, connects to it, and finds it again after a restart', async () => {
  const [first, second] = await Promise.all([
    call('POST', '/api/connections/demo', { type: 'acme' }),
    call('POST', '/api/connections/demo', { type: 'acme' }),
  ]);
  const { id, fields } = first.body as { id: string; fields: { url: string } };
  expect(second.body).toMatchObject({ id });
  expect(first.body).toMatchObject({ name: 'Demo Acme', isDemo: true, fields: { url: 'http://127.0.0.1:40001/' } });
  // A demo may stand on loopback; an address typed in by a person may not, so the demo's cannot be changed.
  const moved = await call('PATCH', `/api/connections/${id}`, {
    fields: { url: 'http://10.0.0.1/', key: 'long enough' },
  });
  expect(moved.body).toMatchObject({ error: { code: 'connection.demo_fixed' } });
  const tested = await call('POST', `/api/connections/${id}/test`);
  expect(tested.body).toMatchObject({ problem: { code: 'http.unreachable' } });
  await app.deps.demos.close();
  await restoreDemos(app.deps);
  expect((await stored(id)).row.fields).not.toEqual(fields);
  const none = await call('POST', '/api/connections/demo', { type: 'nothing' });
  expect(none.body).toMatchObject({ error: { code: 'connection.unknown_type' } });
});

it('keeps how many calls a second a person allows, shows when calls are suspended, and a test that works ends that', async () => {
  const { body } = await call('POST', '/api/connections/demo', { type: 'acme' });
  const { id } = body as { id: string };
  expect(body).toMatchObject({ callsPerSecond: null, health: { state: 'closed', failures: 0, retryAt: null } });
  const limited = await call('PATCH', `/api/connections/${id}`, { callsPerSecond: 0.5 });
  expect(limited.body).toMatchObject({ callsPerSecond: 0.5, name: 'Demo Acme' });
  expect((await call('PATCH', `/api/connections/${id}`, { callsPerSecond: 0 })).status).toBe(400);
  expect((await call('PATCH', `/api/connections/${id}`, { callsPerSecond: null })).body).toMatchObject({
    callsPerSecond: null,
  });
  const problem = connectionMessages.build.demo_fixed();
  const retryAt = new Date(Date.now() + 600_000);
  const resting = { connectionId: id, state: 'open' as const, failures: 5, openings: 1, retryAt, problem };
  await app.deps.db.insert(connectionHealth).values(resting);
  const healthOf = async () => {
    const { body } = await call('GET', '/api/connections');
    return (body as { items: { id: string; health: unknown }[] }).items.find((one) => one.id === id)?.health;
  };
  expect(await healthOf()).toEqual({ state: 'open', failures: 5, retryAt: retryAt.toISOString(), problem });
  // The demo system of these tests answers nobody: a test that fails changes nothing.
  await call('POST', `/api/connections/${id}/test`);
  expect(await healthOf()).toMatchObject({ state: 'open' });
  await app.deps.db.transaction((tx) => endRest(tx, workspaceId, id));
  expect(await healthOf()).toEqual({ state: 'closed', failures: 0, retryAt: null, problem: null });
});

it('F-17 has written down who did what, and nowhere a secret', async () => {
  const actions = (await audited()).map((row) => row['action']);
  for (const action of ['created', 'updated', 'deleted', 'tested']) expect(actions).toContain(`connection.${action}`);
  const everything = [JSON.stringify(await audited()), app.logged(), ...answered].join('\n');
  expect(answered.length).toBeGreaterThan(20);
  for (const form of FORMS) expect(everything).not.toContain(form);
});
