import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { Customer } from '#schemas/api/customers.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Caller } from '#server/auth/caller.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { document, outcome, partyLink, posting } from '#server/db/schema/index.ts';
import { listHolds } from '#server/holds/list-holds.ts';
import { decideCustomers, forgetCustomer, linkCustomer } from '#server/parties/decide-customers.ts';
import { listCustomers } from '#server/parties/list-customers.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const names = (await recordedCases()).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
let books: Receiver;
beforeAll(async () => {
  engine = await EngineHarness.create([0, 0, 0, 0, 0, 0]);
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  await shop.close();
  await books.close();
});

/** The flow with the customers asked for between the shop and the entries. */
function withCustomers(flow: FlowDefinition, config: Readonly<Record<string, unknown>>): FlowDefinition {
  return {
    ...flow,
    nodes: { ...flow.nodes, customers: { type: 'http-customers', version: 1, connection: 'books', config } },
    edges: flow.edges.flatMap((edge) =>
      edge.from.node === 'orders'
        ? [
            { from: edge.from, to: { node: 'customers', port: 'documents' } },
            { from: { node: 'customers', port: 'documents' }, to: edge.to },
          ]
        : [edge],
    ),
  };
}

/** The recorded orders, spread over six customers: five with an account in the shop, and a guest. */
function cases() {
  return names.map(recordedCase).map(({ order, ...rest }, index) => {
    const customer = index % 6;
    const billing = { ...(order['billing'] as object), email: `customer${customer}@example.com` };
    return { ...rest, order: { ...order, customer_id: customer, billing } };
  });
}

let flows = 0;
async function publish(config: Readonly<Record<string, unknown>>): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf(cases()) });
  books = await startReceiver({ manner: 'key' });
  const flow = withCustomers(toTarget(engine.template('woocommerce-fec', {}), 'key'), { guests: 'each', ...config });
  return engine.publishFlow({ ...flow, name: `customers ${flows}` }, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
}

async function codesOf(runId: string): Promise<Record<string, number>> {
  const rows = await engine.database.db.select().from(outcome).where(eq(outcome.runId, runId));
  const byCode = Map.groupBy(rows, ({ code }) => code ?? 'posted');
  return Object.fromEntries([...byCode].map(([code, of]) => [code, of.length]));
}
const links = () => engine.database.db.select().from(partyLink);
const receivables = async (runId: string) => {
  const rows = await engine.database.db.select().from(document).where(eq(document.runId, runId));
  const entries = rows.filter(({ kind }) => kind === 'journal-entry').map(({ body }) => parseJournalEntry(body));
  return entries.flatMap((entry) => entry.lines).filter(({ role }) => role === 'receivable');
};

it('AT-110 customers are created before the entries, which then stand on the accounts that the books gave them', async () => {
  const runId = await engine.start(await publish({ mode: 'create' }));
  await engine.drain(runId);
  const lines = await receivables(runId);
  expect(lines.length).toBeGreaterThan(40);
  expect(new Set(lines.map(({ account }) => account))).toEqual(new Set(['400100']));
  expect(books.customers.kept).toHaveLength(6);
  const made = await links();
  expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['linked']));
  expect(made.map(({ reference }) => reference).sort()).toEqual(
    books.customers.kept.map(({ reference }) => reference).sort(),
  );
});

it('BH-06, BH-07 without leave to create, every document of an unknown customer waits and nothing is called to write', async () => {
  const runId = await engine.start(await publish({}));
  await engine.drain(runId);
  const codes = await codesOf(runId);
  expect(codes['customer.unknown']).toBeGreaterThan(40);
  expect(books.customers.kept).toEqual([]);
  expect(books.bookings).toEqual([]);
});

it('AT-112 F-03 a customer whom the books refuse holds its own documents with the reason, and is taken once it is mended', async () => {
  await engine.database.db.delete(partyLink);
  const flowId = await publish({ mode: 'create' });
  books.customers.refusals.set('WEB00003', 'the family of the customer is missing');
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const codes = await codesOf(runId);
  expect(codes['customer.not_taken']).toBeGreaterThan(0);
  expect(codes['posted']).toBeGreaterThan(0);
  const failed = (await links()).filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(1);
  expect(failed[0]?.problem?.text).toContain('the family of the customer is missing');
  const rows = await engine.database.db.select().from(outcome).where(eq(outcome.runId, runId));
  const blocked = rows.filter(({ code }) => code === 'customer.not_taken');
  expect(new Set(blocked.map((row) => row.outcome))).toEqual(new Set(['held']));
  expect((await engine.status(runId)).status).toBe('partial');
  expect((await engine.counts(runId)).held).toBeGreaterThanOrEqual(blocked.length);

  books.customers.refusals.clear();
  const last = await engine.start(flowId);
  await engine.drain(last);
  expect((await codesOf(last))['customer.not_taken']).toBeUndefined();
});

