import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { ComparedDocument, Show } from '#schemas/api/replays.ts';
import type { Comparison } from '#schemas/entry-diff.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { decimal, sum } from '#schemas/money.ts';
import type { Caller } from '#server/auth/caller.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from '#server/cli/headless-flow.ts';
import { flow, flowVersion, payload, posting, run } from '#server/db/schema/index.ts';
import { countComparison, listComparison, readReplay } from '#server/replays/read-comparison.ts';
import { replayRun } from '#server/replays/start-replay.ts';
import { EngineHarness } from '../engine/harness.ts';
import { recordedCases } from '../template/recorded-shop.ts';

const names = (await recordedCases()).map(({ name }) => name);
const caller: Caller = { userId: 'someone', workspaceId: HEADLESS_WORKSPACE, role: 'editor' };

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  engine = await EngineHarness.create();
});
afterAll(() => engine.database.drop());
afterEach(() => shop?.close());

type Change = (config: Record<string, unknown>) => Record<string, unknown>;

/** A flow over the recorded shop, and what publishes a version of it with other settings of its entries. */
async function openFlow(name: string) {
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  const template = engine.template('woocommerce-fec', { perPage: 10, fileName: name });
  const definition = (change: Change): FlowDefinition => {
    const node = template.nodes['entries'];
    if (!node) throw new Error('the template has no entries');
    return { ...template, name, nodes: { ...template.nodes, entries: { ...node, config: change(node.config) } } };
  };
  const publish = (change: Change = (config) => config) => {
    const connection = { type: 'woocommerce', fields: { ...shop.fields, ...shop.secrets } };
    return publishHeadless({ database: engine.database, ...engine.services }, definition(change), { shop: connection });
  };
  return { flowId: await publish(), publish };
}

