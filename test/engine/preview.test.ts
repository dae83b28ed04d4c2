import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { BookedDocument } from '#schemas/api/books.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';
import type { Period } from '#schemas/period.ts';
import { countBooks, listBooks } from '#server/books-comparison/list-books.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { document, posting } from '#server/db/schema/index.ts';
import { listRunEntries } from '#server/entries/list-entries.ts';
import { startRun } from '#server/jobs/control.ts';
import { listRuns } from '#server/runs/list-runs.ts';
import { confirmReview, readReview, tickEntries } from '#server/runs/review.ts';
import { dearer, type RawOrder } from './dearer-orders.ts';
import { EngineHarness } from './harness.ts';

const PERIOD: Period = { from: '2020-01-01', to: '2027-12-31' };
const scope = { workspaceId: HEADLESS_WORKSPACE };
const somebody = { ...scope, userId: 'u1', role: 'owner' as const };
const cases = ['be-guest-simple-shipping', 'be-mixed-vat-21-12-6', 'be-odd-rounding', 'coupon-percent'].map(
  (name) => `prices-excl-round-at-subtotal__${name}`,
);

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  engine = await EngineHarness.create([10, 10]);
});
afterAll(() => engine.database.drop());
afterEach(() => shop.close());

let flows = 0;
async function publish(of: readonly string[] = cases): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf(of.map(recordedCase)) });
  return engine.publishFlow({ ...engine.template('woocommerce-fec', {}), name: `preview ${flows}` }, shop);
}

interface Order {
  readonly mode?: 'live' | 'dry';
  readonly trigger?: 'manual' | 'schedule' | 'cli';
  readonly includePosted?: boolean;
}

/** Starts a run over the whole period and takes it to its end, or to where it waits for a person. */
async function run(flowId: string, { mode = 'live', trigger = 'manual', includePosted = false }: Order = {}) {
  const order = { ...scope, flowId, mode, period: PERIOD, trigger, startedBy: 'u1', includePosted };
  const runId = await startRun(engine.database.db, engine.services.registry, { ...order, reason: 'checked again' });
  const status = await engine.drain(runId);
  return { runId, status };
}

const entriesOf = async (runId: string) =>
  (await listRunEntries(engine.database.db, scope, runId, { limit: 500 })).items;
const reviewOf = (runId: string) => readReview(engine.database.db, scope, runId);
const confirm = (runId: string, hash: string) => confirmReview(engine.database.db, somebody, runId, hash);
const needed = () => ({ db: engine.database.db, registry: engine.services.registry });
const booksOf = async (runId: string) => (await listBooks(needed(), scope, runId, { limit: 500 })).items;
const postedBy = (runId: string) => engine.database.db.select().from(posting).where(eq(posting.runId, runId));

it('AT-148 with the review in the flow a scheduled run waits, in a queue of its own; a flow without it goes through', async () => {
  const flowId = await publish();
  const { runId, status } = await run(flowId, { trigger: 'schedule' });
  expect(status).toBe('in-review');
  expect(await postedBy(runId)).toEqual([]);
  const queue = await listRuns(engine.database.db, scope, { status: 'in-review', flow: flowId });
  expect(queue.items.map(({ id }) => id)).toEqual([runId]);
  await shop.close();

  flows += 1;
  shop = await startFakeShop({ shop: shopOf(cases.map(recordedCase)) });
  const asking = engine.template('woocommerce-fec', {});
  const { review: _, ...nodes } = asking.nodes;
  const into = asking.edges.find((edge) => edge.to.node === 'review');
  const edges = asking.edges.flatMap((edge) => {
    if (edge.to.node === 'review') return [];
    return into && edge.from.node === 'review' ? [{ ...edge, from: into.from }] : [edge];
  });
  const straight = await engine.publishFlow({ ...asking, name: `straight ${flows}`, nodes, edges }, shop);
  const through = await run(straight, { trigger: 'schedule' });
  expect(through.status).toBe('succeeded');
  expect((await postedBy(through.runId)).length).toBeGreaterThan(0);
});

it('AT-173 what is unticked is not created, and stands in the next list again', async () => {
  const flowId = await publish();
  const first = await run(flowId);
  const shown = await entriesOf(first.runId);
  const [left] = shown;
  const ids = shown.filter(({ sourceId }) => sourceId === left?.sourceId).map(({ documentId }) => documentId);
  const unticked = await tickEntries(engine.database.db, somebody, first.runId, { entries: ids, ticked: false });
  expect(unticked).toMatchObject({ ticked: shown.length - ids.length, documentsLeft: 1 });
  await confirm(first.runId, unticked.hash);
  await engine.drain(first.runId);
  expect((await postedBy(first.runId)).length).toBe(shown.length - ids.length);

  const second = await run(flowId);
  expect((await entriesOf(second.runId)).map(({ entry }) => entry.id).sort()).toEqual(
    shown
      .filter(({ documentId }) => ids.includes(documentId))
      .map(({ entry }) => entry.id)
      .sort(),
  );
});

/** Makes the goods of the first order dearer. */
function edit(factor: string): void {
  const [first, ...others] = shop.shop.orders;
  if (!first) throw new Error('a shop without orders');
  const changed = { ...dearer([first as RawOrder], factor)[0], date_modified_gmt: '2026-11-20T10:00:00' };
  shop.shop.orders.splice(0, shop.shop.orders.length, changed, ...others);
}

