import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { document, outcome, run } from '#server/db/schema/index.ts';
import { resumeRun, startRun } from '#server/jobs/control.ts';
import { dearer, type RawOrder } from './dearer-orders.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const CASE = 'prices-excl-round-at-subtotal__be-guest-simple-shipping';

let engine: EngineHarness;
let shop: FakeShop;
let original: readonly RawOrder[];
const receivers: Receiver[] = [];
beforeAll(async () => {
  engine = await EngineHarness.create([10, 10]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  for (const one of receivers.splice(0)) await one.close();
});

async function receiver(): Promise<Receiver> {
  const started = await startReceiver({ manner: 'key' });
  receivers.push(started);
  return started;
}

const over = (books: Receiver) => ({ type: 'http-target', fields: { ...books.fields, ...books.secrets } });

let flows = 0;
async function publish(
  change: (flow: FlowDefinition) => FlowDefinition,
  others: Readonly<Record<string, Receiver>>,
): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf([recordedCase(CASE)]) });
  original = structuredClone(shop.shop.orders);
  const flow = { ...change(toTarget(engine.template('woocommerce-fec', {}), 'key')), name: `broken ${flows}` };
  return engine.publishFlow(
    flow,
    shop,
    Object.fromEntries(Object.entries(others).map(([slot, books]) => [slot, over(books)])),
  );
}

function edit(factor: string): void {
  shop.shop.orders.splice(0, shop.shop.orders.length, ...dearer(original, factor));
}

async function transfer(flowId: string): Promise<string> {
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  return runId;
}

/** What a receiver holds on each account, in cents. */
function sums({ bookings }: Receiver): Record<string, bigint> {
  const found: Record<string, bigint> = {};
  for (const { body } of bookings) {
    const entry = JSON.parse(body) as { lines: { account: string; debit: string; credit: string }[] };
    for (const { account, debit, credit } of entry.lines) {
      const cents = BigInt(debit.replace('.', '')) - BigInt(credit.replace('.', ''));
      found[account] = (found[account] ?? 0n) + cents;
    }
  }
  return Object.fromEntries(Object.entries(found).filter(([, sum]) => sum !== 0n));
}

/** The sums of a state that is booked at once. */
function times(state: Record<string, bigint>, factor: bigint): Record<string, bigint> {
  return Object.fromEntries(Object.entries(state).map(([account, sum]) => [account, sum * factor]));
}

function outcomesOf(runId: string) {
  return engine.database.db.select().from(outcome).where(eq(outcome.runId, runId));
}

describe('a reversal that the target does not take', () => {
  it.each([
    ['refuses', { kind: 'error', status: 422 }],
    ['answers with an error for a while', { kind: 'error', status: 503 }],
  ] as const)('keeps its document from being booked anew: the target %s', async (_, trouble) => {
    const books = await receiver();
    const flowId = await publish((flow) => ({ ...flow, corrections: 'reversal' }), { books });
    edit('1');
    await transfer(flowId);
    const once = sums(books);
    edit('2');
    // The first calls of the run are the reversals, of the sale and of its payment; whatever else is sent gets through.
    books.misbehave(trouble, { times: 2 });
    await transfer(flowId);
    expect([once, times(once, 2n)]).toContainEqual(sums(books));
    await transfer(flowId);
    expect(sums(books)).toEqual(times(once, 2n));
  });
});

/** A run that has worked out its corrections and then failed before it claimed any. */
async function workOutAndFail(flowId: string): Promise<string> {
  const runId = await engine.start(flowId);
  const { db } = engine.database;
  const made = () => db.select().from(document).where(eq(document.runId, runId));
  while (!(await made()).some(({ kind }) => kind === 'journal-entry')) await engine.step(runId);
  await db.update(run).set({ status: 'failed', finishedAt: sql`now()` }).where(eq(run.id, runId));
  return runId;
}

describe.each(['difference', 'reversal'] as const)('a correction by %s whose ground was taken away', (corrections) => {
  it('is not booked on top of the document that was booked again meanwhile', async () => {
    const books = await receiver();
    const flowId = await publish((flow) => ({ ...flow, corrections }), { books });
    edit('1');
    await transfer(flowId);
    const once = sums(books);
    edit('2');
    const late = await workOutAndFail(flowId);
    edit('3');
    const again = await startRun(engine.database.db, engine.services.registry, {
      ...{ workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live', period: null, trigger: 'cli', startedBy: 'u1' },
      includePosted: true,
      reason: 'the entries of that day were deleted in the books',
    });
    await engine.drain(again);
    // Deleted by hand: what the books hold now is the second booking alone.
    const present = books.bookings.length;
    await resumeRun(engine.database.db, late);
    await engine.drain(late);
    expect(books.bookings.slice(present)).toEqual([]);
    expect(sums(books)).toEqual(times(once, 4n));
    const outcomes = await outcomesOf(late);
    expect(outcomes.map(({ outcome: is, code }) => [is, code])).toContainEqual(['held', 'run.correction_kept_back']);
  });
});

describe('a reversal that is booked, and what follows it is not', () => {
  it('leaves the document to be booked by the next run', async () => {
    const books = await receiver();
    const flowId = await publish((flow) => ({ ...flow, corrections: 'reversal' }), { books });
    edit('1');
    await transfer(flowId);
    const once = sums(books);
    edit('2');
    // Two reversals, of the sale and of its payment; then the target refuses both bookings that follow.
    books.misbehave({ kind: 'error', status: 422 }, { times: 2, after: 2 });
    await transfer(flowId);
    expect(sums(books)).toEqual({});
    await transfer(flowId);
    expect(sums(books)).toEqual(times(once, 2n));
    await transfer(flowId);
    expect(sums(books)).toEqual(times(once, 2n));
  });
});

it.each([0, 1])('a change that only one of two targets took is not called settled (%i)', async (refusing) => {
  const targets = [await receiver(), await receiver()] as const;
  const [books, copy] = targets;
  const second = (flow: FlowDefinition): FlowDefinition => {
    const { books: node } = flow.nodes;
    if (!node) throw new Error('no target');
    return {
      ...flow,
      connections: { ...flow.connections, copy: { type: 'http-target' } },
      nodes: { ...flow.nodes, copy: { ...node, connection: 'copy' } },
      edges: [
        ...flow.edges,
        { from: { node: 'entries', port: 'entries' }, to: { node: 'copy', port: 'journal-entry' } },
      ],
    };
  };
  const flowId = await publish(second, { books, copy });
  edit('1');
  await transfer(flowId);
  const once = sums(books);
  edit('2');
  targets[refusing]?.misbehave({ kind: 'error', status: 422 }, { times: 2 });
  const first = await outcomesOf(await transfer(flowId));
  expect(first.map(({ outcome: is }) => is)).toContain('failed');
  const next = await outcomesOf(await transfer(flowId));
  // The stage that is refused first keeps the document from the other target; then both are told again.
  const isMade = [books, copy].every((one) => isDeepStrictEqual(sums(one), times(once, 2n)));
  const isHeld = next.some(({ outcome: is, code }) => is === 'held' && code === 'run.changed_since_posted');
  expect([isMade, isHeld].filter(Boolean)).toHaveLength(1);
});
