import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { setClosedPeriod } from '#server/books-locks/set-closed-period.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { outcome } from '#server/db/schema/index.ts';
import { cancelRun } from '#server/jobs/control.ts';
import { dearer, type RawOrder } from './dearer-orders.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const CASE = 'prices-excl-round-at-subtotal__be-guest-simple-shipping';
const OWNER = { userId: 'owner', workspaceId: HEADLESS_WORKSPACE, role: 'owner' as const };

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver;
let original: readonly RawOrder[];
beforeAll(async () => {
  engine = await EngineHarness.create([10, 10]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books.close();
});

let flows = 0;
async function publish(closedPeriod: string): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf([recordedCase(CASE)]) });
  original = structuredClone(shop.shop.orders);
  books = await startReceiver({ manner: 'key' });
  const flow = toTarget(engine.template('woocommerce-fec', {}), 'key');
  const nodes = Object.fromEntries(
    Object.entries(flow.nodes).map(([id, node]) => [
      id,
      node.type === 'journal-entry' ? { ...node, config: { ...node.config, controls: { closedPeriod } } } : node,
    ]),
  );
  return engine.publishFlow({ ...flow, nodes, name: `closed books ${flows}`, corrections: 'difference' }, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
}

async function outcomes(flowId: string): Promise<string[]> {
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const rows = await engine.database.db.select().from(outcome).where(eq(outcome.runId, runId));
  return rows.map((row) => `${row.outcome} ${row.code ?? ''}`.trim());
}

/** Everything that is booked so far lies in the closed period. */
async function closeBehind(flowId: string): Promise<void> {
  const days = (await engine.postings(flowId)).map(({ day }) => day).sort();
  const closedUntil = days.at(-1) ?? '';
  const change = { flow: flowId, closedUntil, before: null, reason: '' };
  await setClosedPeriod(engine.database.db, OWNER, change, new Date('2099-01-01'));
}

describe.each(['refuse', 'hold', 'move'])(
  'documents of a closed period that are booked already, with "%s"',
  (manner) => {
    it('are passed over when they are read again: there is nothing to book', async () => {
      const flowId = await publish(manner);
      expect(await outcomes(flowId)).toEqual(['posted']);
      const before = books.bookings.length;
      await closeBehind(flowId);
      expect(await outcomes(flowId)).toEqual(['skipped run.already_posted']);
      expect(books.bookings).toHaveLength(before);
    });

    it('are corrected on the day of the correction when they change, in the open period', async () => {
      const flowId = await publish(manner);
      await outcomes(flowId);
      await closeBehind(flowId);
      const first = (await engine.postings(flowId)).length;
      shop.shop.orders.splice(0, shop.shop.orders.length, ...dearer(original, '2'));
      expect(await outcomes(flowId)).toEqual(['posted']);
      const corrections = (await engine.postings(flowId)).filter(({ revision }) => revision > 0);
      expect(corrections.length).toBeGreaterThan(0);
      expect((await engine.postings(flowId)).length).toBe(first + corrections.length);
    });
  },
);

it('days are not closed over entries that a failed run may still send; once it was cancelled, they are', async () => {
  const { db } = engine.database;
  const flowId = await publish('hold');
  books.misbehave({ kind: 'error', status: 401 }, { times: 50 });
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('failed');
  const [claimed] = await engine.postings(flowId);
  expect(claimed?.status).toBe('intended');
  await expect(closeBehind(flowId)).rejects.toMatchObject({ status: 409 });
  await cancelRun(db, runId);
  const change = { flow: flowId, closedUntil: claimed?.day ?? '', before: null, reason: '' };
  const { flows: closed } = await setClosedPeriod(db, OWNER, change, new Date('2099-01-01'));
  expect(closed.find(({ id }) => id === flowId)?.own).toBe(claimed?.day);
});
