import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { setClosedPeriod } from '#server/books-locks/set-closed-period.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { checkDueFlow } from '#server/controls/control-tasks.ts';
import { listAlarms } from '#server/controls/list-alarms.ts';
import { document, flow as flowTable, outcome, referenceList, referenceValue, run } from '#server/db/schema/index.ts';
import { confirmReview, readReview } from '#server/runs/review.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const names = (await recordedCases()).slice(0, 8).map(({ name }) => name);
const OWNER = { userId: 'owner', workspaceId: HEADLESS_WORKSPACE, role: 'owner' as const };

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

let flows = 0;
async function publish(extra: Readonly<Record<string, unknown>> = {}): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  books = await startReceiver({ manner: 'key' });
  const flow = { ...toTarget(engine.template('woocommerce-fec', {}), 'key', extra), name: `controls ${flows}` };
  return engine.publishFlow(flow, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
}

async function codesOf(runId: string): Promise<(string | null)[]> {
  const rows = await engine.database.db.select().from(outcome).where(eq(outcome.runId, runId));
  return [...new Set(rows.filter((row) => row.outcome === 'held').map(({ code }) => code))];
}

async function entriesOf(runId: string): Promise<JournalEntry[]> {
  const rows = await engine.database.db.select().from(document).where(eq(document.runId, runId));
  return rows.flatMap(({ kind, body }) => (kind === 'journal-entry' ? [body as JournalEntry] : []));
}

describe('before anything is confirmed or delivered', () => {
  it('AT-064 accounts that the target does not take are held, and nothing is sent', async () => {
    const flowId = await publish({ demands: { accountShortest: 9, accountLongest: 9 } });
    const runId = await engine.start(flowId);
    await engine.drain(runId);
    expect(await codesOf(runId)).toEqual(['controls.account_length']);
    expect(books?.bookings).toEqual([]);
    expect(await entriesOf(runId)).toEqual([]);
  });

  it('an account that is not among those read of the target is held; once it is there, it is booked', async () => {
    const { db } = engine.database;
    const flowId = await publish();
    const first = await engine.start(flowId);
    await db.update(run).set({ mode: 'dry' }).where(eq(run.id, first));
    await engine.drain(first);
    const accounts = new Set((await entriesOf(first)).flatMap(({ lines }) => lines.map(({ account }) => account)));
    const [gone = '', ...known] = [...accounts].sort();
    const [row] = await db.select().from(flowTable).where(eq(flowTable.id, flowId));
    const connectionId = row?.bindings['books'] ?? '';
    const list = { connectionId, list: 'accounts' as const };
    await db.insert(referenceList).values({ ...list, readAt: new Date() });
    const values = [...known, gone].map((value, position) => ({ ...list, value, name: value, position }));
    const vanishedAt = new Date();
    await db.insert(referenceValue).values(values.map((one) => (one.value === gone ? { ...one, vanishedAt } : one)));

    const held = await engine.start(flowId);
    await engine.drain(held);
    expect(await codesOf(held)).toEqual(['controls.account_unknown']);
    await db.update(referenceValue).set({ vanishedAt: null }).where(eq(referenceValue.connectionId, connectionId));
    const booked = await engine.start(flowId);
    await engine.drain(booked);
    expect(await codesOf(booked)).toEqual([]);
    expect(books?.bookings.length).toBeGreaterThan(0);
  });

  it('AT-143 a piece number that is taken at the target by another document of the year is held', async () => {
    const flowId = await publish();
    await engine.drain(await engine.start(flowId));
    const before = books?.bookings.length ?? 0;
    // Another order comes with the number of one that is booked.
    const [first, ...others] = shop.shop.orders;
    const taken = String(first?.['number']);
    shop.shop.orders.splice(0, others.length + 1, ...others.map((order) => ({ ...order })));
    const other = { ...first, id: 990_001, number: taken, refunds: [] };
    shop.shop.orders.push(other);
    const runId = await engine.start(flowId);
    await engine.drain(runId);
    expect(await codesOf(runId)).toEqual(['controls.piece_number_taken']);
    expect(books?.bookings).toHaveLength(before);
  });
});

describe('the books are closed', () => {
  it('F-17 an entry that was confirmed in review after the books were closed is held, and not delivered', async () => {
    const { db } = engine.database;
    shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
    const flowId = await engine.publishFlow(
      { ...engine.template('woocommerce-fec', {}), name: 'closed meanwhile' },
      shop,
    );
    const runId = await engine.start(flowId, 'manual');
    expect(await engine.drain(runId)).toBe('in-review');
    const days = (await entriesOf(runId)).map(({ date }) => date).sort();
    const closedUntil = days[Math.floor(days.length / 2)] ?? '';
    await setClosedPeriod(db, OWNER, { flow: flowId, closedUntil, before: null, reason: '' }, new Date('2099-01-01'));
    const { hash } = await readReview(db, OWNER, runId);
    await confirmReview(db, OWNER, runId, hash);
    await engine.drain(runId);
    expect(await codesOf(runId)).toContain('controls.period_closed');
    const postings = await engine.postings(flowId);
    expect(postings.length).toBeGreaterThan(0);
    expect(postings.filter(({ day }) => day <= closedUntil)).toEqual([]);
  });
});

describe('completeness, on the engine', () => {
  const open = async (flowId: string) => (await listAlarms(engine.database.db, OWNER, { flow: flowId })).items;
  const daily = async (flowId: string) => {
    // As if the last run had begun after the last day of the orders.
    const startedAt = new Date('2026-11-20T06:00:00Z');
    await engine.database.db.update(run).set({ startedAt, createdAt: startedAt }).where(eq(run.flowId, flowId));
    await checkDueFlow(engine.services, flowId);
  };

  it('F-17 all that the shop counts is read and booked; an order that was never read is an alarm until it is', async () => {
    const flowId = await publish();
    await engine.drain(await engine.start(flowId));
    await daily(flowId);
    expect(await open(flowId)).toEqual([]);

    const [first] = shop.shop.orders;
    shop.shop.orders.push({ ...first, id: 990_002, number: '990002', refunds: [] });
    await daily(flowId);
    const [alarm] = await open(flowId);
    expect(alarm?.causes).toEqual([
      expect.objectContaining({
        cause: 'never-read',
        count: 1,
        amounts: [{ currency: 'EUR', amount: String(first?.['total']) }],
      }),
    ]);

    await engine.drain(await engine.start(flowId));
    await daily(flowId);
    expect(await open(flowId)).toEqual([]);
  });

  it('a shop that does not answer raises nothing and clears nothing; the check says why', async () => {
    const flowId = await publish();
    await engine.drain(await engine.start(flowId));
    shop.misbehave({ kind: 'refuse-credentials' }, { times: 50 });
    await daily(flowId);
    const { items, checks } = await listAlarms(engine.database.db, OWNER, { flow: flowId });
    expect(items).toEqual([]);
    expect(checks).toMatchObject([{ isLive: false, problem: { code: expect.stringContaining('woocommerce.') } }]);
  });
});
