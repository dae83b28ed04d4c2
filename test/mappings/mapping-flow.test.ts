import { and, eq, sql } from 'drizzle-orm';
import { v4 as uuidv4 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { HoldCause } from '#schemas/api/holds.ts';
import type { JournalEntryData } from '#schemas/documents/journal-entry.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { document, mapping, payload, run } from '#server/db/schema/index.ts';
import { addRuleForHold } from '#server/holds/add-rule.ts';
import { listHoldCauses } from '#server/holds/list-causes.ts';
import { explainLine } from '#server/mappings/explain-line.ts';
import { insertMapping, saveRules } from '#server/mappings/write-mapping.ts';
import { confirmReview, readReview } from '#server/runs/review.ts';
import { EngineHarness } from '../engine/harness.ts';
import { recordedCases } from '../template/recorded-shop.ts';

/** A machine that has other things to do takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const CALLER = { workspaceId: HEADLESS_WORKSPACE, userId: 'ada', role: 'editor' } as const;
const names = (await recordedCases()).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  engine = await EngineHarness.create();
});
afterAll(() => engine.database.drop());
beforeEach(async () => {
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
});
afterEach(() => shop.close());

function rule(table: MappingRule['table'], match: MappingRule['match'], set: MappingRule['set']): MappingRule {
  return { id: uuidv4(), table, match, set, note: '' };
}

let flows = 0;
/** A flow of the recorded shop whose entries go by a mapping of their own. */
async function publish(rules: readonly MappingRule[], controls: Readonly<Record<string, string>> = {}) {
  flows += 1;
  // The first flow also makes the workspace, in which the mapping stands.
  await engine.publish(shop, { fileName: 'workspace' });
  const { db } = engine.services;
  const mappingId = await db.transaction((tx) => insertMapping(tx, CALLER, `Tables ${flows}`, rules));
  const definition = engine.template('woocommerce-fec', { fileName: `tables-${flows}` });
  const { entries, ...others } = definition.nodes;
  if (!entries) throw new Error('the template has no mapping');
  const config = { ...entries.config, mapping: mappingId, controls };
  const nodes = { ...others, entries: { ...entries, config } };
  const flowId = await engine.publishFlow({ ...definition, name: `Tables ${flows}`, nodes }, shop);
  return { flowId, mappingId };
}

async function entriesOf(runId: string): Promise<{ id: string; body: JournalEntryData }[]> {
  const isEntry = and(eq(document.runId, runId), eq(document.kind, 'journal-entry'));
  const rows = await engine.services.db.select().from(document).where(isEntry);
  return rows.map(({ id, body }) => ({ id, body: body as JournalEntryData }));
}

const explain = (id: string, entry: string, line: number) => explainLine(engine.services, CALLER, { id, entry, line });

/** Takes a run to its end, and confirms everything where it asks. */
async function finish(runId: string | undefined): Promise<void> {
  if (runId === undefined) throw new Error('no run was started');
  if ((await engine.drain(runId)) !== 'in-review') return;
  const { db } = engine.services;
  await confirmReview(db, CALLER, runId, (await readReview(db, CALLER, runId)).hash);
  await engine.drain(runId);
}

/** Every line of every entry of a run that a mapping table chose. */
async function tableLines(runId: string) {
  const entries = await entriesOf(runId);
  return entries.flatMap(({ id, body }) =>
    body.lines.flatMap((line, index) => (line.rule.startsWith('table:') ? [{ id, index, line }] : [])),
  );
}

const RULES = [
  rule('sales', {}, { withVat: '700000', withoutVat: '700900', discountWithVat: '709000' }),
  rule('sales', { tax: '21' }, { withVat: '700021' }),
  rule('sales', { country: 'BE', tax: '21' }, { withVat: '700121' }),
  rule('taxes', { tax: '*' }, { account: '451000' }),
  rule('payments', {}, { account: '580000', feeAccount: '657200' }),
  rule('payments', { method: 'stripe*' }, { account: '580010' }),
  rule('carriers', {}, { shippingWithVat: '704000', shippingWithoutVat: '704900' }),
];

it('AT-120 on every line that a table chose, the trace names the rule on the line as the winner', async () => {
  const { flowId } = await publish(RULES);
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const lines = await tableLines(runId);
  const tables = new Set(lines.map(({ line }) => line.rule.split(':')[1]));
  expect([...tables].sort()).toEqual(expect.arrayContaining(['carriers', 'payments', 'sales', 'taxes']));
  for (const { id, index, line } of lines) {
    const why = await explain(runId, id, index);
    const ruleId = line.rule.split(':')[3];
    expect(why.candidates.find(({ verdict }) => verdict === 'wins')?.rule.id).toBe(ruleId);
    expect(why).toMatchObject({ chosenBy: 'table', setting: 'mapping', mapping: { revision: 1, ruleNow: 'same' } });
    expect(Object.keys(why.facts).length, JSON.stringify([line, why])).toBeGreaterThan(0);
  }
});

it('a line that no table chose says which setting did', async () => {
  const { flowId } = await publish([]);
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const settings = new Set<string>();
  for (const { id, body } of await entriesOf(runId)) {
    for (const [index, line] of body.lines.entries()) {
      const why = await explain(runId, id, index);
      expect(why.chosenBy, line.rule).not.toBe('unknown');
      expect(why.candidates).toEqual([]);
      if (why.setting !== null) settings.add(why.setting);
    }
  }
  expect(settings).toContain('chart');
});

it('a run keeps the revision that it began with, and its trace says what became of the rule since', async () => {
  const { flowId, mappingId } = await publish(RULES);
  const { db } = engine.services;
  const runId = await engine.start(flowId);
  const [, second, ...rest] = RULES;
  if (!second) throw new Error('a rule is missing');
  const changed = [...rest, { ...second, set: { withVat: '799999' } }];
  await db.transaction((tx) => saveRules(tx, CALLER, mappingId, { revision: 1, rules: changed }));
  await engine.drain(runId);
  const lines = await tableLines(runId);
  expect(lines.some(({ line }) => line.account.startsWith('7999'))).toBe(false);
  const states = new Map<string, string | undefined>();
  for (const { id, index, line } of lines) {
    const { mapping: now } = await explain(runId, id, index);
    expect(now).toMatchObject({ revision: 1, revisionNow: 2 });
    states.set(line.rule.split(':')[3] ?? '', now?.ruleNow);
  }
  expect(states.get(RULES[0]?.id ?? '') ?? 'gone').toBe('gone');
  expect(states.get(second.id) ?? 'changed').toBe('changed');
  expect([...states.values()]).toContain('same');
});

it('when the document is no longer stored, the trace still names the rule', async () => {
  const { flowId } = await publish(RULES);
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  const { db } = engine.services;
  await db.delete(payload).where(sql`document_id in (select id from document where run_id = ${runId})`);
  const [first] = await tableLines(runId);
  const why = await explain(runId, first?.id ?? '', first?.index ?? 0);
  expect(why.facts).toEqual({});
  expect(why.candidates.map(({ verdict, rule: { id } }) => [verdict, id])).toEqual([
    ['wins', first?.line.rule.split(':')[3]],
  ]);
});

async function causesOf(flowId: string, code: string): Promise<HoldCause[]> {
  const { items } = await listHoldCauses(engine.services, CALLER, { flow: flowId });
  return items.filter(({ message }) => message.code === code);
}

async function mendAll(flowId: string, mappingId: string, code: string, set: Readonly<Record<string, string>>) {
  const before = await causesOf(flowId, code);
  expect(before.length).toBeGreaterThan(0);
  for (const cause of before) {
    const [flow] = cause.flows;
    expect(flow?.mend).toMatchObject({ setting: 'mapping', rule: { mapping: { id: mappingId } } });
    const added = await addRuleForHold(engine.services, CALLER, { cause: cause.id, flow: flowId, set });
    expect(added).toMatchObject({ count: cause.count, notRetried: null, mapping: { id: mappingId } });
    const [row] = await engine.services.db
      .select()
      .from(run)
      .where(eq(run.id, added.run?.id ?? ''));
    // The run that tries them again goes by the rule that was just added.
    expect(row?.mappings).toEqual({ [mappingId]: added.mapping.revision });
    await finish(added.run?.id);
  }
  expect(await causesOf(flowId, code)).toEqual([]);
  return before;
}

it('HD-05 a payment method met but not mapped holds its documents, and one rule a method frees them', async () => {
  const { flowId, mappingId } = await publish(
    RULES.filter(({ match }) => match.method === undefined),
    {
      unlistedMethod: 'hold',
    },
  );
  await finish(await engine.start(flowId));
  const mended = await mendAll(flowId, mappingId, 'entry.unlisted_method', { account: '580077' });
  // Each method is a cause of its own: a rule names one of them.
  const methods = mended.map(({ message }) => message.params['value']);
  expect(new Set(methods).size).toBe(methods.length);
});

it('HD-04 a rate met but not mapped holds its documents, and one rule a rate frees them', async () => {
  const rules = RULES.filter(({ table }) => table !== 'taxes');
  const { flowId, mappingId } = await publish(rules, { unlistedTax: 'hold' });
  await finish(await engine.start(flowId));
  for (let round = 0; round < 20 && (await causesOf(flowId, 'entry.unlisted_tax')).length > 0; round += 1) {
    // A document with two rates waits for the second one next.
    const [cause] = await causesOf(flowId, 'entry.unlisted_tax');
    const set = { account: '451077' };
    const added = await addRuleForHold(engine.services, CALLER, { cause: cause?.id ?? '', flow: flowId, set });
    await finish(added.run?.id);
  }
  expect(await causesOf(flowId, 'entry.unlisted_tax')).toEqual([]);
  const [row] = await engine.services.db.select().from(mapping).where(eq(mapping.id, mappingId));
  expect(row?.revision).toBeGreaterThan(1);
});

it('a rule that says nothing, and a cause that no rule mends, change nothing', async () => {
  const { flowId, mappingId } = await publish([], { unlistedMethod: 'hold' });
  await finish(await engine.start(flowId));
  const [cause] = await causesOf(flowId, 'entry.unlisted_method');
  const add = (input: { cause: string; set: Record<string, string> }) =>
    addRuleForHold(engine.services, CALLER, { flow: flowId, ...input });
  await expect(add({ cause: cause?.id ?? '', set: { account: ' ' } })).rejects.toMatchObject({ status: 422 });
  await expect(add({ cause: cause?.id ?? '', set: { oops: '7' } })).rejects.toMatchObject({ status: 422 });
  await expect(add({ cause: 'another', set: { account: '7' } })).rejects.toMatchObject({ status: 409 });
  const [row] = await engine.services.db.select().from(mapping).where(eq(mapping.id, mappingId));
  expect(row?.revision).toBe(1);
});
