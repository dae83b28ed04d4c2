import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import type { Trouble } from '#nodes/http-target/testing/trouble.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { Database } from '#server/db/database.ts';
import { delivery, document, file, flow as flowTable, run } from '#server/db/schema/index.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { cancelRun } from '#server/jobs/control.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const CASE = 'prices-excl-round-at-subtotal__be-guest-simple-shipping';

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver | null = null;
beforeAll(async () => {
  engine = await EngineHarness.create([10, 10, 10, 10]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books?.close();
  books = null;
});

/** A worker whose clock is ahead: what it would do so many seconds later. */
async function advance(runId: string, seconds: number): Promise<void> {
  const services = { ...engine.services, now: () => new Date(Date.now() + seconds * 1000) };
  await advanceRun(services, runId, new AbortController().signal);
}

it('a second try whose worker is thought dead is not asked for while it may still arrive', async () => {
  // The sale and its payment: lost before they were booked, then under way for a while, then without trouble.
  const plan = (nth: number): Trouble | null => {
    if (nth <= 2) return { kind: 'close' };
    return nth <= 4 ? { kind: 'late', afterMs: 700 } : null;
  };
  shop = await startFakeShop({ shop: shopOf([recordedCase(CASE)]) });
  books = await startReceiver({ manner: 'lookup', plan });
  const flow = toTarget(engine.template('woocommerce-fec', {}), 'lookup', { settleSeconds: 30 });
  const flowId = await engine.publishFlow({ ...flow, name: 'late calls' }, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
  const runId = await engine.start(flowId);
  const calls = books.calls;
  while (calls() < 2) await engine.step(runId);
  const first = advance(runId, 31);
  while (calls() < 6) await sleep(5);
  // Another worker takes the run up, half a minute after the first try but a second after this one.
  await advance(runId, 32);
  await first;
  await books.settled();
  for (let later = 65; (await engine.status(runId)).status === 'running'; later += 31) await advance(runId, later);
  expect(await engine.postings(flowId)).toHaveLength(2);
  expect(books.bookings).toHaveLength(2);
});

it('a file does not leave any more once its run was cancelled, however late its worker is', async () => {
  const { db } = engine.database;
  shop = await startFakeShop({ shop: shopOf([recordedCase(CASE)]) });
  const flowId = await engine.publish(shop);
  const runId = await engine.start(flowId);
  const files = () => db.select().from(file).where(eq(file.runId, runId));
  while (!(await files()).some(({ status }) => status === 'complete')) await engine.step(runId);
  let worker: Promise<void> | null = null;
  await db.transaction(async (tx) => {
    await tx.select({ id: run.id }).from(run).where(eq(run.id, runId)).for('update');
    worker = engine.step(runId);
    const isWaiting = async () => (await tx.execute(`select 1 from pg_locks where not granted`)).length > 0;
    while (!(await isWaiting())) await sleep(5);
    expect(await cancelRun(tx as unknown as Database, runId)).toBe(true);
  });
  await worker;
  expect(await db.select().from(delivery).where(eq(delivery.runId, runId))).toEqual([]);
  expect(await engine.postings(flowId)).toEqual([]);
});

it('of two runs that both mean to book a document, one does', async () => {
  const { db } = engine.database;
  shop = await startFakeShop({ shop: shopOf([recordedCase(CASE)]) });
  books = await startReceiver({ manner: 'nothing', delayMs: 50 });
  const flow = toTarget(engine.template('woocommerce-fec', {}), 'nothing');
  const flowId = await engine.publishFlow({ ...flow, name: 'two at once' }, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
  await db.update(flowTable).set({ concurrency: 2 }).where(eq(flowTable.id, flowId));
  const runs = [await engine.start(flowId), await engine.start(flowId)];
  const entries = async (runId: string) =>
    (await db.select().from(document).where(eq(document.runId, runId))).filter(({ kind }) => kind === 'journal-entry');
  // Both have read the ledger, and found nothing in it, before either claims.
  for (const runId of runs) while ((await entries(runId)).length === 0) await engine.step(runId);
  await Promise.all(runs.map((runId) => engine.drain(runId)));
  expect(books.bookings).toHaveLength(2);
  expect((await engine.postings(flowId)).map(({ status }) => status)).toEqual(['posted', 'posted']);
  const counts = await Promise.all(runs.map((runId) => engine.counts(runId)));
  expect(counts.map(({ posted }) => posted).sort()).toEqual([0, 1]);
  expect(counts.map(({ skipped }) => skipped).sort()).toEqual([0, 1]);
});
