import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Manner } from '#nodes/http-target/testing/ledger.ts';
import { type Receiver, type ReceiverOptions, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { formatAmount, sum } from '#schemas/money.ts';
import { document } from '#server/db/schema/index.ts';
import { resumeRun } from '#server/jobs/control.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const names = (await recordedCases()).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver;
beforeAll(async () => {
  engine = await EngineHarness.create([0, 0, 0, 0, 0]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books.close();
});

/** The entries go to the receiver summed up by day. */
function summedUp(flow: FlowDefinition): FlowDefinition {
  return {
    ...flow,
    nodes: { ...flow.nodes, sum: { type: 'sum-entries', version: 1, config: { grain: 'day' } } },
    edges: flow.edges.flatMap((edge) =>
      edge.to.node === 'books'
        ? [
            { from: edge.from, to: { node: 'sum', port: 'entries' } },
            { from: { node: 'sum', port: 'entries' }, to: edge.to },
          ]
        : [edge],
    ),
  };
}

let flows = 0;
async function publish(options: ReceiverOptions, extra: Readonly<Record<string, unknown>> = {}): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  books = await startReceiver(options);
  const flow = summedUp(toTarget(engine.template('woocommerce-fec', {}), options.manner, extra));
  return engine.publishFlow({ ...flow, name: `sums ${flows}` }, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
}

const booked = (): JournalEntry[] => books.bookings.map(({ body }) => parseJournalEntry(JSON.parse(body)));

function byAccount(entries: readonly JournalEntry[]): Record<string, readonly [string, string]> {
  const lines = Map.groupBy(
    entries.flatMap((entry) => entry.lines),
    ({ account }) => account,
  );
  const total = (side: 'debit' | 'credit', account: string) =>
    formatAmount(sum((lines.get(account) ?? []).map((line) => line[side])));
  const accounts = [...lines.keys()].sort();
  return Object.fromEntries(
    accounts.map((account) => [account, [total('debit', account), total('credit', account)] as const]),
  );
}

async function madeBy(runId: string): Promise<JournalEntry[]> {
  const rows = await engine.database.db.select().from(document).where(eq(document.runId, runId));
  return rows.filter(({ kind }) => kind === 'journal-entry').map(({ body }) => parseJournalEntry(body));
}

describe.each<Manner>(['key', 'number', 'lookup', 'nothing'])('a target that recognises by %s', (manner) => {
  it('gets one entry a day and journal that sums all documents to the cent; each document is posted once', async () => {
    const flowId = await publish({ manner });
    const runId = await engine.start(flowId);
    expect(await engine.drain(runId)).toBe('partial');
    const made = await madeBy(runId);
    expect(byAccount(booked())).toEqual(byAccount(made));
    expect(books.bookings.length).toBeLessThan(made.length);
    const days = booked().map(({ date, journal, source }) => `${date} ${journal} ${source.documentKind}`);
    expect(new Set(days).size).toBe(days.length);
    const postings = await engine.postings(flowId);
    expect(postings).toHaveLength(made.length);
    expect(new Set(postings.map(({ status }) => status))).toEqual(new Set(['posted']));

    const again = await engine.start(flowId);
    await engine.drain(again);
    expect((await engine.counts(again)).posted).toBe(0);
    expect(byAccount(booked())).toEqual(byAccount(made));
  });
});

it.each<Manner>(['key', 'number', 'lookup'])(
  'answers that get lost double nothing where the target recognises by %s',
  async (manner) => {
    const plan = (nth: number) => (nth % 4 === 2 ? ({ kind: 'drop-answer' } as const) : null);
    const flowId = await publish({ manner, plan });
    const runId = await engine.start(flowId);
    await engine.drain(runId);
    expect(byAccount(booked())).toEqual(byAccount(await madeBy(runId)));
    const postings = await engine.postings(flowId);
    expect(new Set(postings.map(({ status }) => status))).toEqual(new Set(['posted']));
  },
);

it('an answer that gets lost where nobody can ask stops the run for a person: nothing is sent a second time', async () => {
  const flowId = await publish({ manner: 'nothing' });
  books.misbehave({ kind: 'drop-answer' }, { times: 1, after: 1 });
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('failed');
  expect(await resumeRun(engine.database.db, runId)).toBe(true);
  expect(await engine.drain(runId)).toBe('failed');
  expect(new Set(books.bookings.map(({ body }) => body)).size).toBe(books.bookings.length);
});

it('while a lost call may still take effect, a target that can be asked is left alone', async () => {
  const flowId = await publish({ manner: 'lookup' }, { settleSeconds: 600 });
  books.misbehave({ kind: 'drop-answer' }, { times: 1 });
  const runId = await engine.start(flowId);
  const stages = async () => (await engine.status(runId)).status;
  while (books.bookings.length === 0 && (await stages()) !== 'failed') await engine.step(runId);
  for (let step = 0; step < 5; step += 1) await engine.step(runId);
  expect(books.bookings).toHaveLength(1);
  expect(await stages()).toBe('running');
});

it('a sum that the target refuses fails its own documents alone, and the next run books them', async () => {
  const flowId = await publish({ manner: 'key' });
  books.misbehave({ kind: 'error', status: 422 }, { times: 1 });
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('partial');
  const first = await engine.counts(runId);
  expect(first.failed).toBeGreaterThanOrEqual(1);
  expect(first.posted).toBeGreaterThan(first.failed);
  const again = await engine.start(flowId);
  await engine.drain(again);
  expect(byAccount(booked())).toEqual(byAccount(await madeBy(runId)));
});
