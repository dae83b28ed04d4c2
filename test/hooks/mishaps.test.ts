import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepHook } from '#server/hooks/sweep-hook.ts';
import { HookWorld, until } from './hook-world.ts';

const ORDERS = 600;
const FIRST = 10_000;
const BURST = 100;

/** The same mishaps each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

let world: HookWorld;
beforeAll(async () => {
  world = await HookWorld.open();
});
afterAll(() => world.close());

test(`of ${ORDERS} sales, with a tenth of the webhooks lost, a tenth doubled and their order shuffled, each is posted once after the sweep`, {
  timeout: 300_000,
}, async () => {
  await world.startWorker();
  const flowId = await world.switchOn();
  await until(async () => (await world.automation(flowId)).hooks[0]?.status === 'active');

  const random = seeded(7);
  const told = { due: 0, dropped: 0, doubled: 0, accepted: 0, refused: 0 };
  for (let from = 0; from < ORDERS; from += BURST) {
    for (let id = FIRST + from; id < FIRST + from + BURST; id += 1) {
      world.buy(id);
      if (id % 3 === 0) world.touch(id);
    }
    const counts = await world.shop.hooks.deliver({ drop: 0.1, double: 0.1, shuffle: true, random });
    for (const name of Object.keys(told) as (keyof typeof told)[]) told[name] += counts[name];
  }
  await world.settled(flowId);
  const before = await world.postedTimes(flowId);
  const runsBefore = (await world.runs(flowId)).length;

  await sweepHook(world.services, (await world.hookOf(flowId)).id);
  await world.settled(flowId);
  const after = await world.postedTimes(flowId);
  const runs = await world.runs(flowId);

  const twice = [...after.values()].filter((count) => count > 1).length;
  const missing = ORDERS - after.size;
  const booked = world.bookedTimes();
  const bookedTwice = [...booked.values()].filter((count) => count > 1).length;
  console.info(
    `webhooks: ${ORDERS} sales; ${told.due} calls due, ${told.dropped} lost, ${told.doubled} doubled, ${told.accepted} taken; ` +
      `posted before the sweep ${before.size}, after it ${after.size}; twice ${twice}, missing ${missing}; ` +
      `${booked.size} entries in the books, ${bookedTwice} of them twice; ` +
      `${runsBefore} runs, ${runs.length} with the sweep's`,
  );
  expect(told.refused).toBe(0);
  expect(told.dropped).toBeGreaterThan(ORDERS / 20);
  expect(told.doubled).toBeGreaterThan(ORDERS / 20);
  expect(before.size).toBeLessThan(ORDERS);
  expect([after.size, twice, missing]).toEqual([ORDERS, 0, 0]);
  expect(booked.size).toBeGreaterThanOrEqual(ORDERS);
  expect(bookedTwice).toBe(0);
  expect(new Set(runs.map((run) => run.status))).toEqual(new Set(['succeeded']));
  // A burst becomes few runs, not one for each call.
  expect(runs.length).toBeLessThan(ORDERS / 4);

  await sweepHook(world.services, (await world.hookOf(flowId)).id);
  await world.settled(flowId);
  expect((await world.runs(flowId)).length).toBeLessThanOrEqual(runs.length + 1);
  expect(await world.postedTimes(flowId)).toEqual(after);
});
