import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defineConnector } from '#nodes/kit/connector.ts';
import { defineMap, defineSource, type Envelope } from '#nodes/kit/node-type.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Payout } from '#schemas/documents/payout.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';
import { document, posting } from '#server/db/schema/index.ts';
import { fileBytes } from '#server/jobs/complete-file.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { EngineHarness } from './harness.ts';

const texts = {
  title: { en: 'p', fr: 'p', nl: 'p' },
  description: { en: 'p', fr: 'p', nl: 'p' },
  fields: { en: {}, fr: {}, nl: {} },
};
const config = { type: 'object', additionalProperties: false, properties: {} } as const;
const FEE = '0.30';

/** What the processor took in and gave back in euros, noted while the shop is read, and paid out in the end. */
let taken: { id: string; amount: string; fee: string | null; kind: 'payment' | 'refund' }[] = [];

function withPayout(body: SalesDocument): SalesDocument {
  if (body.currency !== 'EUR') return body;
  const isSale = body.kind === 'sale';
  const payments = body.payments.map((payment) => ({ ...payment, fee: null, payoutId: 'po_1' }));
  for (const { id, amount } of payments) {
    if (taken.some((one) => one.id === `${body.kind}-${id}`)) continue;
    const kind = isSale ? ('payment' as const) : ('refund' as const);
    const signed = isSale ? amount : formatAmount(decimal(amount).negated());
    taken.push({ id: `${body.kind}-${id}`, amount: signed, fee: isSale ? FEE : null, kind });
  }
  return { ...body, payments };
}

function payoutOfAll(): Payout {
  const net = sum(taken.map(({ amount, fee }) => decimal(amount).minus(fee ?? '0')));
  return {
    ...{ id: 'po_1', number: 'PO-1', processor: 'stripe', paidAt: '2026-12-31T09:00:00Z', currency: 'EUR' },
    source: { system: 'processor', shop: 'acct_1', url: null },
    amount: formatAmount(net),
    items: taken.map((one) => ({ ...one, documentId: null })),
  };
}

/** A processor that pays out once a month, and a shop that says which payout a payment went into. */
const processor = defineConnector({
  id: 'processor',
  connectionTypes: [],
  nodeTypes: [
    defineSource({
      ...{ id: 'processor-payouts', version: 1, icon: 'cash', texts, config, messages: {}, inputs: [] },
      outputs: [{ id: 'payouts', kind: 'payout' }],
      read: async () => ({
        items: [{ key: 'processor:po_1', kind: 'payout', label: 'payout PO-1', body: payoutOfAll() }],
        next: null,
      }),
    }),
    defineMap({
      ...{ id: 'processor-mark', version: 1, icon: 'cash', texts, config, messages: {} },
      inputs: [{ id: 'documents', kind: 'sales-document' }],
      outputs: [{ id: 'documents', kind: 'sales-document' }],
      run: (_context, batch: readonly Envelope[]) =>
        batch.map(({ key, kind, body }) => ({ emit: [{ key, kind, body: withPayout(body as SalesDocument) }] })),
    }),
  ],
});

function withProcessor(flow: FlowDefinition): FlowDefinition {
  const { entries, file, ...nodes } = flow.nodes;
  if (!entries || !file) throw new Error('the template has changed');
  return {
    ...flow,
    nodes: {
      ...nodes,
      entries: { ...entries, config: { ...entries.config, payouts: { fees: 'payout' } } },
      file: { ...file, config: { ...file.config, preset: 'csv', grain: 'payout' } },
      mark: { type: 'processor-mark', version: 1, config: {} },
      payouts: { type: 'processor-payouts', version: 1, config: {} },
    },
    edges: [
      ...flow.edges.flatMap((edge) =>
        edge.from.node === 'orders'
          ? [
              { from: edge.from, to: { node: 'mark', port: 'documents' } },
              { from: { node: 'mark', port: 'documents' }, to: edge.to },
            ]
          : [edge],
      ),
      { from: { node: 'payouts', port: 'payouts' }, to: { node: 'entries', port: 'payouts' } },
    ],
  };
}

let engine: EngineHarness;
beforeAll(async () => {
  const plain = await EngineHarness.create();
  const registry = registryOf([...plain.services.registry.connectors, processor]);
  engine = Object.assign(plain, { services: { ...plain.services, registry } });
});
afterAll(() => engine.database.drop());

function balance(entries: readonly JournalEntry[], account: string): string {
  const lines = entries.flatMap((entry) => entry.lines).filter((line) => line.account === account);
  return formatAmount(sum(lines.map((line) => decimal(line.debit).minus(line.credit))));
}

it('sales, refunds and their payout clear the processor’s account to the cent; one entry a payout goes into the file', async () => {
  const names = (await recordedCases()).map(({ name }) => name);
  const shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  try {
    taken = [];
    const flowId = await engine.publishFlow(withProcessor(engine.template('woocommerce-fec', {})), shop);
    const runId = await engine.start(flowId);
    await engine.drain(runId);
    const rows = await engine.database.db
      .select({ body: document.body, kind: posting.kind, file: posting.fileId })
      .from(posting)
      .innerJoin(document, eq(document.id, posting.entryId))
      .where(eq(posting.flowId, flowId));
    const entries = rows.map(({ body }) => parseJournalEntry(body));
    expect(rows.filter(({ kind }) => kind === 'payout')).toHaveLength(1);
    expect(rows.length).toBeGreaterThan(60);
    const payments = taken.filter(({ kind }) => kind === 'payment').length;
    expect(balance(entries, '511500')).toBe('0.00');
    expect(balance(entries, '627800')).toBe(formatAmount(decimal(FEE).times(payments)));
    expect(balance(entries, '512000')).toBe(payoutOfAll().amount);

    // Sums by account, rate and side, whatever the number of documents behind them.
    const [first] = rows;
    const text = (await fileBytes(engine.database.db, first?.file ?? '')).toString('utf8');
    const written = text.trimEnd().split('\n').length;
    const lines = entries.reduce((count, entry) => count + entry.lines.length, 0);
    expect(written).toBeGreaterThan(10);
    expect(written * 2).toBeLessThan(lines);
  } finally {
    await shop.close();
  }
});
