import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConfigMigration, type NodeType, sameConfig } from '#nodes/kit/node-type.ts';
import { type Registry, registryOf } from '#nodes/kit/registry.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { isFinished } from '#schemas/outcome.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { flowVersion, run, runStep } from '#server/db/schema/index.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { startRun } from '#server/jobs/control.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { EngineHarness } from '../engine/harness.ts';

let engine: EngineHarness;
let shop: FakeShop;
let flowId: string;
beforeAll(async () => {
  engine = await EngineHarness.create();
  shop = await startFakeShop({ shop: shopOf([recordedCase('prices-incl__be-mixed-vat-21-12-6')]) });
  flowId = await engine.publish(shop);
});
afterAll(async () => {
  await shop.close();
  await engine.database.drop();
});

/** The installation after an update that brought another version of the node that makes entries. */
function updated(version: number, migrations: Readonly<Record<number, ConfigMigration>>): EngineServices {
  const update = (type: NodeType): NodeType => (type.id === 'journal-entry' ? { ...type, version, migrations } : type);
  const registry: Registry = registryOf(
    engine.services.registry.connectors.map((one) => ({ ...one, nodeTypes: one.nodeTypes.map(update) })),
  );
  return { ...engine.services, registry };
}
const order = () => ({
  ...{ workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'dry' as const, trigger: 'cli' as const },
  ...{ period: null, startedBy: null },
});
async function drain(services: EngineServices, runId: string) {
  for (;;) {
    await advanceRun(services, runId, new AbortController().signal);
    const [row] = await services.db.select().from(run).where(eq(run.id, runId));
    if (!row || isFinished(row.status)) return row;
  }
}

it('runs a version made for an older node through its migrations, and leaves the version as it was published', async () => {
  const services = updated(3, { 1: (config) => ({ ...config, accounts: { payment: '512777' } }), 2: sameConfig });
  const runId = await startRun(services.db, services.registry, order());
  expect((await drain(services, runId))?.status).toBe('succeeded');
  const booked = await engine.database.sql`
    select count(*)::int as n from document, jsonb_array_elements(body -> 'lines') as line
    where run_id = ${runId} and kind = 'journal-entry' and line ->> 'account' = '512777'`;
  expect(booked[0]?.['n']).toBeGreaterThan(0);
  const isEntries = and(eq(runStep.runId, runId), eq(runStep.nodeType, 'journal-entry'));
  const [step] = await services.db.select().from(runStep).where(isEntries);
  expect(step?.nodeVersion).toBe(3);
  const [version] = await services.db.select().from(flowVersion).where(eq(flowVersion.flowId, flowId));
  const stored = Object.values(version?.definition.nodes ?? {}).find((node) => node.type === 'journal-entry');
  expect(stored?.version).toBe(1);
  expect(stored?.config).not.toHaveProperty('accounts');
});

it('does not start a version that nothing brings to the present, and says what to do', async () => {
  const services = updated(2, {});
  await expect(startRun(services.db, services.registry, order())).rejects.toMatchObject({
    detail: { code: 'flow.no_migration', remedy: expect.stringContaining('Update the connector') },
  });
});

it('ends a run that an update overtook with the reason, instead of booking with settings it does not know', async () => {
  const runId = await startRun(engine.database.db, engine.services.registry, order());
  const ended = await drain(updated(2, {}), runId);
  expect(ended).toMatchObject({ status: 'failed', problem: { code: 'run.flow_changed' } });
});
