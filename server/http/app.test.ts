import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import { LANGUAGES } from '#schemas/localised.ts';
import { placeholdersOf } from '#schemas/messages.ts';
import { allMessages } from './routes/catalogue.ts';
import { type SeededRun, seedRun } from './testing/seed-run.ts';
import { HOST, type Person, startTestApp, type TestApp } from './testing/test-app.ts';

let app: TestApp;
let seeded: SeededRun;
let owner: Person;
beforeAll(async () => {
  app = await startTestApp();
  const person = await app.person();
  owner = person.call;
  seeded = await seedRun(app.deps.db, person.workspaceId);
});
afterAll(() => app.close());

const SAMPLE_BODIES: Partial<Record<keyof typeof endpoints, unknown>> = {
  setLanguage: { language: 'fr' },
  updateConnection: { name: 'x' },
  saveDraft: {
    definition: { format: 'passerelle.flow/1', name: 'x', connections: {}, nodes: {}, edges: [] },
    bindings: {},
    revision: 1,
  },
  renameFlow: { name: 'x' },
  publishFlow: { revision: 1, note: '' },
  restoreVersion: { number: 1, revision: 1 },
  startRun: { mode: 'dry', period: null },
  tickEntries: { entries: 'all', ticked: false },
  confirmReview: { hash: 'x' },
  createConnection: { type: 'acme', name: 'x', fields: {} },
  tryConnection: { type: 'acme', fields: {} },
  createDemoConnection: { type: 'acme' },
  createFlow: { name: 'x' },
  saveFollow: { after: null, statuses: ['failed'] },
  triggerFlow: {},
  createApiKey: { name: 'x', role: 'viewer' },
  cloneTemplate: { template: 'acme-books', name: 'x', connections: {}, settings: {} },
};

function idFor(path: string): string {
  if (path.startsWith('/connections')) return seeded.connectionId;
  if (path.startsWith('/flows')) return seeded.flowId;
  return seeded.runId;
}

/** Every operation of the contract, with the ids of what stands in the owner's workspace. */
function everyCall() {
  return Object.entries(endpoints).map(([name, { method, path, role }]) => ({
    name,
    role,
    method: method.toUpperCase(),
    path: `/api${path
      .replace('{id}', idFor(path))
      .replace('{number}', '1')
      .replace('{follow}', seeded.runId)
      .replace('{document}', seeded.sales[0] ?? '')}`,
    body: SAMPLE_BODIES[name as keyof typeof endpoints],
  }));
}
const plainRoutes = () => [`/api/files/${seeded.fileId}`, `/api/runs/${seeded.runId}/events`];

it('serves every operation of the contract, and documents each of them', async () => {
  const { status, body } = await app.stranger('GET', '/api/openapi.json');
  expect(status).toBe(200);
  const { paths } = body as { paths: Record<string, Record<string, { responses: object }>> };
  for (const { method, path } of Object.values(endpoints)) {
    expect(Object.keys(paths[`/api${path}`]?.[method]?.responses ?? {}), path).toContain('200');
  }
});

it('answers a stranger with 401, whatever is asked', async () => {
  for (const { role, method, path, body } of everyCall()) {
    const { status } = await app.stranger(method, path, body);
    expect(status, `${method} ${path}`).toBe(role === 'public' ? 200 : 401);
  }
  for (const path of plainRoutes()) expect((await app.stranger('GET', path)).status, path).toBe(401);
});

// The operations of the contract are walked in foreign-ids.test.ts.
it('answers a person of another workspace with 404 for files and streams, and with empty lists', async () => {
  const { call } = await app.person();
  for (const path of plainRoutes()) expect((await call('GET', path)).status, path).toBe(404);
  for (const list of ['connections', 'flows', 'runs']) {
    expect((await call('GET', `/api/${list}`)).body).toMatchObject({ items: [] });
  }
});

it('F-17 lets a viewer look, and change nothing', async () => {
  const [{ workspaceId }, listed] = [await app.person(), everyCall()];
  const { call } = await app.person({ role: 'viewer', workspaceId });
  for (const { role, method, path, body } of listed) {
    const { status } = await call(method, path, body);
    if (role === 'editor' || role === 'owner') expect(status, `${method} ${path}`).toBe(403);
    else expect(status, `${method} ${path}`).not.toBe(403);
  }
});

