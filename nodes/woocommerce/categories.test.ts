import { afterEach, expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { documentFacts, lineFacts } from '#schemas/mapping/facts.ts';
import { type FakeShop, startFakeShop } from './testing/fake.ts';
import { type RawRecord, recordedCase, shopOf } from './testing/shop-data.ts';
import { contextFor, readAll } from './testing/shop-test.ts';

let fake: FakeShop;
afterEach(() => fake.close());

const { order, refunds } = recordedCase('prices-incl__be-guest-simple-shipping');
const products = (order['line_items'] as RawRecord[]).map(({ product_id }, index) => ({
  id: product_id,
  categories: index === 0 ? [{ name: 'Th&eacute;s' }, { name: 'Nouveautés' }] : [],
}));

async function linesRead(productCategories: boolean) {
  fake = await startFakeShop({ shop: { ...shopOf([{ order, refunds }]), products } });
  const items = await readAll(contextFor(fake, { config: { productCategories } }));
  return items.map(({ body }) => body as SalesDocument);
}

test('BH-04 lines carry all categories of their product, and rules go by each of them', async () => {
  const [sale] = await linesRead(true);
  const [line] = sale?.lines ?? [];
  expect(line).toMatchObject({ productCategory: 'Thés', productCategories: ['Thés', 'Nouveautés'] });
  if (!sale || !line) throw new Error('no sale');
  expect(lineFacts(documentFacts(sale, 'delivery'), line, null).category).toEqual(['Thés', 'Nouveautés']);
  expect(sale.lines.filter(({ category }) => category === 'shipping').map((one) => one.productCategory)).toEqual([
    null,
  ]);
});

test('no call is made for categories that nobody wants', async () => {
  const [sale] = await linesRead(false);
  expect(sale?.lines[0]?.productCategory).toBeNull();
  const without = fake.calls();
  await fake.close();
  await linesRead(true);
  expect(fake.calls()).toBe(without + 1);
});
