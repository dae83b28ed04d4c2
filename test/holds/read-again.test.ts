import { afterEach, expect, it, vi } from 'vitest';
import { retryHolds } from '#server/holds/retry-holds.ts';
import { countRun } from '#server/runs/count-outcomes.ts';
import { CALLER, PlantedEngine } from './planted-engine.ts';
import { PLANTED, plantShop, type ShopOptions } from './planted-shop.ts';

/** A machine that has other things to do takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const ORDERS = 1000;
const MENDED = { exchangeRates: [{ currency: 'USD', rate: '0.92' }] };

let engine: PlantedEngine;
afterEach(() => engine.database.drop());

/** Runs a planted shop, mends what is in dollars, and tries everything of the flow again. */
async function mendAndRetry(options: ShopOptions) {
  const shop = plantShop(ORDERS, options);
  engine = await PlantedEngine.create(shop);
  const flowId = await engine.publish({});
  await engine.runAll(flowId);
  const before = await engine.postedKeys();
  await engine.publish(MENDED);
  const { runs, count } = await retryHolds(engine.services, CALLER, { which: { flow: flowId } });
  const [{ id: runId = '' } = {}] = runs;
  await engine.drain(runId);
  const released = (await engine.postedKeys()).filter((key) => !before.includes(key));
  return { shop, count, counts: await countRun(engine.services.db, runId), released };
}

it('a source that cannot read documents again: they are taken as they were read before', async () => {
  const { shop, count, counts, released } = await mendAndRetry({ canFetch: false });
  expect(counts).toMatchObject({ total: count - PLANTED.torn.count, posted: PLANTED.dollars.count, failed: 0 });
  expect(released).toEqual(shop.keysOf('dollars').sort());
  // Of what could never be read there is nothing to take: it waits on and still says why.
  const failed = (await engine.causes()).filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ message, count: torn }) => [message.code, torn])).toEqual([
    ['planted.torn', PLANTED.torn.count],
  ]);
});

it('documents that were deleted in their source meanwhile wait on, and say so', async () => {
  const { shop, counts, released } = await mendAndRetry({ deleted: 'pounds' });
  expect(counts.posted).toBe(PLANTED.dollars.count);
  expect(released).toEqual(shop.keysOf('dollars').sort());
  const gone = (await engine.causes()).find(({ message }) => message.code === 'holds.gone');
  expect(gone?.count).toBe(PLANTED.pounds.count);
  expect((await engine.waitingKeys()).filter((key) => shop.keysOf('pounds').includes(key))).toHaveLength(
    PLANTED.pounds.count,
  );
});