it('AT-110 answers that get lost make no customer twice, and no document is lost', async () => {
  const flowId = await publish({ mode: 'create' });
  for (const kind of ['drop-answer', 'close', 'drop-answer'] as const) {
    books.misbehave({ kind }, { times: 1, after: 3 });
  }
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const codes = books.customers.kept.map(({ card }) => card.code ?? card.email);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(6);
  const postings = await engine.database.db.select().from(posting).where(eq(posting.runId, runId));
  expect(new Set(postings.map(({ status }) => status))).toEqual(new Set(['posted']));
  expect(postings.length).toBeGreaterThan(40);
});

describe('BH-06 when the flow asks', () => {
  const caller: Caller = { workspaceId: HEADLESS_WORKSPACE, userId: 'accountant', role: 'owner' };
  const world = () => ({ db: engine.database.db, registry: engine.services.registry });
  const asked = async () => (await listCustomers(world().db, caller, { state: 'asked' })).items;
  const whichOf = (one: Customer) => ({ connection: one.connection.id, key: one.key });

  it('a customer that somebody approves is created and its documents are booked; those of one refused stay held', async () => {
    await engine.database.db.delete(partyLink);
    const flowId = await publish({ mode: 'ask' });
    await engine.drain(await engine.start(flowId));
    const before = await listCustomers(world().db, caller, {});
    expect(before.counts).toMatchObject({ asked: 6, linked: 0 });
    expect(before.items.reduce((sum, { waiting }) => sum + waiting, 0)).toBeGreaterThan(40);
    for (const { key, waiting } of before.items) {
      const held = await listHolds(world().db, caller, { customer: key, limit: 1 });
      expect([key, held.total]).toEqual([key, waiting]);
    }
    const [first, second, ...others] = await asked();
    if (!first || !second) throw new Error('nobody asked');

    await decideCustomers(world(), caller, { which: [whichOf(first)], decision: 'refuse' });
    const { runs, decided } = await decideCustomers(world(), caller, {
      which: [second, ...others].map(whichOf),
      decision: 'approve',
    });
    expect([decided, runs.length]).toEqual([5, 1]);
    await engine.drain(runs[0]?.id ?? '');
    expect(books.customers.kept).toHaveLength(5);
    const after = await listCustomers(world().db, caller, {});
    expect(after.counts).toMatchObject({ asked: 0, refused: 1, linked: 5 });
    expect(after.items.filter(({ waiting }) => waiting > 0).map(({ key }) => key)).toEqual([first.key]);
    expect(books.bookings.length).toBeGreaterThan(30);
  });

  it('BH-10 a customer is linked by hand to one that the books have, and its documents stand on that account', async () => {
    await engine.database.db.delete(partyLink);
    const flowId = await publish({ mode: 'ask' });
    await engine.drain(await engine.start(flowId));
    const [someone] = (await listCustomers(world().db, caller, { search: 'customer3@' })).items;
    if (!someone) throw new Error('nobody asked');
    const order = { ...whichOf(someone), reference: 'K-77', ledgerAccount: '400777', auxiliaryAccount: null };
    const { runs } = await linkCustomer(world(), caller, order);
    const runId = runs[0]?.id ?? '';
    await engine.drain(runId);
    expect(books.customers.kept).toEqual([]);
    expect(new Set((await receivables(runId)).map(({ account }) => account))).toEqual(new Set(['400777']));
    await expect(decideCustomers(world(), caller, { which: [whichOf(someone)], decision: 'approve' })).rejects.toThrow(
      'None of these customers waits',
    );
    await forgetCustomer(world(), caller, whichOf(someone));
    expect((await listCustomers(world().db, caller, { search: 'customer3@' })).items).toEqual([]);
  });
});
