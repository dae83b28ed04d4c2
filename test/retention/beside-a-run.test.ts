import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { prune } from '#server/retention/prune.ts';
import { EngineHarness } from '../engine/harness.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { daysAgo, makePartitions, plantFlow, plantRun } from './planted-days.ts';

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  engine = await EngineHarness.create();
  shop = await startFakeShop({ shop: shopOf((await recordedCases()).map(({ name }) => recordedCase(name))) });
});
afterAll(async () => {
  await shop.close();
  await engine.database.drop();
});

it('a run goes its way while day after day is planted and dropped beside it, and ends as one that was alone', async () => {
  const { db } = engine.database;
  const flowId = await engine.publish(shop, { perPage: 2, fileName: 'beside' });
  const planted = await plantFlow(db);
  const alone = await engine.start(flowId, 'cli');
  await engine.drain(alone);
  const expected = await engine.counts(alone);
  const otherFlow = await engine.publishFlow(
    { ...engine.template('woocommerce-fec', { perPage: 2 }), name: 'Beside' },
    shop,
  );
  const runId = await engine.start(otherFlow);
  let isOver = false;
  const running = engine.drain(runId).finally(() => {
    isOver = true;
  });
  let dropped = 0;
  for (let day = 200; !isOver; day -= 1) {
    await makePartitions(db, daysAgo(day));
    await plantRun(db, planted, { day: daysAgo(day), documents: 1 });
    dropped += (await prune(db, pino({ level: 'silent' }), new Date())).dropped.length;
  }
  await running;
  expect(dropped).toBeGreaterThanOrEqual(2);
  expect(await engine.counts(runId)).toEqual(expected);
  expect((await engine.status(runId)).problem).toBeNull();
});
