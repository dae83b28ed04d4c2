import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { decimal, formatAmount, ZERO } from '#schemas/money.ts';
import { dayIn } from '#schemas/period.ts';
import { readTotals } from './read-totals.ts';
import { type FakeShop, startFakeShop } from './testing/fake.ts';
import { recordedCase, shopOf } from './testing/shop-data.ts';
import { contextFor, readAll } from './testing/shop-test.ts';

const names = readdirSync(join(import.meta.dirname, 'testing/fixtures/recorded')).map((file) =>
  file.replace('.json', ''),
);

let fake: FakeShop | null = null;
afterEach(() => fake?.close());
async function open(): Promise<FakeShop> {
  fake = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  return fake;
}

describe('what the shop counts', () => {
  test('is, day by day and to the cent, the sales that are read of it', async () => {
    const context = contextFor(await open());
    const sales = (await readAll(context)).filter((item) => !item.skip && item.key.includes(':sale:'));
    const expected = new Map<string, { documents: number; total: string }>();
    for (const { body } of sales) {
      const { paidAt, createdAt, total, currency } = body as SalesDocument;
      const key = `${dayIn(context.run.zone, paidAt ?? createdAt)} ${currency}`;
      const known = expected.get(key) ?? { documents: 0, total: '0.00' };
      const added = formatAmount(decimal(known.total).plus(decimal(total)));
      expected.set(key, { documents: known.documents + 1, total: added });
    }
    const counted = await readTotals(context);
    expect(counted.length).toBeGreaterThan(0);
    expect(new Map(counted.map(({ day, currency, ...sold }) => [`${day} ${currency}`, sold]))).toEqual(expected);
  });

  test('leaves out days outside of the period', async () => {
    const shop = await open();
    const all = await readTotals(contextFor(shop));
    const [first] = all;
    const day = first?.day ?? '';
    const one = await readTotals(contextFor(shop, { run: { period: { from: day, to: day } } }));
    expect(one).toEqual(all.filter((sold) => sold.day === day));
  });

  test('does not count orders of a status that is not booked', async () => {
    const shop = await open();
    const counted = await readTotals(contextFor(shop, { config: { statuses: ['nothing'] } }));
    expect(counted.reduce((sum, { total }) => sum.plus(decimal(total)), ZERO).isZero()).toBe(true);
    expect(counted).toEqual([]);
  });
});
