import { afterAll, beforeAll, expect, test } from 'vitest';
import { registryOf } from '#nodes/kit/registry.ts';
import type { FakeServer } from '#nodes/kit/testing.ts';
import { publishHeadless } from '#server/cli/headless-flow.ts';
import { posting } from '#server/db/schema/index.ts';
import { EngineHarness } from '../engine/harness.ts';
import { emporium, startInstallation } from './fake-installation.ts';

let engine: EngineHarness;
let installation: FakeServer;
beforeAll(async () => {
  const known = await EngineHarness.create();
  const registry = registryOf([...known.services.registry.connectors, emporium()]);
  engine = Object.assign(Object.create(known) as EngineHarness, { services: { ...known.services, registry } });
  installation = await startInstallation();
});
afterAll(async () => {
  await installation.close();
  await engine.database.drop();
});

/** A flow of the installation that reads these shops. */
async function publish(name: string, shops: readonly string[]): Promise<string> {
  const template = engine.template('woocommerce-fec', { fileName: name });
  const { orders } = template.nodes;
  if (!orders) throw new Error('the template has changed');
  const flow = {
    ...template,
    name,
    connections: { shop: { type: 'emporium' } },
    nodes: { ...template.nodes, orders: { ...orders, type: 'emporium-sales', version: 1, config: { shops } } },
  };
  const { registry, vault } = engine.services;
  const shop = { type: 'emporium', fields: { ...installation.fields, ...installation.secrets } };
  return publishHeadless({ database: engine.database, registry, vault }, flow, { shop });
}

async function bookedBy(flowId: string): Promise<string[]> {
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const rows = await engine.database.db.select().from(posting);
  const own = rows.filter((row) => row.flowId === flowId).map((row) => row.sourceDocument);
  return [...new Set(own)].sort();
}

test('AT-093 AT-162 two shops of one installation go to two flows, with no overlap and nothing left over', async () => {
  const paris = await bookedBy(await publish('Paris', ['paris']));
  const gent = await bookedBy(await publish('Gent', ['gent']));
  expect(paris).toEqual([1, 3, 5].map((id) => `emporium:paris:sale:${id}`));
  expect(gent).toEqual([2, 4, 6].map((id) => `emporium:gent:sale:${id}`));
});

test('AT-093 a flow in which no shop is ticked reads them all', async () => {
  expect(await bookedBy(await publish('All', []))).toHaveLength(6);
});
