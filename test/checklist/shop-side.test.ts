import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type FakeOptions, type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { LANGUAGES } from '#schemas/localised.ts';
import { callTest } from '#server/connections/call-test.ts';
import { EngineHarness } from '../engine/harness.ts';
import { recordedCases } from '../template/recorded-shop.ts';

const names = (await recordedCases()).slice(0, 12).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  engine = await EngineHarness.create();
});
afterAll(() => engine.database.drop());
afterEach(() => shop.close());

async function open(options: Partial<FakeOptions> = {}): Promise<void> {
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)), ...options });
}

let flows = 0;
async function publish(): Promise<string> {
  flows += 1;
  const flowId = await engine.publish(shop, { perPage: 5, fileName: `checklist-${flows}` });
  await engine.database.sql`update flow set name = ${`checklist ${flows}`} where id = ${flowId}`;
  return flowId;
}

test('AT-084 a key that may only read is enough: the connection passes its test and a run books everything', async () => {
  await open({ readOnly: true });
  const flowId = await publish();
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('succeeded');
  const type = engine.services.registry.connectionTypes.get('woocommerce');
  if (!type) throw new Error('no connection type');
  const access = { id: 'c', type: type.id, fields: shop.fields, secrets: shop.secrets };
  const tested = await callTest(type, access, { log: engine.services.logger, allowPrivate: true });
  expect(tested).toMatchObject({ ok: true, problem: null });
  const counts = await engine.counts(runId);
  await shop.close();
  await open();
  const other = await engine.start(await publish());
  await engine.drain(other);
  expect(counts.posted).toBeGreaterThan(5);
  expect(counts).toEqual(await engine.counts(other));
});

test('F-10 a shop that is restored or installed anew is booked no second time: the ledger is ours', async () => {
  await open();
  const port = Number(new URL(String(shop.fields['url'])).port);
  const flowId = await publish();
  await engine.drain(await engine.start(flowId));
  const before = await engine.postings(flowId);
  expect(before.length).toBeGreaterThan(5);
  await shop.close();
  // Another shop at the same address, which remembers nothing of us.
  await open({ port });
  const again = await engine.start(flowId);
  await engine.drain(again);
  expect(await engine.counts(again)).toMatchObject({ posted: 0 });
  expect(await engine.postings(flowId)).toEqual(before);
});

test('F-14 BH-09 what a shop refuses is told as a cause with its remedy in each language, its raw words kept below', async () => {
  await open();
  const runId = await engine.start(await publish());
  shop.misbehave({ kind: 'refuse-credentials' }, { times: 1000 });
  expect(await engine.drain(runId)).toBe('failed');
  const { problem } = await engine.status(runId);
  expect(problem?.code).toBe('woocommerce.refused');
  const entry = engine.services.registry.messages['woocommerce.refused'];
  for (const language of LANGUAGES) {
    expect(entry?.text[language]).toBeTruthy();
    expect(entry?.remedy?.[language]).toBeTruthy();
  }
  const lines = await engine.database.sql`
    select excerpt from step_log where run_id = ${runId} and excerpt like '%woocommerce_rest_authentication_error%'`;
  expect(lines.length).toBeGreaterThan(0);
});
