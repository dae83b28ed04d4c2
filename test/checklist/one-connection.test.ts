import { afterAll, beforeAll, expect, test } from 'vitest';
import { registryOf } from '#nodes/kit/registry.ts';
import type { Connection, ConnectionTest } from '#schemas/api/connections.ts';
import { acmeRegistry } from '#server/http/testing/acme.ts';
import { type Person, startTestApp, type TestApp } from '#server/http/testing/test-app.ts';
import { emporium } from './fake-installation.ts';

let app: TestApp;
let call: Person;
beforeAll(async () => {
  app = await startTestApp({ registry: registryOf([...acmeRegistry().connectors, emporium()]) });
  ({ call } = await app.person());
});
afterAll(() => app.close());

const fields = { url: 'https://nowhere.example', key: 'k4n4rie-emporium', dossier: 'D1' };

async function create(name: string, dossier: string, who: Person = call): Promise<Connection> {
  const body = { type: 'emporium', name, fields: { ...fields, dossier } };
  const reply = await who('POST', '/api/connections', body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as Connection;
}

test('F-16 BB-06 a second connection of an account that may have one only warns that it ends the first, and names it', async () => {
  const first = await create('The first', 'D1');
  expect(first.warnings).toEqual([]);
  const tried = await call('POST', '/api/connections/try', { type: 'emporium', fields: { ...fields, dossier: ' d1' } });
  expect((tried.body as ConnectionTest).findings).toMatchObject([
    { code: 'connection.only_one', params: { name: 'The first', system: 'Emporium' } },
  ]);

  const second = await create('The second', 'D1');
  expect(second.warnings).toMatchObject([{ code: 'connection.only_one', params: { name: 'The first' } }]);
  expect(second.warnings[0]?.remedy).toContain('The first');
  const { items } = (await call('GET', '/api/connections')).body as { items: Connection[] };
  expect(items.map(({ warnings }) => warnings.map(({ params }) => params['name']))).toEqual([
    ['The second'],
    ['The first'],
  ]);
});

test('F-16 another account is warned about nothing, nor is another workspace told of ours', async () => {
  expect((await create('Another dossier', 'D2')).warnings).toEqual([]);
  const stranger = await app.person();
  expect((await create('Theirs', 'D1', stranger.call)).warnings).toEqual([]);
});
