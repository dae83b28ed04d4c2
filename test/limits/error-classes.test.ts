import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NodeType } from '#nodes/kit/node-type.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { AuthError, PasserelleError, RemoteDownError, RemoteRefusedError, SettingsError } from '#schemas/errors.ts';
import { runStage, stepLog } from '#server/db/schema/index.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { limitMessages } from '#server/limits/limit-messages.ts';
import { EngineHarness } from '../engine/harness.ts';

/* One test a row of the table "What an error means" in docs/architecture.md. */

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  engine = await EngineHarness.create([5_000]);
  shop = await startFakeShop({ shop: shopOf([recordedCase('prices-excl__be-mixed-vat-21-12-6')]) });
});
afterAll(async () => {
  await shop.close();
  await engine.database.drop();
});

type Stage = 'source' | 'deliver';

/** Nodes of that kind throw; the others are as they are. */
function failing(type: NodeType, stage: Stage, error: Error): NodeType {
  const fail = () => Promise.reject(error);
  if (type.kind === 'source' && stage === 'source') return { ...type, read: fail };
  if (type.kind === 'deliver' && stage === 'deliver') return { ...type, deliver: fail };
  return type;
}

let flows = 0;
/** Takes a new run as far as the error lets it, and tells what became of it. */
async function meet(stage: Stage, error: Error) {
  flows += 1;
  const { registry } = engine.services;
  const nodeTypes = new Map([...registry.nodeTypes].map(([id, type]) => [id, failing(type, stage, error)]));
  const services = { ...engine.services, registry: { ...registry, nodeTypes } };
  const flowId = await engine.publish(shop, { perPage: 10, fileName: `errors-${flows}` });
  await engine.database.sql`update flow set name = ${`errors ${flows}`} where id = ${flowId}`;
  const runId = await engine.start(flowId);
  await engine.database.sql`delete from graphile_worker._private_jobs`;
  while ((await advanceRun(services, runId, new AbortController().signal)) === 'on');
  const { db, sql } = engine.database;
  const isRunning = and(eq(runStage.runId, runId), eq(runStage.status, 'running'));
  const [open] = await db.select().from(runStage).where(isRunning);
  const [job] = await sql`
    select extract(epoch from max(run_at) - now())::float8 as seconds from graphile_worker._private_jobs
    where payload ->> 'runId' = ${runId}`;
  const lines = await db.select().from(stepLog).where(eq(stepLog.runId, runId));
  const { status, problem } = await engine.status(runId);
  return {
    status,
    problem: problem?.code ?? null,
    attempts: open?.attempts ?? null,
    seconds: (job?.['seconds'] ?? null) as number | null,
    codes: lines.map(({ message }) => message.code),
  };
}

const detail = limitMessages.build.closed();
const wait = limitMessages.build.turn({ seconds: '12' });
const STAGES: readonly Stage[] = ['source', 'deliver'];

it.each(STAGES)(
  '%s: a system that is down is tried again after the usual wait, give or take a fifth',
  async (stage) => {
    const met = await meet(stage, new RemoteDownError(detail));
    expect(met).toMatchObject({ status: 'running', problem: null, attempts: 1 });
    expect(met.seconds).toBeGreaterThan(3);
    expect(met.seconds).toBeLessThanOrEqual(6);
    expect(met.codes).toContain('run.trying_again');
  },
);

it.each(STAGES)('%s: a system that says how long to wait is left alone for so long', async (stage) => {
  const met = await meet(stage, new RemoteDownError(detail, { retry: { afterMs: 90_000 }, notSent: true }));
  expect(met).toMatchObject({ status: 'running', attempts: 1 });
  expect(met.seconds).toBeGreaterThan(85);
  expect(met.seconds).toBeLessThanOrEqual(90);
});

it.each(STAGES)('%s: a call that only waits for its turn uses up no attempt', async (stage) => {
  const met = await meet(stage, new RemoteDownError(wait, { retry: { afterMs: 12_000 }, notSent: true }));
  expect(met).toMatchObject({ status: 'running', problem: null, attempts: 0 });
  expect(met.seconds).toBeGreaterThan(10);
  expect(met.seconds).toBeLessThanOrEqual(12);
  expect(met.codes).toContain('limit.turn');
  expect(met.codes).not.toContain('run.trying_again');
});

it.each(
  STAGES.flatMap((stage) => [
    [stage, 'refused credentials', new AuthError(detail)] as const,
    [stage, 'a setting that is wrong', new SettingsError(detail)] as const,
    [stage, 'a request that the system refuses', new RemoteRefusedError(detail)] as const,
    [stage, 'any other error with a message', new PasserelleError(detail)] as const,
  ]),
)('%s: %s stop the run at once, with the reason', async (stage, _name, error) => {
  expect(await meet(stage, error)).toMatchObject({ status: 'failed', problem: 'limit.closed', seconds: null });
});

it.each(STAGES)('%s: a fault in a connector stops the run and names the node', async (stage) => {
  const met = await meet(stage, new TypeError('cannot read properties of undefined'));
  expect(met).toMatchObject({ status: 'failed', problem: 'run.node_crashed', seconds: null });
});
