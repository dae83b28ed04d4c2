import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { hold, run } from '#server/db/schema/index.ts';
import { cancelRun } from '#server/jobs/control.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

/** An order of 1 October, of which a line was given back on the 4th. */
const CASE = 'prices-incl__refund-partial-one-line';

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver;
beforeAll(async () => {
  engine = await EngineHarness.create();
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books.close();
});

let flows = 0;
async function publish(creditNotes: string): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf([recordedCase(CASE)]) });
  books = await startReceiver({ manner: 'key' });
  const template = toTarget(engine.template('woocommerce-fec', {}), 'key');
  const { entries } = template.nodes;
  if (!entries) throw new Error('the template has changed');
  const config = { ...entries.config, controls: { creditNotes } };
  const nodes = { ...template.nodes, entries: { ...entries, config } };
  const flow: FlowDefinition = { ...template, name: `credit notes ${flows}`, nodes };
  return engine.publishFlow(flow, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
}

async function runOver(flowId: string, from: string, to: string): Promise<string> {
  const runId = await engine.start(flowId, 'cli', { from, to });
  await engine.drain(runId);
  return runId;
}

const holdsOf = async (flowId: string) => {
  const rows = await engine.database.db.select().from(hold).where(eq(hold.flowId, flowId));
  return rows.map(({ code }) => code);
};
const booked = async (flowId: string) => {
  const rows = await engine.postings(flowId);
  return rows.map(({ kind, sourceDocument }) => `${kind} ${sourceDocument.split(':').at(-1)}`).sort();
};
const retriesOf = (flowId: string) =>
  engine.database.db
    .select()
    .from(run)
    .where(and(eq(run.flowId, flowId), eq(run.trigger, 'retry')));

it('AT-086 with “only of booked sales” a refund of an order not booked waits, and is booked once the order is', async () => {
  const flowId = await publish('of-booked');
  await runOver(flowId, '2026-10-03', '2026-10-31');
  expect(await booked(flowId)).toEqual([]);
  expect(await holdsOf(flowId)).toEqual(['run.sale_not_booked']);

  const sold = await runOver(flowId, '2026-10-01', '2026-10-01');
  const [retry, ...others] = await retriesOf(flowId);
  expect(others).toEqual([]);
  expect(retry).toMatchObject({ parentId: sold, mode: 'live', isLimited: true, startedBy: null });
  await engine.drain(retry?.id ?? '');
  expect(await booked(flowId)).toEqual(['credit-note 53', 'payment 52', 'payment 53', 'sale 52'].sort());
  expect(await holdsOf(flowId)).toEqual([]);
  // The run that booked the credit note books no sale, and so starts no other.
  expect(await retriesOf(flowId)).toHaveLength(1);
});

it('AT-086 with “all” a refund is booked whatever became of its order', async () => {
  const flowId = await publish('all');
  await runOver(flowId, '2026-10-03', '2026-10-31');
  expect(await booked(flowId)).toEqual(['credit-note 53', 'payment 53']);
  expect(await retriesOf(flowId)).toEqual([]);
});

it('AT-086 a refund read together with its order is booked along with it', async () => {
  const flowId = await publish('of-booked');
  await runOver(flowId, '2026-10-01', '2026-10-31');
  expect(await booked(flowId)).toHaveLength(4);
  expect(await holdsOf(flowId)).toEqual([]);
});

it('AT-086 a refund whose order was booked by a run that was stopped after it is booked along with the next run', async () => {
  const flowId = await publish('of-booked');
  await runOver(flowId, '2026-10-03', '2026-10-31');
  expect(await holdsOf(flowId)).toEqual(['run.sale_not_booked']);
  const stopped = await engine.start(flowId, 'cli', { from: '2026-10-01', to: '2026-10-01' });
  const isSold = async () =>
    (await engine.postings(flowId)).some(({ kind, status }) => `${kind} ${status}` === 'sale posted');
  while (!(await isSold())) await engine.step(stopped);
  expect(await cancelRun(engine.database.db, stopped)).toBe(true);
  expect(await holdsOf(flowId)).toEqual(['run.sale_not_booked']);

  // A run that finds nothing.
  await runOver(flowId, '2026-09-01', '2026-09-02');
  const [retry] = await retriesOf(flowId);
  await engine.drain(retry?.id ?? '');
  expect(await booked(flowId)).toContain('credit-note 53');
  expect(await holdsOf(flowId)).toEqual([]);
  await runOver(flowId, '2026-09-01', '2026-09-02');
  expect(await retriesOf(flowId)).toHaveLength(1);
});
