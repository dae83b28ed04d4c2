import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findConnectorProblems } from '#nodes/kit/conformance.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { publishHeadless } from '#server/cli/headless-flow.ts';
import { stepLog } from '#server/db/schema/index.ts';
import { markBooked } from '#server/marks/mark-booked.ts';
import { MARK } from '#server/marks/mark-jobs.ts';
import { EngineHarness } from '../engine/harness.ts';
import { type Installation, notingEmporium, startInstallation } from './fake-installation.ts';

let engine: EngineHarness;
let installation: Installation;
beforeAll(async () => {
  const known = await EngineHarness.create();
  const registry = registryOf([...known.services.registry.connectors, notingEmporium()]);
  engine = Object.assign(Object.create(known) as EngineHarness, { services: { ...known.services, registry } });
  installation = await startInstallation();
});
afterAll(async () => {
  await installation.close();
  await engine.database.drop();
});
beforeEach(() => {
  installation.notes.clear();
  installation.answerNotes(200);
});

let flows = 0;
async function runWith(config: object): Promise<string> {
  flows += 1;
  const template = engine.template('woocommerce-fec', { fileName: `marks-${flows}` });
  const { orders, entries } = template.nodes;
  if (!orders || !entries) throw new Error('the template has changed');
  const customer = { auxiliaryMode: 'per-customer', prefix: 'WEB', length: 8 };
  const flow = {
    ...template,
    name: `Marks ${flows}`,
    connections: { shop: { type: 'emporium' } },
    nodes: {
      ...template.nodes,
      orders: { ...orders, type: 'emporium-sales', version: 1, config: { shops: [], ...config } },
      entries: { ...entries, config: { ...entries.config, customer } },
    },
  };
  const { registry, vault } = engine.services;
  const shop = { type: 'emporium', fields: { ...installation.fields, ...installation.secrets } };
  const runId = await engine.start(
    await publishHeadless({ database: engine.database, registry, vault }, flow, { shop }),
  );
  expect(await engine.drain(runId)).toBe('succeeded');
  expect(await engine.counts(runId)).toMatchObject({ total: 6, posted: 6 });
  return runId;
}

async function jobsOf(runId: string) {
  const rows = await engine.database.sql`
    select j.payload, j.run_at as "runAt" from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${MARK} and j.payload ->> 'runId' = ${runId}`;
  return rows.map(({ payload, runAt }) => ({ attempt: payload.attempt as number, runAt: new Date(String(runAt)) }));
}

async function saidIn(runId: string): Promise<string[]> {
  const { db } = engine.database;
  const lines = await db
    .select()
    .from(stepLog)
    .where(and(eq(stepLog.runId, runId), eq(stepLog.nodeId, 'orders')));
  return lines.map(({ level, message }) => `${level} ${message.code}`).filter((line) => line.includes(' mark.'));
}

test('AT-165 AT-111 nothing is written to the source unless somebody switched it on', async () => {
  const runId = await runWith({});
  expect(await jobsOf(runId)).toEqual([]);
  await markBooked(engine.services, runId, 1);
  expect(installation.notes.size).toBe(0);
});

test('AT-165 AT-111 the source is told what was booked and the accounts of its customer, once the run is over', async () => {
  const runId = await runWith({ notes: true });
  expect(installation.notes.size).toBe(0);
  expect(await jobsOf(runId)).toMatchObject([{ attempt: 1 }]);
  await markBooked(engine.services, runId, 1);
  expect([...installation.notes.keys()].sort()).toEqual(
    [1, 2, 3, 4, 5, 6].map((id) => `emporium:${id % 2 === 1 ? 'paris' : 'gent'}:sale:${id}`).sort(),
  );
  const mark = installation.notes.get('emporium:paris:sale:1');
  expect(mark).toMatchObject({ auxiliaryAccount: 'WEB00039', day: '2026-10-31' });
  expect(mark?.ledgerAccount).toMatch(/^4/);
  expect(await saidIn(runId)).toEqual(['info mark.noted']);
});

test('AT-165 telling it again changes nothing, neither there nor in the ledger', async () => {
  const runId = await runWith({ notes: true });
  await markBooked(engine.services, runId, 1);
  const [notes, { flowId }] = [new Map(installation.notes), await engine.status(runId)];
  const before = await engine.postings(flowId);
  await markBooked(engine.services, runId, 1);
  expect(installation.notes).toEqual(notes);
  expect(await engine.postings(flowId)).toEqual(before);
  // What the source remembers decides nothing: an empty memory there books nothing again.
  installation.notes.clear();
  const again = await engine.start(flowId);
  await engine.drain(again);
  expect(await engine.counts(again)).toMatchObject({ posted: 0, skipped: 6 });
});

test('AT-111 AT-165 a source that refuses fails no posting: the log of the run says why', async () => {
  const runId = await runWith({ notes: true });
  installation.answerNotes(403);
  await markBooked(engine.services, runId, 1);
  expect((await engine.status(runId)).status).toBe('succeeded');
  const { flowId } = await engine.status(runId);
  expect((await engine.postings(flowId)).every(({ status }) => status === 'posted')).toBe(true);
  expect(await saidIn(runId)).toEqual(['warning mark.not_noted']);
});

test('AT-165 a source that does not answer is told later, a few times, and then left alone', async () => {
  const runId = await runWith({ notes: true });
  installation.answerNotes(503);
  await markBooked(engine.services, runId, 1);
  const [later] = await jobsOf(runId);
  expect(later?.attempt).toBe(2);
  expect(later?.runAt.getTime()).toBeGreaterThan(Date.now());
  expect(await saidIn(runId)).toEqual([]);
  await markBooked(engine.services, runId, 5);
  expect(await saidIn(runId)).toEqual(['warning mark.not_noted']);
  installation.answerNotes(200);
  await markBooked(engine.services, runId, 2);
  expect(installation.notes.size).toBe(6);
});

test('AT-165 a connector that notes conforms, and may ask for the right to do so when it says what for', () => {
  const purpose = { en: 'To note bookings', fr: 'Pour noter les écritures', nl: 'Om boekingen te noteren' };
  const [type] = notingEmporium().connectionTypes;
  if (!type) throw new Error('no connection type');
  const withRight = (right: object) => ({
    ...notingEmporium(),
    connectionTypes: [{ ...type, rights: [{ id: 'write_notes', access: 'write' as const, ...right }] }],
  });
  expect(findConnectorProblems('emporium', withRight({ purpose }), new Set(['emporium']))).toEqual([]);
  expect(findConnectorProblems('emporium', withRight({}), new Set(['emporium']))).toEqual([
    'connection emporium: does not say in every language what the right "write_notes" is for',
  ]);
});
