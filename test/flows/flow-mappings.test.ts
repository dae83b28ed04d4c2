import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Flow } from '#schemas/api/flows.ts';
import type { MappingDetail, MappingSummary } from '#schemas/api/mappings.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from '#server/cli/headless-flow.ts';
import { mapping } from '#server/db/schema/index.ts';
import { readFlowBundle, writeFlowFile } from '#server/flows/flow-file.ts';
import { acmeFlow } from '#server/http/testing/acme.ts';
import { type Person, startTestApp, type TestApp } from '#server/http/testing/test-app.ts';

let app: TestApp;
let call: Person;
let file: string;
let mappingId: string;
const rules = [
  { id: uuidv4(), table: 'journals', match: { method: 'stripe*' }, set: { sales: 'VT2' }, note: 'cartes' },
  { id: uuidv4(), table: 'journals', match: {}, set: { sales: 'VT' }, note: '' },
];
beforeAll(async () => {
  app = await startTestApp();
  ({ call } = await app.person());
  mappingId = ((await call('POST', '/api/mappings', { name: 'Ventes' })).body as MappingDetail).id;
  await call('PUT', `/api/mappings/${mappingId}`, { revision: 1, rules });
  const { entries, ...others } = acmeFlow().nodes;
  const definition = { ...acmeFlow(), nodes: { ...others, entries: { ...entries, config: { mapping: mappingId } } } };
  const { id } = (await call('POST', '/api/flows', { name: 'Acme', definition })).body as Flow;
  file = JSON.stringify((await call('GET', `/api/flows/${id}/export`)).body);
});
afterAll(() => app.close());

const namedBy = (flow: Flow) => String(flow.draft.nodes['entries']?.config['mapping']);
const importInto = async (person: Person, text = file) => {
  const reply = await person('POST', '/api/flows/import', { text });
  expect(reply.status).toBe(200);
  return reply.body as Flow;
};
const namesIn = async (person: Person) =>
  ((await person('GET', '/api/mappings')).body as { items: MappingSummary[] }).items.map(({ name }) => name);

it('a flow file carries the mapping tables that the flow names, and reading and writing it gives the same bytes', () => {
  const { flow, mappings } = readFlowBundle(file);
  expect(mappings).toEqual({ [mappingId]: { name: 'Ventes', rules } });
  const text = writeFlowFile(flow, mappings);
  const again = readFlowBundle(text);
  expect(writeFlowFile(again.flow, again.mappings)).toBe(text);
});

it('in another workspace the tables are made anew with the same rules, under a name that is free', async () => {
  const other = await app.person();
  await other.call('POST', '/api/mappings', { name: 'Ventes' });
  const flow = await importInto(other.call);
  expect(namedBy(flow)).not.toBe(mappingId);
  const made = (await other.call('GET', `/api/mappings/${namedBy(flow)}`)).body as MappingDetail;
  expect(made.name).toBe('Ventes (2)');
  const plain = made.ruleRows.map(({ id: _, ...rule }) => rule);
  expect(plain).toEqual(rules.map(({ id: _, ...rule }) => rule));
  await importInto(other.call);
  expect(await namesIn(other.call)).toEqual(['Ventes', 'Ventes (2)', 'Ventes (3)']);
});

it('where it came from, a flow file works with the tables that are there', async () => {
  expect(namedBy(await importInto(call))).toBe(mappingId);
  expect(await namesIn(call)).toEqual(['Ventes']);
});

it('a file whose tables hold something that is not known is refused, and nothing of it is made', async () => {
  const other = await app.person();
  const bad = file.replace('"sales":"VT2"', '"oops":"VT2"');
  const refused = await other.call('POST', '/api/flows/import', { text: bad });
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain('oops');
  const odd = file.replace('"note":"cartes"', '"note":"cartes","colour":"red"');
  expect((await other.call('POST', '/api/flows/import', { text: odd })).status).toBe(422);
  expect(await namesIn(other.call)).toEqual([]);
});

it('a file that is run from the command line again and again works with the same tables', async () => {
  const { flow, mappings } = readFlowBundle(file);
  const services = { database: app.database, registry: app.deps.registry, vault: app.deps.vault };
  const first = await publishHeadless(services, flow, {}, mappings);
  expect(await publishHeadless(services, flow, {}, mappings)).toBe(first);
  const rows = (await app.deps.db.select().from(mapping)).filter((row) => row.workspaceId === HEADLESS_WORKSPACE);
  expect(rows.map(({ name, revision }) => [name, revision])).toEqual([['Ventes', 1]]);
});
