import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { defineConnector } from '#nodes/kit/connector.ts';
import { defineEnrich, type Envelope, type MapResult } from '#nodes/kit/node-type.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { type SalesDocument, salesDocumentSchema } from '#schemas/documents/sales-document.ts';
import { RemoteDownError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { defineMessages } from '#schemas/messages.ts';
import { document, memory, outcome, stepLog } from '#server/db/schema/index.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';

const words = defineMessages('asking', {
  unknown: { text: { en: 'Nobody knows {number}', fr: 'Inconnu : {number}', nl: 'Onbekend: {number}' } },
  down: { text: { en: 'No answer', fr: 'Pas de réponse', nl: 'Geen antwoord' } },
});
const texts = {
  title: { en: 'Ask', fr: 'Demander', nl: 'Vragen' },
  description: { en: 'Asks', fr: 'Demande', nl: 'Vraagt' },
  fields: { en: {}, fr: {}, nl: {} },
};

/** What the test makes of each batch, and every key that was asked about. */
let asked: string[] = [];
let answer: (documents: readonly SalesDocument[]) => void = () => undefined;
let isHeld: (document: SalesDocument) => boolean = () => false;

const asking = defineConnector({
  id: 'asking',
  connectionTypes: [],
  nodeTypes: [
    defineEnrich({
      id: 'asking',
      version: 1,
      icon: 'search',
      texts,
      inputs: [{ id: 'documents', kind: 'sales-document' }],
      outputs: [{ id: 'documents', kind: 'sales-document' }],
      config: { type: 'object', additionalProperties: false, properties: {} },
      messages: words.catalogue,
      run: async ({ memory: remembered }, batch: readonly Envelope[]): Promise<MapResult[]> => {
        const known = await remembered.get(batch.map(({ key }) => key));
        const documents = batch.map(({ body }) => salesDocumentSchema.parse(body));
        const results: MapResult[] = [];
        for (const [index, body] of documents.entries()) {
          const { key, kind } = batch[index] ?? { key: '', kind: 'sales-document' as const };
          if (!known.has(key)) {
            asked.push(key);
            await remembered.put(key, 'asked', new Date(Date.now() + 60_000));
          }
          results.push(
            isHeld(body)
              ? { hold: words.build.unknown({ number: body.number }) }
              : { emit: [{ key, kind, body: { ...body, buyer: { ...body.buyer, company: 'Asked Ltd' } } }] },
          );
        }
        answer(documents);
        return results;
      },
    }),
  ],
});

/** The template's flow with a question between the shop and the entries. */
function withQuestion(flow: FlowDefinition): FlowDefinition {
  return {
    ...flow,
    nodes: { ...flow.nodes, ask: { type: 'asking', version: 1, config: {} } },
    edges: flow.edges.flatMap((edge) =>
      edge.from.node === 'orders'
        ? [
            { from: edge.from, to: { node: 'ask', port: 'documents' } },
            { from: { node: 'ask', port: 'documents' }, to: edge.to },
          ]
        : [edge],
    ),
  };
}

let engine: EngineHarness;
let shop: FakeShop;
beforeAll(async () => {
  const plain = await EngineHarness.create([0, 0, 0]);
  const registry = registryOf([...plain.services.registry.connectors, asking]);
  engine = Object.assign(plain, { services: { ...plain.services, registry } });
});
afterAll(() => engine.database.drop());
afterEach(async () => {
  asked = [];
  answer = () => undefined;
  isHeld = () => false;
  await engine.database.db.delete(memory);
  await shop.close();
});

const names = (await recordedCases()).map(({ name }) => name);
let flows = 0;
/** Each flow has files of its own: another shop's documents bear the same numbers. */
async function publish(): Promise<string> {
  flows += 1;
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  return engine.publishFlow({ ...withQuestion(engine.template('woocommerce-fec', {})), name: `asking ${flows}` }, shop);
}
const outcomesOf = (runId: string) =>
  engine.database.db.select().from(outcome).where(eq(outcome.runId, runId)).orderBy(outcome.documentId);

it('asks about every document once, and books what the answer made of it', async () => {
  const flowId = await publish();
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('partial');
  expect(asked.length).toBeGreaterThan(20);
  expect(new Set(asked).size).toBe(asked.length);
  const entries = await engine.database.db.select().from(document).where(eq(document.runId, runId));
  const parties = entries.filter(({ kind }) => kind === 'journal-entry').map(({ party }) => party);
  expect(new Set(parties)).toEqual(new Set(['Asked Ltd']));
});

it('holds a document for its answer with the reason in the log, and books the others', async () => {
  const flowId = await publish();
  const first = await engine.start(flowId);
  await engine.drain(first);
  const before = await engine.counts(first);
  await shop.close();

  const again = await publish();
  isHeld = ({ kind }) => kind === 'credit-note';
  const runId = await engine.start(again);
  await engine.drain(runId);
  const held = (await outcomesOf(runId)).filter(({ code }) => code === 'asking.unknown');
  expect(held.length).toBeGreaterThan(0);
  const after = await engine.counts(runId);
  expect(after.held).toBe(before.held + held.length);
  const log = await engine.database.db.select().from(stepLog).where(eq(stepLog.runId, runId));
  expect(log.filter((line) => line.nodeId === 'ask' && line.level === 'warning').length).toBe(held.length);
});

it('goes on after an outage without asking again about what it was told', async () => {
  const flowId = await publish();
  let outages = 0;
  answer = () => {
    outages += 1;
    if (outages === 1) throw new RemoteDownError(words.build.down());
  };
  const runId = await engine.start(flowId);
  expect(await engine.drain(runId)).toBe('partial');
  expect(outages).toBeGreaterThan(1);
  expect(new Set(asked).size).toBe(asked.length);
});

it('makes the same entries as the flow without the question', async () => {
  const flowId = await publish();
  const runId = await engine.start(flowId);
  await engine.drain(runId);
  await shop.close();
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  const plain = await engine.start(await engine.publish(shop, {}));
  await engine.drain(plain);
  const counted = await engine.counts(runId);
  expect(counted).toEqual(await engine.counts(plain));
});
