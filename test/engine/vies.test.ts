import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeVies, startFakeVies } from '#nodes/vies/testing/fake.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { document, outcome } from '#server/db/schema/index.ts';
import { EngineHarness } from './harness.ts';

/** The recorded order of a business in Germany, whose number the shop put on it. */
const NUMBER = 'DE123456788';

let engine: EngineHarness;
let shop: FakeShop;
let vies: FakeVies;
let flowId: string;
beforeEach(async () => {
  engine = await EngineHarness.create([0, 0, 0]);
  vies = await startFakeVies();
  shop = await startFakeShop({
    shop: shopOf(['prices-incl__b2b-de-reverse-charge', 'prices-incl__be-mixed-vat-21-12-6'].map(recordedCase)),
  });
  flowId = await engine.publishFlow(withVies(engine.template('woocommerce-fec', {})), shop);
});
afterEach(async () => {
  await engine.database.drop();
  await shop.close();
  await vies.close();
});

/** The template's flow with VIES between the shop and the entries, for a Belgian seller. */
function withVies(flow: FlowDefinition): FlowDefinition {
  const { entries } = flow.nodes;
  if (!entries) throw new Error('the template has changed');
  const config = { ownNumber: 'BE0428759497', address: vies.address };
  return {
    ...flow,
    nodes: {
      ...flow.nodes,
      entries: { ...entries, config: { ...entries.config, chart: 'be-pcmn' } },
      vies: { type: 'vies', version: 1, config },
    },
    edges: flow.edges.flatMap((edge) =>
      edge.from.node === 'orders'
        ? [
            { from: edge.from, to: { node: 'vies', port: 'documents' } },
            { from: { node: 'vies', port: 'documents' }, to: edge.to },
          ]
        : [edge],
    ),
  };
}

async function runOnce(): Promise<string> {
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  return runId;
}
async function entriesOf(runId: string): Promise<JournalEntry[]> {
  const rows = await engine.database.db.select().from(document).where(eq(document.runId, runId));
  return rows.filter(({ kind }) => kind === 'journal-entry').map(({ body }) => parseJournalEntry(body));
}
const codesOf = async (runId: string) =>
  (await engine.database.db.select().from(outcome).where(eq(outcome.runId, runId))).flatMap(({ code }) => code ?? []);

it('EF-14 a number that the shop put on an order is asked about once, and its sale is booked without VAT, with proof', async () => {
  vies.numbers.set(NUMBER, 'VERLAG GMBH');
  const entries = await entriesOf(await runOnce());
  const sale = entries.find(({ partyVatNumber }) => partyVatNumber === NUMBER);
  expect(sale?.partyVatCheck).toMatchObject({ consultation: 'WAPI1' });
  const bases = sale?.lines.filter(({ vat }) => vat !== null) ?? [];
  expect(bases.length).toBeGreaterThan(0);
  for (const { vat } of bases) expect(vat).toMatchObject({ regime: 'reverse-charge', grids: ['46'], country: 'DE' });
  expect(vies.asked).toHaveLength(1);
  // Another run finds the answer in its memory.
  await runOnce();
  expect(vies.asked).toHaveLength(1);
});

it('EF-21 a number that is not valid holds its document; the others are booked', async () => {
  const runId = await runOnce();
  expect(await codesOf(runId)).toContain('vies.invalid');
  const entries = await entriesOf(runId);
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.every(({ partyVatNumber }) => partyVatNumber !== NUMBER)).toBe(true);
});

it('EF-21 while VIES is away the document is held, and booked once it answers', async () => {
  vies.misbehave('DE', { kind: 'trouble', error: 'MS_UNAVAILABLE' });
  expect(await codesOf(await runOnce())).toContain('vies.unanswered');
  vies.misbehave('DE', null);
  vies.numbers.set(NUMBER, 'VERLAG GMBH');
  const entries = await entriesOf(await runOnce());
  expect(entries.some(({ partyVatNumber }) => partyVatNumber === NUMBER)).toBe(true);
});
