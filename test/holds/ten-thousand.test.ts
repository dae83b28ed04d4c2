import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { HoldCause } from '#schemas/api/holds.ts';
import { decimal } from '#schemas/money.ts';
import { retryHolds } from '#server/holds/retry-holds.ts';
import { countRun } from '#server/runs/count-outcomes.ts';
import { CALLER, PlantedEngine } from './planted-engine.ts';
import { PLANTED, type PlantedShop, plantShop, type Trouble } from './planted-shop.ts';

/** A machine that has other things to do takes its time. */
vi.setConfig({ testTimeout: 180_000 });

const ORDERS = 10_000;
const TROUBLES = Object.keys(PLANTED) as Trouble[];
const IN_TROUBLE = Object.values(PLANTED).reduce((sum, { count }) => sum + count, 0);

let engine: PlantedEngine;
let shop: PlantedShop;
let flowId: string;
beforeAll(async () => {
  shop = plantShop(ORDERS);
  engine = await PlantedEngine.create(shop);
  flowId = await engine.publish({});
});
afterAll(() => engine.database.drop());

const figures = ({ message, count, sums }: HoldCause) => ({ code: message.code, count, sums });
const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
const keysOf = (troubles: readonly Trouble[]) => troubles.flatMap((trouble) => shop.keysOf(trouble)).sort();

/** What the queue must say of these troubles, worked out from what was planted. */
function expected(troubles: readonly Trouble[]) {
  return troubles.map((trouble) => {
    const { code, count, total, currency } = PLANTED[trouble];
    const sums = total === null ? [] : [{ currency, amount: decimal(total).times(count).toFixed(2) }];
    return { code, count, sums };
  });
}

it('counts 10,000 orders with seven planted causes by cause, exactly', async () => {
  await engine.runAll(flowId);
  const found = await engine.causes();
  console.info(
    [
      `${ORDERS} orders, ${IN_TROUBLE} in trouble:`,
      ...found.map(({ count, message }) => `${String(count).padStart(5)} ${message.code} – ${message.remedy}`),
    ].join('\n'),
  );
  expect(sorted(found.map(figures))).toEqual(sorted(expected(TROUBLES)));
  expect(await engine.waitingKeys()).toEqual(keysOf(TROUBLES));
  expect((await engine.postedKeys()).length).toBe(ORDERS - IN_TROUBLE);
});

it('leads each cause that a setting mends to that setting', async () => {
  const places = (await engine.causes()).map(({ message, flows }) => [message.code, flows[0]?.mend?.setting ?? null]);
  expect(Object.fromEntries(places)).toEqual({
    'vat.unmapped_rate': 'vatRules',
    'entry.currency_without_rate': 'exchangeRates',
    'vat.outside_eu': 'vatRules',
    'vat.untaxed_eu_consumer': 'vatRules',
    'entry.difference_too_big': 'rounding.limit',
    'planted.torn': null,
  });
});

it('releases exactly the documents of one cause once it is mended: the others wait on, nothing is posted twice', async () => {
  const before = await engine.postedKeys();
  const mended = (await engine.causes()).find(({ message }) => message.remedy?.includes('USD'));
  await engine.publish({ exchangeRates: [{ currency: 'USD', rate: '0.92' }] });
  const { runs, count } = await retryHolds(engine.services, CALLER, { which: { cause: mended?.id }, version: 2 });
  const [{ id: runId = '' } = {}] = runs;
  expect(count).toBe(PLANTED.dollars.count);
  await engine.drain(runId);

  const counts = await countRun(engine.services.db, runId);
  console.info(`retry with version 2: ${JSON.stringify(counts)}; ${shop.fetched()} documents read again`);
  expect(counts).toMatchObject({ total: PLANTED.dollars.count, posted: PLANTED.dollars.count });
  expect(shop.fetched()).toBe(PLANTED.dollars.count);
  const others = TROUBLES.filter((trouble) => trouble !== 'dollars');
  expect(sorted((await engine.causes()).map(figures))).toEqual(sorted(expected(others)));
  expect(await engine.waitingKeys()).toEqual(keysOf(others));
  const after = await engine.postedKeys();
  expect(after).toEqual([...before, ...shop.keysOf('dollars')].sort());
  expect(new Set(after).size).toBe(after.length);
});

it('changes nothing when everything is run again with the mended version', async () => {
  const [posted, waiting] = [await engine.postedKeys(), (await engine.causes()).map(figures)];
  const runId = await engine.runAll(flowId);
  const counts = await countRun(engine.services.db, runId);
  expect(counts).toMatchObject({ total: ORDERS, posted: 0, skipped: posted.length });
  expect(await engine.postedKeys()).toEqual(posted);
  expect((await engine.causes()).map(figures)).toEqual(waiting);
});