it('AT-176 what is confirmed is what is posted, also when the shop changes after the preview', async () => {
  const flowId = await publish();
  const { runId } = await run(flowId);
  const shown = await entriesOf(runId);
  const seen = await reviewOf(runId);
  edit('2');
  await expect(confirm(runId, 'another hash')).rejects.toMatchObject({ status: 409 });
  expect(await postedBy(runId)).toEqual([]);
  await confirm(runId, seen.hash);
  await engine.drain(runId);
  const posted = await postedBy(runId);
  expect(posted.map(({ entryId, hash }) => [entryId, hash]).sort()).toEqual(
    (await engine.database.db.select().from(document).where(eq(document.runId, runId)))
      .filter(({ id }) => shown.some(({ documentId }) => documentId === id))
      .map(({ id, hash }) => [id, hash])
      .sort(),
  );
  expect(formatAmount(sum(posted.map(({ amount }) => amount)))).toBe(seen.tickedDebit);
  // What changed in the shop is not slipped in: the next run shows it, as a correction, for somebody to look at.
  const next = await run(flowId);
  expect(next.status).toBe('in-review');
  const corrections = await entriesOf(next.runId);
  expect(corrections.length).toBeGreaterThan(0);
  expect(corrections.every(({ entry }) => entry.correction !== undefined)).toBe(true);
});

it('AT-176 ticks that changed since the list was shown are refused, and the list is shown anew', async () => {
  const flowId = await publish();
  const { runId } = await run(flowId);
  const before = await reviewOf(runId);
  const [one] = await entriesOf(runId);
  const after = await tickEntries(engine.database.db, somebody, runId, {
    entries: [one?.documentId ?? ''],
    ticked: false,
  });
  await expect(confirm(runId, before.hash)).rejects.toMatchObject({ status: 409 });
  expect(await reviewOf(runId)).toEqual(after);
});

it('AT-177 a sale and its payment are two entries of the list, in the sales journal and in that of the bank', async () => {
  const flowId = await publish();
  const { runId } = await run(flowId);
  const bySale = Map.groupBy(await entriesOf(runId), ({ sourceId }) => sourceId);
  const pairs = [...bySale.values()].map((made) => made.map(({ entry }) => [entry.journal, entry.source.documentKind]));
  expect(pairs.length).toBe(cases.length);
  for (const pair of pairs) {
    expect(pair.toSorted((a, b) => String(b[1]).localeCompare(String(a[1])))).toEqual([
      ['VTE', 'sale'],
      ['BQ', 'payment'],
    ]);
  }
});

/** Books everything, then changes the first order, takes the last away, and adds another. */
async function bookedAndChanged(): Promise<string> {
  const flowId = await publish(cases.slice(0, 3));
  const first = await run(flowId);
  await confirm(first.runId, (await reviewOf(first.runId)).hash);
  await engine.drain(first.runId);
  edit('2');
  shop.shop.orders.pop();
  const added = shopOf([recordedCase(cases[3] ?? '')]).orders[0];
  if (!added) throw new Error('no order to add');
  shop.shop.orders.push({ ...added, id: 987_654, number: '987654' });
  return flowId;
}

const byState = (documents: readonly BookedDocument[]) =>
  Object.fromEntries(
    [...Map.groupBy(documents, ({ state }) => state)].map(([state, some]) => [state, some.length] as const),
  );

it('AT-164 F-17 a dry run says of each document whether it is new, identical, different or gone, and books nothing', async () => {
  const flowId = await bookedAndChanged();
  const before = await engine.postings(flowId);
  const { runId } = await run(flowId, { mode: 'dry', trigger: 'cli' });
  const documents = await booksOf(runId);
  expect(byState(documents)).toEqual({ differs: 1, identical: 1, add: 1, gone: 1 });
  const { counts, tellsGone, next } = await countBooks(needed(), scope, runId, {});
  expect([counts, tellsGone, next]).toEqual([byState(documents), true, null]);
  const gone = documents.find(({ state }) => state === 'gone');
  expect(gone).toMatchObject({ document: null, end: null });
  expect(gone?.booked.length).toBeGreaterThan(0);
  expect((await listBooks(needed(), scope, runId, { show: 'gone' })).items).toEqual([gone]);
  expect(await engine.postings(flowId)).toEqual(before);
});

it('AT-164 with what was transferred included, each shows when it was posted and what would be booked otherwise', async () => {
  const flowId = await bookedAndChanged();
  const plain = await run(flowId, { mode: 'dry', trigger: 'cli' });
  const included = await run(flowId, { mode: 'dry', trigger: 'cli', includePosted: true });
  const documents = await booksOf(included.runId);
  expect(byState(documents)).toEqual({ differs: 1, identical: 1, add: 1, gone: 1 });
  for (const { state, booked } of documents) {
    expect(booked.length > 0).toBe(state !== 'add');
    for (const one of booked) expect(one.postedAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  }
  // The same difference on every account, whether it is worked out from a correction or from the document as a whole.
  const linesOf = async (runId: string) => {
    const differing = (await booksOf(runId)).find(({ state }) => state === 'differs');
    const lines = differing?.entries.flatMap((entry) => entry.lines) ?? [];
    const balance = (side: { debit: string; credit: string } | null) =>
      side ? formatAmount(decimal(side.debit).minus(decimal(side.credit))) : '0.00';
    return lines.map((line) => [line.account, balance(line.before), balance(line.after)]).sort();
  };
  const lines = await linesOf(included.runId);
  expect(lines.length).toBeGreaterThan(2);
  expect(await linesOf(plain.runId)).toEqual(lines);
});
