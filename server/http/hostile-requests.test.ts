import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedRun } from './testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from './testing/test-app.ts';

let app: TestApp;
let owner: Person;
let runId: string;
beforeAll(async () => {
  app = await startTestApp({ host: '127.0.0.1' });
  const person = await app.person();
  owner = (method, path, body, headers) =>
    person.call(method, path, body, { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin', ...headers });
  runId = (await seedRun(app.deps.db, person.workspaceId)).runId;
});
afterAll(() => app.close());

const codeOf = (body: unknown) => (body as { error?: { code: string } }).error?.code;

it.each([
  ['a NUL', 'a\u0000b'],
  ['half a character', 'a\ud800b'],
])('refuses %s, which no database can store, without an error of its own', async (_name, text) => {
  const bodies = [
    { name: text },
    { name: 'x', definition: { format: 'passerelle.flow/1', name: text, connections: {}, nodes: {}, edges: [] } },
    { name: 'x', [text]: 1 },
  ];
  for (const body of bodies) {
    const answer = await owner('POST', '/api/flows', body);
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'server.unstorable_text']);
  }
  const fields = { url: 'https://acme.example', key: text };
  expect((await owner('POST', '/api/connections', { type: 'acme', name: 'x', fields })).status).toBe(400);
});

it('refuses a NUL in what is searched for', async () => {
  for (const list of ['documents', 'entries']) {
    const { status, body } = await owner('GET', `/api/runs/${runId}/${list}?search=%00`);
    expect([status, codeOf(body)]).toEqual([400, 'server.unstorable_text']);
  }
});

it('refuses a body that is nested to overflow the stack, and takes one that is merely deep', async () => {
  const nested = (levels: number) => {
    let fields: unknown = 'x';
    for (let level = 0; level < levels; level += 1) fields = { deeper: fields };
    return { type: 'acme', name: 'x', fields: { key: 'some key', url: 'https://acme.example', extra: fields } };
  };
  const over = await owner('POST', '/api/connections', nested(3000));
  expect([over.status, codeOf(over.body)]).toEqual([400, 'server.body_too_deep']);
  expect((await owner('POST', '/api/connections', nested(50))).status).toBe(422);
});

it('refuses a website whose name was made to lead to this machine', async () => {
  const person = { name: 'Eve', email: 'eve@example.com', password: 'correct horse battery' };
  const rebound = { origin: 'http://books.example' };
  for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email']) {
    const { status, body } = await app.stranger('POST', path, person, rebound);
    expect([status, codeOf(body)]).toEqual([403, 'auth.foreign_origin']);
  }
});

it('serves this machine by its own names, a proxy with TLS, and programs', async () => {
  const wrong = { email: 'nobody@example.com', password: 'correct horse battery' };
  const own = ['http://localhost:3000', 'http://books.localhost', 'http://127.0.0.1:3000', 'http://[::1]:3000'];
  const signIn = (headers: Record<string, string>) => app.stranger('POST', '/api/auth/sign-in/email', wrong, headers);
  for (const origin of own) expect((await signIn({ origin, 'sec-fetch-site': 'same-origin' })).status).toBe(401);
  expect((await signIn({ origin: 'https://books.example' })).status).toBe(401);
  expect((await signIn({})).status).toBe(401);
});