it('answers an id that nobody has, and an id that is none, without an error of its own', async () => {
  expect((await owner('GET', `/api/runs/${uuidv7()}`)).status).toBe(404);
  expect((await owner('GET', '/api/runs/1;drop')).status).toBe(400);
});

it('refuses what another website sends in the name of a signed-in person', async () => {
  const path = `/api/flows/${seeded.flowId}`;
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
    const { status, body } = await owner('PATCH', path, { name: 'Stolen' }, headers);
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([403, 'auth.foreign_origin']);
  }
  const form = await owner('PATCH', path, { name: 'Stolen' }, { 'content-type': 'text/plain' });
  expect(form.status).toBe(400);
  expect((await owner('GET', path)).body).toMatchObject({ name: 'Seeded' });
  const tls = await owner(
    'PATCH',
    path,
    { name: 'Seeded' },
    { origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' },
  );
  expect(tls.status).toBe(200);
  const nameless = await owner('PATCH', path, { name: 'Seeded' }, { origin: 'null', 'sec-fetch-site': 'same-origin' });
  expect(nameless.status).toBe(200);
});

it('lists every field that is wrong, in messages of the catalogue', async () => {
  const { status, body } = await owner('POST', '/api/connections', { type: 7, name: '' });
  expect(status).toBe(400);
  const { problems } = body as { problems: { code: string; field: string }[] };
  expect(problems.map(({ code, field }) => `${code} ${field}`).sort()).toEqual([
    'server.field_missing fields',
    'server.field_too_small name',
    'server.field_type type',
  ]);
  const noJson = await app.request('/api/connections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(noJson.status).toBe(401);
});

it('speaks every message in three languages with the same placeholders', () => {
  const entries = Object.entries(allMessages(app.deps));
  expect(entries.length).toBeGreaterThan(60);
  for (const [code, { text, remedy }] of entries) {
    for (const one of remedy ? [text, remedy] : [text]) {
      expect(
        LANGUAGES.every((language) => one[language].trim() !== ''),
        code,
      ).toBe(true);
      expect(new Set(Object.values(placeholdersOf(one))).size, code).toBe(1);
    }
  }
});

it('says nothing of an unexpected error to the client but a reference that the log knows', async () => {
  const fields = { url: 'https://acme.example/canary-address', key: 'canary-secret' };
  await app.database.sql`alter table audit_log add constraint broken check (action = '') not valid`;
  const { status, body } = await owner('POST', '/api/connections', { type: 'acme', name: 'canary-name', fields });
  await app.database.sql`alter table audit_log drop constraint broken`;
  expect(status).toBe(500);
  const { error } = body as { error: { code: string; params: { reference: string } } };
  expect(error.code).toBe('server.unexpected');
  expect(JSON.stringify(body)).not.toMatch(/audit_log|stack|\.ts/);
  expect(app.logged()).toContain(error.params.reference);
  expect(app.logged()).toContain('insert into');
  expect(app.logged()).not.toMatch(/canary|v1:/);
});

it('refuses a body of more than 5 MB', async () => {
  const { status } = await owner('POST', '/api/flows', { name: 'x'.repeat(6 * 1024 * 1024) });
  expect(status).toBe(413);
});

it('sends a policy that lets only our own scripts run', async () => {
  const { headers } = await app.stranger('GET', '/api/health');
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

it('explains itself while the screens are not built, then serves them for every address of theirs', async () => {
  const missing = await app.stranger('GET', '/flows/1');
  expect([missing.status, missing.headers.get('content-type')]).toEqual([503, 'text/html; charset=UTF-8']);
  expect(missing.body).toContain('npm start');
  await writeFile(join(app.deps.uiFolder, 'index.html'), '<p>screens</p>');
  const page = await app.stranger('GET', '/flows/1');
  expect([page.status, page.body]).toEqual([200, '<p>screens</p>']);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect((await app.stranger('GET', '/api/no-such-thing')).body).toMatchObject({
    error: { code: 'server.no_such_address' },
  });
  expect((await app.stranger('GET', '/assets/gone.js')).status).toBe(404);
  expect((await app.stranger('GET', '/../app.ts')).body).not.toContain('createApp');
});