async function replay(parentId: string, version?: number): Promise<string> {
  const { id } = await replayRun(engine.services, caller, parentId, { version });
  await engine.drain(id);
  return id;
}
async function counts(id: string): Promise<Partial<Record<Comparison, number>>> {
  const answer = await countComparison(engine.services, caller, id, {});
  expect(answer.next).toBeNull();
  return answer.counts;
}
async function listed(id: string, show: Show = 'all', limit = 500): Promise<ComparedDocument[]> {
  const items: ComparedDocument[] = [];
  let after: string | undefined;
  do {
    const page = await listComparison(engine.services, caller, id, { show, limit, after });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}
const rootsOf = (runId: string) =>
  engine.database.sql`select key from document where run_id = ${runId} and root_id = id order by key`;
const otherJournal: Change = (config) => ({ ...config, journals: { ...Object(config['journals']), sales: 'NEW' } });

it('sees the documents that the past run saw, as it saw them, though the shop has changed since', async () => {
  const { flowId } = await openFlow('as it saw them');
  const parent = await engine.start(flowId);
  await engine.drain(parent);
  const total = (await engine.counts(parent)).total;
  await shop.close();

  const again = await replay(parent);
  expect(await rootsOf(again)).toEqual(await rootsOf(parent));
  expect(await counts(again)).toEqual({ same: total });
  expect(await listed(again, 'differences')).toEqual([]);
  const { accounts, isOver } = await readReplay(engine.services, caller, again);
  expect(isOver).toBe(true);
  expect(accounts.length).toBeGreaterThan(2);
  expect(accounts.filter(({ difference }) => difference !== '0.00')).toEqual([]);
});

it('claims nothing, delivers nothing and leaves what is posted alone', async () => {
  const { flowId } = await openFlow('claims nothing');
  const parent = await engine.start(flowId);
  await engine.drain(parent);
  const before = await engine.postings(flowId);
  expect(before.length).toBeGreaterThan(0);
  const again = await replay(parent);
  expect(await engine.postings(flowId)).toEqual(before);
  const [row] = await engine.database.db.select().from(run).where(eq(run.id, again));
  expect(row).toMatchObject({ mode: 'dry', trigger: 'replay', parentId: parent, isLimited: true, version: 1 });
  const delivered = await engine.database.sql`select count(*)::int as n from delivery where run_id = ${again}`;
  expect(delivered[0]?.['n']).toBe(0);
  const claims = await engine.database.db.select().from(posting).where(eq(posting.runId, again));
  expect(claims).toEqual([]);
});

it('shows exactly what another version books otherwise, account by account, to the cent', async () => {
  const { flowId, publish } = await openFlow('another version');
  const parent = await engine.start(flowId);
  await engine.drain(parent);
  await publish((config) => ({ ...config, accounts: { ...Object(config['accounts']), payment: '512999' } }));
  const again = await replay(parent, 2);

  const changed = await listed(again, 'changed');
  expect(changed.length).toBeGreaterThan(3);
  const lines = changed.flatMap(({ entries }) => entries.flatMap((entry) => entry.lines));
  const accounts = new Set(lines.map(({ account }) => account));
  expect(accounts.size).toBe(2);
  expect(accounts).toContain('512999');
  const all = await counts(again);
  expect(all.changed).toBe(changed.length);
  expect(Object.keys(all).sort()).toEqual(['changed', 'same']);

  const { accounts: totals } = await readReplay(engine.services, caller, again);
  const moved = totals.filter(({ difference }) => difference !== '0.00');
  expect(moved.map(({ account }) => account).sort()).toEqual([...accounts].sort());
  expect(sum(totals.map(({ difference }) => difference)).toFixed(2)).toBe('0.00');
  for (const { account, difference } of moved) {
    const ofAccount = lines.filter((line) => line.account === account);
    const balance = (side: 'before' | 'after') =>
      sum(ofAccount.map((line) => decimal(line[side]?.debit ?? '0').minus(decimal(line[side]?.credit ?? '0'))));
    expect(balance('after').minus(balance('before')).toFixed(2)).toBe(difference);
  }
});

it('says which documents a version holds that another one booked', async () => {
  const { flowId, publish } = await openFlow('holds');
  const parent = await engine.start(flowId);
  await engine.drain(parent);
  const held = (await engine.counts(parent)).held;
  await publish((config) => ({ ...config, rounding: { limit: '0.00' } }));
  const again = await replay(parent, 2);
  const turned = await listed(again, 'outcome');
  expect(turned.length).toBe((await engine.counts(again)).held - held);
  for (const { before, after } of turned) {
    expect(before?.outcome).not.toBe('held');
    expect(after).toMatchObject({ outcome: 'held', reason: { code: expect.any(String) } });
  }
});

it('does not compare what the past run left out because it was booked before', async () => {
  const { flowId } = await openFlow('booked before');
  await engine.drain(await engine.start(flowId));
  const second = await engine.start(flowId);
  await engine.drain(second);
  const again = await replay(second);
  const all = await counts(again);
  expect(all['not-comparable']).toBeGreaterThan(3);
  expect(all.changed ?? 0).toBe(0);
  expect(all.outcome ?? 0).toBe(0);
  const { accounts } = await readReplay(engine.services, caller, again);
  expect(accounts.filter(({ difference }) => difference !== '0.00')).toEqual([]);
});

it('reads again from the source what is no longer kept of the past run', async () => {
  const { flowId } = await openFlow('pruned');
  const parent = await engine.start(flowId);
  await engine.drain(parent);
  const { total } = await engine.counts(parent);
  await engine.database.db.delete(payload);
  const again = await replay(parent);
  expect(await counts(again)).toEqual({ same: total });
});

it('pages through all documents once, however small the page', async () => {
  const { flowId, publish } = await openFlow('paged');
  const parent = await engine.start(flowId);
  await engine.drain(parent);
  await publish(otherJournal);
  const again = await replay(parent, 2);
  const whole = await listed(again);
  expect(whole.map(({ key }) => key).sort()).toEqual((await rootsOf(parent)).map((row) => row['key']));
  expect(await listed(again, 'all', 3)).toEqual(whole);
  expect(await listed(again, 'changed', 2)).toEqual(whole.filter(({ comparison }) => comparison === 'changed'));
});

it('lists a document of one run only on its side', async () => {
  const { flowId } = await openFlow('one side');
  const parent = await engine.start(flowId);
  await engine.drain(parent);
  const again = await replay(parent);
  const [first] = await listed(again);
  await engine.database.sql`update document set key = 'only now' where run_id = ${again} and key = ${first?.key ?? ''}`;
  const sides = (await listed(again, 'differences')).map(({ key, comparison }) => [key, comparison]);
  expect(sides).toEqual([
    [first?.key, 'only-before'],
    ['only now', 'only-after'],
  ]);
});

it('is refused while the past run reads, for a version that reads nothing of it, and for somebody else’s run', async () => {
  const { flowId } = await openFlow('refused');
  const parent = await engine.start(flowId);
  await expect(replayRun(engine.services, caller, parent, {})).rejects.toMatchObject({ status: 409 });
  await engine.drain(parent);
  const [first] = await engine.database.db.select().from(flowVersion).where(eq(flowVersion.flowId, flowId));
  if (!first) throw new Error('nothing is published');
  await engine.database.db.insert(flowVersion).values({
    ...first,
    number: 2,
    definition: { ...first.definition, nodes: {}, edges: [] },
  });
  const jobs = async () =>
    (await engine.database.sql`select count(*)::int as n from run where flow_id = ${flowId}`)[0]?.['n'];
  await expect(replayRun(engine.services, caller, parent, { version: 2 })).rejects.toMatchObject({
    status: 422,
    detail: { code: 'replays.nothing_read' },
  });
  await expect(replayRun(engine.services, caller, parent, { version: 7 })).rejects.toMatchObject({ status: 404 });
  const stranger = { ...caller, workspaceId: 'elsewhere' };
  await expect(replayRun(engine.services, stranger, parent, {})).rejects.toMatchObject({ status: 404 });
  await expect(readReplay(engine.services, caller, parent)).rejects.toMatchObject({
    detail: { code: 'replays.not_a_replay' },
  });
  expect(await jobs()).toBe(1);
  await engine.database.db.update(flow).set({ archivedAt: new Date() }).where(eq(flow.id, flowId));
  await expect(replayRun(engine.services, caller, parent, {})).rejects.toMatchObject({ status: 404 });
});
