import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Manner } from '#nodes/http-target/testing/ledger.ts';
import { type Receiver, type ReceiverOptions, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { document, stepLog } from '#server/db/schema/index.ts';
import { cancelRun, resumeRun } from '#server/jobs/control.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const names = (await recordedCases()).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver;
beforeAll(async () => {
  engine = await EngineHarness.create([10, 10, 10, 10, 10]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books.close();
});

let flows = 0;
async function publish(options: ReceiverOptions, extra: Readonly<Record<string, unknown>> = {}): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  books = await startReceiver(options);
  const flow = { ...toTarget(engine.template('woocommerce-fec', {}), options.manner, extra), name: `target ${flows}` };
  return engine.publishFlow(flow, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
}

const MANNERS: readonly Manner[] = ['key', 'number', 'lookup', 'nothing'];

function numberOf(body: unknown): string {
  const { journal, pieceNumber } = body as { journal: string; pieceNumber: string };
  return `${journal} ${pieceNumber}`;
}

/** Every entry that was made is booked once, and its posting says under which reference. */
async function expectEachBookedOnce(flowId: string, runId: string): Promise<void> {
  const entries = await engine.database.db.select().from(document).where(eq(document.runId, runId));
  const made = entries.flatMap(({ kind, body }) => (kind === 'journal-entry' ? [numberOf(body)] : []));
  expect(books.bookings.map(({ body }) => numberOf(JSON.parse(body))).sort()).toEqual(made.sort());
  const postings = await engine.postings(flowId);
  expect(new Set(postings.map(({ status }) => status))).toEqual(new Set(['posted']));
  expect(postings.map(({ reference }) => reference).sort()).toEqual(books.bookings.map((one) => one.reference).sort());
}

describe.each(MANNERS)('a target that recognises by %s', (manner) => {
  it('gets every entry once, with its reference kept', async () => {
    const flowId = await publish({ manner });
    const runId = await engine.start(flowId);
    expect(await engine.drain(runId)).toBe('partial');
    await expectEachBookedOnce(flowId, runId);
    const again = await engine.start(flowId);
    await engine.drain(again);
    expect((await engine.counts(again)).posted).toBe(0);
    await expectEachBookedOnce(flowId, runId);
  });

  it('is never sent a document twice that it cannot recognise, whatever becomes of its answers', async () => {
    const kinds = ['drop-answer', 'error-after', 'close', 'double-answer'] as const;
    const plan = (nth: number) => {
      const kind = nth % 3 === 0 ? kinds[(nth / 3) % kinds.length] : undefined;
      if (kind === undefined) return null;
      return kind === 'error-after' ? { kind, status: 500 } : { kind };
    };
    const flowId = await publish({ manner, plan });
    const runId = await engine.start(flowId);
    await engine.drain(runId);
    const postings = await engine.postings(flowId);
    const numbers = books.bookings.map(({ body }) => numberOf(JSON.parse(body)));
    expect(new Set(numbers).size, 'doubled').toBe(numbers.length);
    const uncertain = postings.filter(({ status }) => status === 'uncertain');
    expect(uncertain.length > 0).toBe(manner === 'nothing');
    const posted = postings.filter(({ status }) => status === 'posted');
    expect(posted.length + uncertain.length).toBe(postings.length);
    const references = new Set(books.bookings.map(({ reference }) => reference));
    for (const { reference } of posted) expect(references).toContain(reference);
  });
});

it('a document that the target refuses fails alone, and the next run may book it', async () => {
  const flowId = await publish({ manner: 'key' });
  books.misbehave({ kind: 'error', status: 422 }, { times: 2 });
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('partial');
  const before = await engine.counts(runId);
  expect(before.failed).toBeGreaterThanOrEqual(1);
  const again = await engine.start(flowId);
  await engine.drain(again);
  await expectEachBookedOnce(flowId, runId);
});

it('a target that turns us away stops the run before anything is claimed as sent; resumed, it goes on', async () => {
  const flowId = await publish({ manner: 'nothing' });
  books.misbehave({ kind: 'refuse-credentials' }, { times: 1, after: 5 });
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('failed');
  expect((await engine.postings(flowId)).filter(({ isOpen, status }) => isOpen && status === 'intended')).toEqual([]);
  expect(await resumeRun(engine.database.db, runId)).toBe(true);
  expect(await engine.drain(runId)).toBe('partial');
  await expectEachBookedOnce(flowId, runId);
});

it('a run cancelled in mid-delivery keeps what may have arrived as uncertain and gives the rest back', async () => {
  const flowId = await publish({ manner: 'lookup' }, { settleSeconds: 600 });
  books.misbehave({ kind: 'drop-answer' }, { times: 1 });
  const runId = await engine.start(flowId);
  while ((await engine.postings(flowId)).filter(({ status }) => status === 'posted').length === 0)
    await engine.step(runId);
  expect(await cancelRun(engine.database.db, runId)).toBe(true);
  const rest = (await engine.postings(flowId)).filter(({ status }) => status !== 'posted');
  expect(rest.map(({ status }) => status)).toEqual(['uncertain']);
});

it('writes a line of the log for every document', async () => {
  const flowId = await publish({ manner: 'key' });
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const lines = await engine.database.db.select().from(stepLog).where(eq(stepLog.runId, runId));
  const delivered = lines.filter(({ message }) => message.code === 'run.document_delivered');
  expect(delivered).toHaveLength(books.bookings.length);
  expect(delivered.every(({ documentId }) => documentId !== null)).toBe(true);
});
