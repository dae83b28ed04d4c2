import { afterAll, beforeAll, expect, test } from 'vitest';
import { automationSchema } from '#schemas/api/automation.ts';
import { flowSchema } from '#schemas/api/flows.ts';
import { acmeFlow } from '../http/testing/acme.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';

let app: TestApp;
let editor: Person;
let viewer: Person;
let stranger: Person;
beforeAll(async () => {
  app = await startTestApp();
  const home = await app.person({ role: 'editor' });
  editor = home.call;
  viewer = (await app.person({ role: 'viewer', workspaceId: home.workspaceId })).call;
  stranger = (await app.person({ role: 'owner' })).call;
});
afterAll(() => app.close());

async function newFlow(isPublished: boolean): Promise<string> {
  const shop = await editor('POST', '/api/connections', {
    type: 'acme',
    name: 'Shop',
    fields: { url: 'https://shop.example/', key: 'abcd' },
  });
  const made = flowSchema.parse((await editor('POST', '/api/flows', { name: 'Flow', definition: acmeFlow() })).body);
  const bindings = { shop: (shop.body as { id: string }).id };
  const draft = { definition: made.draft, bindings, revision: made.draftRevision };
  const saved = flowSchema.parse((await editor('PUT', `/api/flows/${made.id}/draft`, draft)).body);
  if (!isPublished) return made.id;
  const published = await editor('POST', `/api/flows/${made.id}/publish`, { revision: saved.draftRevision, note: '' });
  expect(published.status).toBe(200);
  return made.id;
}

test('a flow is off until it is switched on, by somebody who may edit', async () => {
  const id = await newFlow(true);
  const path = `/api/flows/${id}/automation`;
  expect(automationSchema.parse((await viewer('GET', path)).body).isOn).toBe(false);
  expect((await viewer('PUT', path, { isOn: true })).status).toBe(403);
  expect(automationSchema.parse((await editor('PUT', path, { isOn: true })).body).isOn).toBe(true);
  expect(automationSchema.parse((await viewer('GET', path)).body).isOn).toBe(true);
});

test('a flow without a published version is not switched on, and the refusal says what to do', async () => {
  const id = await newFlow(false);
  const refused = await editor('PUT', `/api/flows/${id}/automation`, { isOn: true });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('Publish it first')]);
});

test('a flow of another workspace does not exist', async () => {
  const id = await newFlow(true);
  const path = `/api/flows/${id}/automation`;
  const hook = `${path}/hooks/01900000-0000-7000-8000-000000000000`;
  expect((await stranger('GET', path)).status).toBe(404);
  expect((await stranger('PUT', path, { isOn: true })).status).toBe(404);
  expect((await stranger('POST', `${hook}/check`)).status).toBe(404);
  expect((await stranger('POST', `${hook}/secret`)).status).toBe(404);
});

test('a flow that is put away is off', async () => {
  const id = await newFlow(true);
  await editor('PUT', `/api/flows/${id}/automation`, { isOn: true });
  expect((await editor('DELETE', `/api/flows/${id}`)).status).toBe(200);
  const [row] = await app.database.sql`select is_on from flow where id = ${id}`;
  expect(row?.['is_on']).toBe(false);
});
