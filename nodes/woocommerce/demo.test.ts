import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { salesDocumentSchema } from '#schemas/documents/sales-document.ts';
import { Decimal, sum } from '#schemas/money.ts';
import { demoOrders } from './testing/demo-orders.ts';
import { startDemoShop } from './testing/demo-shop.ts';
import { contextFor, readAll } from './testing/shop-test.ts';

const NOW = new Date('2026-11-21T12:00:00Z');

let items: SourceItem[] = [];
let documents: SalesDocument[] = [];
let demo: Awaited<ReturnType<typeof startDemoShop>>;
beforeAll(async () => {
  demo = await startDemoShop(NOW);
  items = await readAll(contextFor(demo));
  documents = items.map((item) => salesDocumentSchema.parse(item.body));
});
afterAll(() => demo.close());

describe('the demo shop', () => {
  test('has about 120 orders that can all be read', () => {
    const sales = documents.filter((document) => document.kind === 'sale');
    expect(sales.length).toBeGreaterThan(100);
    expect(sales.length).toBeLessThan(140);
    expect(items.filter((item) => item.problem)).toEqual([]);
  });

  test('is consistent: lines, taxes and what is unallocated make the total to the cent', () => {
    for (const { lines, taxes, unallocated, total, number } of documents) {
      const parts = sum([...lines.map((line) => line.netAmount), ...taxes.map((tax) => tax.amount), unallocated]);
      expect(`${number} ${parts.toFixed(2)}`).toBe(`${number} ${new Decimal(total).toFixed(2)}`);
    }
  });

  test('shows every case that matters to bookkeeping', () => {
    const has = (check: (document: SalesDocument) => boolean) => documents.some(check);
    const rates = new Set(documents.flatMap((document) => document.taxes.map((tax) => `${tax.country} ${tax.rate}`)));
    for (const rate of ['FR 20', 'FR 10', 'FR 5.5', 'BE 21', 'BE 6', 'NL 21', 'DE 19']) expect(rates).toContain(rate);
    expect(has((document) => document.vatExempt === true && document.buyer.vatNumber !== null)).toBe(true);
    expect(has((document) => document.buyer.billing?.country === 'CH' && document.taxes.length === 0)).toBe(true);
    expect(has((document) => document.lines.some((line) => new Decimal(line.netAmount).isNegative()))).toBe(true);
    expect(has((document) => document.lines.some((line) => line.category === 'wrapping'))).toBe(true);
    expect(has((document) => document.lines.some((line) => line.sku === 'CADEAU-50'))).toBe(true);
    expect(has((document) => document.lines.some((line) => !new Decimal(line.discountAmount).isZero()))).toBe(true);
    expect(has((document) => document.kind === 'credit-note' && document.lines.length === 0)).toBe(true);
    expect(has((document) => document.kind === 'credit-note' && document.total === document.original?.total)).toBe(
      true,
    );
    const paid = documents.flatMap((document) => document.payments);
    for (const method of ['stripe', 'ppcp-gateway', 'bacs']) expect(paid.map((one) => one.method)).toContain(method);
    expect(paid.filter((one) => one.method === 'ppcp-gateway' && one.paidAt).some((one) => one.fee !== null)).toBe(
      true,
    );
    expect(new Set(items.flatMap((item) => item.skip?.code ?? [])).size).toBeGreaterThanOrEqual(2);
  });

  test('decodes the entities that WordPress writes into names', () => {
    const names = documents.flatMap((document) => document.lines.map((line) => line.description));
    expect(names).toContain('Rooibos & vanille 250 g');
  });

  test('agrees with itself a day later about the orders of the days both know', () => {
    const later = demoOrders(new Date(NOW.getTime() + 86_400_000));
    const total = ({ order }: (typeof later)[number]) => [order['id'], order['date_created_gmt'], order['total']];
    const known = new Set(demoOrders(NOW).map(({ order }) => order['id']));
    const both = later.filter(({ order }) => known.has(order['id']));
    expect(both.length).toBeGreaterThan(100);
    expect(both.map(total)).toEqual(demoOrders(NOW).slice(-both.length).map(total));
  });

  test('starts a second time beside the first', async () => {
    const second = await startDemoShop(NOW);
    expect(second.fields['url']).not.toBe(demo.fields['url']);
    await second.close();
  });
});
