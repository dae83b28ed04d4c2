import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { defineConnectionType } from '#nodes/kit/connection-type.ts';
import { defineConnector } from '#nodes/kit/connector.ts';
import type { ListValue } from '#nodes/kit/lists.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import type { KnownList } from '#schemas/api/lists.ts';
import type { MappingDetail } from '#schemas/api/mappings.ts';
import { RemoteDownError } from '#schemas/errors.ts';
import { defineMessages } from '#schemas/messages.ts';
import { connection } from '../db/schema/index.ts';
import { acmeRegistry } from '../http/testing/acme.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';

const said = defineMessages('listed', {
  away: { text: { en: 'Away with {key}', fr: 'Absent avec {key}', nl: 'Weg met {key}' } },
});
const SECRET = 'very-secret-key';
/** What the system has; null while it is away. */
const shelf: { accounts: readonly ListValue[] | null; methods: readonly ListValue[] } = { accounts: [], methods: [] };

const listed = defineConnectionType({
  id: 'listed',
  texts: {
    title: { en: 'Listed', fr: 'Listé', nl: 'Gelijst' },
    description: { en: 'Listed', fr: 'Listé', nl: 'Gelijst' },
    fields: { en: {}, fr: {}, nl: {} },
  },
  fields: { type: 'object', properties: { key: { type: 'string' } } },
  secrets: ['key'],
  messages: said.catalogue,
  lists: {
    accounts: async ({ connection: { secrets } }) => {
      if (!shelf.accounts) throw new RemoteDownError(said.build.away({ key: secrets['key'] ?? '' }));
      return shelf.accounts;
    },
    'payment-methods': async () => shelf.methods,
  },
  test: async () => ({ findings: [] }),
});

let app: TestApp;
let call: Person;
let connectionId: string;
beforeAll(async () => {
  const registry = registryOf([
    ...acmeRegistry().connectors,
    defineConnector({ id: 'listed', nodeTypes: [], connectionTypes: [listed] }),
  ]);
  app = await startTestApp({ registry });
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  ({ call } = person);
  const { workspaceId } = person;
  connectionId = uuidv7();
  const sealedSecrets = app.deps.vault.seal({ key: SECRET }, { workspaceId, connectionId });
  const row = { id: connectionId, workspaceId, type: 'listed', name: 'Livres', fields: {}, sealedSecrets };
  await app.deps.db.insert(connection).values({ ...row, secretsSet: ['key'] });
  shelf.accounts = [
    { value: '700000', name: 'Ventes' },
    { value: '451000', name: 'TVA', details: { kind: 'vat' } },
  ];
  shelf.methods = [{ value: 'bacs', name: 'Virement' }];
});

const itemsOf = (reply: { readonly status: number; readonly body: unknown }) => {
  expect(reply.status).toBe(200);
  return (reply.body as { items: KnownList[] }).items;
};
const refresh = async (body: object = {}) => itemsOf(await call('POST', '/api/lists/refresh', body));
const known = async (query = '') => itemsOf(await call('GET', `/api/lists${query}`));
const valuesOf = (items: readonly KnownList[], list: string) =>
  items.find((one) => one.list === list)?.values.map(({ value, vanishedAt }) => [value, vanishedAt === null]);

it('AT-048 lists of the books are read live, and kept until they are read again', async () => {
  expect(await known()).toMatchObject([
    { list: 'accounts', readAt: null, values: [], connection: { name: 'Livres' } },
    { list: 'payment-methods', readAt: null, values: [] },
  ]);
  const read = await refresh({ list: 'accounts' });
  expect(read[0]?.values).toMatchObject([
    { value: '700000', name: 'Ventes', details: {} },
    { value: '451000', name: 'TVA', details: { kind: 'vat' } },
  ]);
  shelf.accounts = [...(shelf.accounts ?? []), { value: '580000', name: 'Virements' }];
  expect(valuesOf(await known(), 'accounts')).toHaveLength(2);
  expect(valuesOf(await refresh(), 'accounts')).toHaveLength(3);
});

it('AT-047 after a refresh new values are there, and what vanished but is still mapped is flagged and not dropped', async () => {
  await refresh();
  const { id } = (await call('POST', '/api/mappings', { name: 'Tables' })).body as MappingDetail;
  const rules = [
    { id: uuidv4(), table: 'sales', match: {}, set: { withVat: '700000', withoutVat: '7000{rate}' }, note: '' },
    { id: uuidv4(), table: 'payments', match: { method: 'VIREMENT' }, set: { account: '451000' }, note: '' },
    { id: uuidv4(), table: 'payments', match: { method: 'jamais vu' }, set: {}, note: '' },
  ];
  await call('PUT', `/api/mappings/${id}`, { revision: 1, rules });
  shelf.accounts = [{ value: '700100', name: 'Ventes BE' }];
  shelf.methods = [{ value: 'stripe', name: 'Carte' }];
  const items = await refresh({ mapping: id });
  expect(valuesOf(items, 'accounts')).toEqual([
    ['700100', true],
    ['700000', false],
    ['451000', false],
  ]);
  const { vanished, ruleRows } = (await call('GET', `/api/mappings/${id}`)).body as MappingDetail;
  expect(ruleRows).toEqual(rules);
  expect(vanished.map(({ rule, part, field, value, list }) => [rule, part, field, value, list])).toEqual([
    [rules[0]?.id, 'set', 'withVat', '700000', 'accounts'],
    [rules[1]?.id, 'match', 'method', 'VIREMENT', 'payment-methods'],
    [rules[1]?.id, 'set', 'account', '451000', 'accounts'],
  ]);
  // What comes back is flagged no longer.
  shelf.methods = [{ value: 'bacs', name: 'Virement' }];
  shelf.accounts = [
    { value: '700000', name: 'Ventes' },
    { value: '451000', name: 'TVA' },
  ];
  await refresh();
  expect(((await call('GET', `/api/mappings/${id}`)).body as MappingDetail).vanished).toEqual([]);
});

it('a list that cannot be read keeps its values, says why without the secret, and does not stop the others', async () => {
  await refresh();
  shelf.accounts = null;
  shelf.methods = [{ value: 'paypal', name: 'PayPal' }];
  const items = await refresh();
  expect(valuesOf(items, 'accounts')).toEqual([
    ['700000', true],
    ['451000', true],
  ]);
  expect(items[0]?.problem).toMatchObject({ code: 'listed.away' });
  expect(JSON.stringify(items)).not.toContain(SECRET);
  expect(valuesOf(items, 'payment-methods')).toEqual([
    ['paypal', true],
    ['bacs', false],
  ]);
  shelf.accounts = [];
  expect((await refresh())[0]?.problem).toBeNull();
});

it('values that a database cannot keep, that are there twice or say nothing are tidied', async () => {
  shelf.accounts = [
    { value: ' 70\0 ', name: '' },
    { value: '70', name: 'again' },
    { value: '  ', name: 'nothing' },
  ];
  const [accounts] = await refresh({ connection: connectionId });
  expect(accounts?.values).toMatchObject([{ value: '70', name: '70' }]);
});

it('a viewer sees the lists and does not have them read', async () => {
  const owner = await app.person();
  const viewer = await app.person({ role: 'viewer', workspaceId: owner.workspaceId });
  expect((await viewer.call('GET', '/api/lists')).status).toBe(200);
  expect((await viewer.call('POST', '/api/lists/refresh', {})).status).toBe(403);
});
