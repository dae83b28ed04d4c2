import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { postingReset } from '#server/db/schema/index.ts';
import { startRun } from '#server/jobs/control.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const names = (await recordedCases()).slice(0, 8).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver | null = null;
beforeAll(async () => {
  engine = await EngineHarness.create([10, 10]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books?.close();
  books = null;
});

async function again(flowId: string): Promise<string> {
  const runId = await startRun(engine.database.db, engine.services.registry, {
    ...{ workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live', period: null, trigger: 'cli', startedBy: 'u1' },
    includePosted: true,
    reason: 'the books were restored from last week',
  });
  await engine.drain(runId);
  return runId;
}

it('books what was posted before once more, with the earlier postings declared void for the reason given', async () => {
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  books = await startReceiver({ manner: 'nothing' });
  const flow = { ...toTarget(engine.template('woocommerce-fec', {}), 'nothing'), name: 'include posted' };
  const flowId = await engine.publishFlow(flow, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
  await engine.drain(await engine.start(flowId));
  const first = await engine.postings(flowId);
  const runId = await again(flowId);
  const all = await engine.postings(flowId);
  expect(books.bookings).toHaveLength(2 * first.length);
  const before = all.filter((posting) => posting.runId !== runId);
  const byId = (rows: typeof before) => new Map(rows.map(({ resetId, ...rest }) => [rest.id, rest]));
  expect(byId(before)).toEqual(byId(first));
  const resets = await engine.database.db.select().from(postingReset).where(eq(postingReset.resetBy, 'u1'));
  expect(new Set(resets.map(({ reason }) => reason))).toEqual(new Set(['the books were restored from last week']));
  expect(resets.reduce((sum, { count }) => sum + count, 0)).toBe(first.length);
  expect(new Set(before.map(({ resetId }) => resetId))).toEqual(new Set(resets.map(({ id }) => id)));

  // From here on the new postings stand: an ordinary run books nothing.
  await engine.drain(await engine.start(flowId));
  expect(books.bookings).toHaveLength(2 * first.length);
});

it('writes the same file again', async () => {
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  const flowId = await engine.publish(shop, { perPage: 10, fileName: 'again' });
  await engine.drain(await engine.start(flowId));
  const first = await engine.postings(flowId);
  const runId = await again(flowId);
  const mine = (await engine.postings(flowId)).filter((posting) => posting.runId === runId);
  expect(mine.map(({ number, amount, status }) => [number, amount, status]).sort()).toEqual(
    first.map(({ number, amount, status }) => [number, amount, status]).sort(),
  );
});
