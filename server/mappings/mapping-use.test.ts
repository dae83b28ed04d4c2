import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Flow } from '#schemas/api/flows.ts';
import type { MappingDetail, MappingSummary } from '#schemas/api/mappings.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { flow as flowTable } from '../db/schema/index.ts';
import { acmeFlow } from '../http/testing/acme.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';

let app: TestApp;
let call: Person;
let workspaceId: string;
let flowId: string;
let connectionId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ call, workspaceId } = await app.person());
  ({ flowId, connectionId } = await seedRun(app.deps.db, workspaceId, 1));
});

const create = async (name: string, more: object = {}) =>
  (await call('POST', '/api/mappings', { name, ...more })).body as MappingDetail;
const codes = (reply: Reply) => {
  const { error, problems = [] } = reply.body as { error: { code: string }; problems?: { code: string }[] };
  return [reply.status, ...problems.map(({ code }) => code), ...(problems.length > 0 ? [] : [error.code])];
};

function naming(mapping: string): FlowDefinition {
  const definition = acmeFlow();
  const { entries } = definition.nodes;
  if (!entries) throw new Error('the flow has no mapping');
  return { ...definition, nodes: { ...definition.nodes, entries: { ...entries, config: { journal: 'VT', mapping } } } };
}

/** Saves a draft that names a mapping and publishes it. */
async function publish(mapping: string): Promise<Reply> {
  const { draftRevision } = (await call('GET', `/api/flows/${flowId}`)).body as Flow;
  const draft = { definition: naming(mapping), bindings: { shop: connectionId }, revision: draftRevision };
  const saved = await call('PUT', `/api/flows/${flowId}/draft`, draft);
  const { draftRevision: revision } = saved.body as Flow;
  return call('POST', `/api/flows/${flowId}/publish`, { revision, note: '' });
}

it('a flow that names mapping tables which are not there, are another workspace’s or were put away is not published', async () => {
  const other = await app.person();
  const theirs = (await other.call('POST', '/api/mappings', { name: 'Leurs' })).body as MappingDetail;
  const away = await create('Archivée');
  await call('POST', `/api/mappings/${away.id}/archive`);
  expect(codes(await publish('01a20054-bd94-7677-a9a7-3b598c240b9a'))).toEqual([422, 'mappings.not_there']);
  expect(codes(await publish('no id at all'))).toEqual([422, 'mappings.not_there']);
  expect(codes(await publish(theirs.id))).toEqual([422, 'mappings.not_there']);
  expect(codes(await publish(away.id))).toEqual([422, 'mappings.put_away']);
  expect((await publish((await create('Bonne')).id)).status).toBe(200);
});

it('a mapping that a published flow names is not put away, and says which flow it is; one of a draft only is', async () => {
  const { id } = await create('Utilisée');
  expect((await publish(id)).status).toBe(200);
  const refused = await call('POST', `/api/mappings/${id}/archive`);
  expect(codes(refused)).toEqual([409, 'mappings.still_published']);
  const { items } = (await call('GET', '/api/mappings')).body as { items: MappingSummary[] };
  expect(items[0]?.flows).toEqual([{ id: flowId, name: 'Seeded', isPublished: true }]);
  expect((await publish((await create('Suivante')).id)).status).toBe(200);
  expect((await call('POST', `/api/mappings/${id}/archive`)).status).toBe(200);
});

it('of putting away and publishing at the same moment one is refused', async () => {
  const { id } = await create('Disputée');
  const [published, archived] = await Promise.all([publish(id), call('POST', `/api/mappings/${id}/archive`)]);
  const [row] = await app.deps.db.select().from(flowTable).where(eq(flowTable.id, flowId));
  const { archivedAt } = (await call('GET', `/api/mappings/${id}`)).body as MappingDetail;
  expect([published.status, archived.status].filter((status) => status === 200)).toHaveLength(1);
  expect(archivedAt === null).toBe(row?.publishedVersion !== 1);
});

it('a preset of a node type fills new tables, and a copied flow keeps naming its mapping', async () => {
  const { body } = await call('GET', '/api/mappings/presets');
  expect(body).toEqual({ items: [{ id: 'acme', name: { en: 'Acme', fr: 'Acme', nl: 'Acme' }, rules: 1 }] });
  const made = await create('Préremplie', { preset: 'acme' });
  expect(made.ruleRows).toMatchObject([{ table: 'journals', match: {}, set: { sales: 'VEN' } }]);
  await publish(made.id);
  const copy = (await call('POST', '/api/flows', { name: 'Copie', copyOf: flowId })).body as Flow;
  expect(copy.draft.nodes['entries']?.config['mapping']).toBe(made.id);
});
