import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { outcome, posting } from '#server/db/schema/index.ts';
import { dearer, type RawOrder } from './dearer-orders.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const CASE = 'prices-excl-round-at-subtotal__be-guest-simple-shipping';

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver;
beforeAll(async () => {
  engine = await EngineHarness.create([10, 10]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books.close();
});

let flows = 0;
async function publish(corrections: NonNullable<FlowDefinition['corrections']>): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf([recordedCase(CASE)]) });
  original = structuredClone(shop.shop.orders);
  books = await startReceiver({ manner: 'key' });
  const flow = { ...toTarget(engine.template('woocommerce-fec', {}), 'key'), name: `corrected ${flows}`, corrections };
  return engine.publishFlow(flow, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
}

async function run(flowId: string) {
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  return runId;
}

/** What the books hold on each account of the sales journal, in cents. */
function inBooks(): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const { body } of books.bookings) {
    const entry = JSON.parse(body) as { lines: { account: string; debit: string; credit: string }[] };
    for (const { account, debit, credit } of entry.lines) {
      const cents = BigInt(debit.replace('.', '')) - BigInt(credit.replace('.', ''));
      sums.set(account, (sums.get(account) ?? 0n) + cents);
    }
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).map(([account, sum]) => [account, String(sum)]));
}

let original: readonly RawOrder[];

/** Makes the order's goods so many times dearer than they were. */
function edit(factor: string): void {
  shop.shop.orders.splice(0, shop.shop.orders.length, ...dearer(original, factor));
}

describe.each(['difference', 'reversal'] as const)('a sale that changes after it was booked, by %s', (mode) => {
  it('ends on every account as if it had been booked in its last state, and what was posted stays as it was', async () => {
    const flowId = await publish(mode);
    edit('1');
    await run(flowId);
    const firstBooked = await engine.postings(flowId);
    for (const factor of ['2', '3', '0.5']) {
      edit(factor);
      await run(flowId);
    }
    const after = inBooks();
    const postings = await engine.postings(flowId);
    const first = postings.filter(({ revision }) => revision === 0);
    expect(first).toEqual(firstBooked);
    const corrections = postings.filter(({ revision }) => revision > 0);
    expect(corrections.length).toBeGreaterThan(2);
    const firstIds = new Set(first.map(({ id }) => id));
    expect(corrections.every(({ correctsId }) => correctsId !== null && firstIds.has(correctsId))).toBe(true);

    // The same last state, booked at once by another flow.
    await shop.close();
    await books.close();
    const fresh = await publish(mode);
    edit('0.5');
    await run(fresh);
    expect(after).toEqual(inBooks());
  });

  it('books nothing more when the same state is read again', async () => {
    const flowId = await publish(mode);
    edit('1');
    await run(flowId);
    edit('2');
    await run(flowId);
    const before = books.bookings.length;
    const runId = await run(flowId);
    expect(books.bookings).toHaveLength(before);
    expect((await engine.counts(runId)).skipped).toBeGreaterThan(0);
  });
});

it('is held where the flow wants a person to decide, and nothing is booked', async () => {
  const flowId = await publish('hold');
  edit('1');
  await run(flowId);
  const before = books.bookings.length;
  edit('2');
  const runId = await run(flowId);
  expect(books.bookings).toHaveLength(before);
  const outcomes = await engine.database.db.select().from(outcome).where(eq(outcome.runId, runId));
  expect(outcomes.map(({ outcome: is, code }) => [is, code])).toContainEqual(['held', 'run.changed_since_posted']);
});

it('a sale that was emptied after it was booked is held: nothing of it can be booked, and it stands in the books', async () => {
  const flowId = await publish('difference');
  edit('1');
  await run(flowId);
  const before = books.bookings.length;
  edit('0');
  shop.shop.orders.splice(0, 1, { ...shop.shop.orders[0], status: 'completed' });
  const runId = await run(flowId);
  const outcomes = await engine.database.db.select().from(outcome).where(eq(outcome.runId, runId));
  expect(outcomes.map(({ outcome: is, code }) => [is, code])).toEqual([['held', 'run.changed_since_posted']]);
  expect(books.bookings).toHaveLength(before);
});

it('a change of the mapping alone corrects nothing that is booked', async () => {
  const flowId = await publish('difference');
  edit('1');
  await run(flowId);
  const before = books.bookings.length;
  await engine.database.sql`alter table flow_version disable trigger flow_version_is_immutable`;
  await engine.database
    .sql`update flow_version set definition = jsonb_set(definition, '{nodes,entries,config,accounts,sales}', '"709999"') where flow_id = ${flowId}`;
  const runId = await run(flowId);
  expect(books.bookings).toHaveLength(before);
  expect((await engine.counts(runId)).posted).toBe(0);
});

it('a posted row refuses to be changed or deleted, whoever asks', async () => {
  const flowId = await publish('difference');
  edit('1');
  await run(flowId);
  const { db } = engine.database;
  const cause = (work: PromiseLike<unknown>) =>
    Promise.resolve(work).then(
      () => 'done',
      (error: Error) => String(error.cause),
    );
  expect(await cause(db.update(posting).set({ amount: '1.00' }).where(eq(posting.flowId, flowId)))).toContain(
    'never changed',
  );
  expect(await cause(db.delete(posting).where(eq(posting.flowId, flowId)))).toContain('never changed');
});
