import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defineConnector } from '#nodes/kit/connector.ts';
import { defineMap, type Envelope } from '#nodes/kit/node-type.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { allocate, Decimal, decimal, formatAmount, sum } from '#schemas/money.ts';
import { document, posting } from '#server/db/schema/index.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';

/** Which of the parts of each payment are there already, and in which order. */
let parts: readonly string[] = ['a', 'b', 'c'];

function paidInParts(body: SalesDocument): SalesDocument {
  const payments = body.payments.flatMap((payment) => {
    const amounts = allocate(decimal(payment.amount), [new Decimal(1), new Decimal(2), new Decimal(3)]);
    const all = new Map(['a', 'b', 'c'].map((part, index) => [part, formatAmount(amounts[index] ?? new Decimal(0))]));
    return parts.map((part) => ({ ...payment, id: `${payment.id}-${part}`, amount: all.get(part) ?? '0', fee: null }));
  });
  return { ...body, payments };
}

/** A shop whose orders are paid in several parts: between the shop and the entries each payment is cut in three. */
const splitting = defineConnector({
  id: 'splitting',
  connectionTypes: [],
  nodeTypes: [
    defineMap({
      ...{ id: 'splitting', version: 1, icon: 'cut' },
      texts: {
        title: { en: 's', fr: 's', nl: 's' },
        description: { en: 's', fr: 's', nl: 's' },
        fields: { en: {}, fr: {}, nl: {} },
      },
      inputs: [{ id: 'documents', kind: 'sales-document' }],
      outputs: [{ id: 'documents', kind: 'sales-document' }],
      config: { type: 'object', additionalProperties: false, properties: {} },
      messages: {},
      run: (_context, batch: readonly Envelope[]) =>
        batch.map(({ key, kind, body }) => ({ emit: [{ key, kind, body: paidInParts(body as SalesDocument) }] })),
    }),
  ],
});

function inParts(flow: FlowDefinition): FlowDefinition {
  return {
    ...flow,
    nodes: { ...flow.nodes, split: { type: 'splitting', version: 1, config: {} } },
    edges: flow.edges.flatMap((edge) =>
      edge.from.node === 'orders'
        ? [
            { from: edge.from, to: { node: 'split', port: 'documents' } },
            { from: { node: 'split', port: 'documents' }, to: edge.to },
          ]
        : [edge],
    ),
  };
}

let engine: EngineHarness;
beforeAll(async () => {
  const plain = await EngineHarness.create();
  const registry = registryOf([...plain.services.registry.connectors, splitting]);
  engine = Object.assign(plain, { services: { ...plain.services, registry } });
});
afterAll(() => engine.database.drop());

it('every payment of a sale is booked once, whatever others it has and in which order they are read', async () => {
  const names = (await recordedCases()).map(({ name }) => name);
  const shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  try {
    const flowId = await engine.publishFlow(inParts(engine.template('woocommerce-fec', {})), shop);
    const booked = async () => {
      const rows = await engine.database.db
        .select({ kind: posting.kind, key: posting.sourceDocument, number: document.number, total: document.total })
        .from(posting)
        .innerJoin(document, eq(document.id, posting.entryId))
        .where(eq(posting.flowId, flowId));
      const payments = rows.filter(({ kind }) => kind.startsWith('payment:'));
      return { payments, total: formatAmount(sum(payments.map(({ total }) => total ?? '0'))) };
    };
    // At first only the middle part is paid, then the others come before and behind it.
    parts = ['b'];
    await engine.drain(await engine.start(flowId));
    const some = await booked();
    parts = ['a', 'b', 'c'];
    await engine.drain(await engine.start(flowId));
    const all = await booked();
    parts = ['c', 'b', 'a'];
    await engine.drain(await engine.start(flowId));
    expect(all.payments).toHaveLength(3 * some.payments.length);
    expect(await booked()).toEqual(all);
    const own = all.payments.filter(({ kind }) => kind.endsWith('-b'));
    expect(formatAmount(sum(own.map(({ total }) => total ?? '0')))).toBe(some.total);
  } finally {
    await shop.close();
  }
});
