import { expect, test } from 'vitest';
import { parseShopAddress } from './address.ts';
import { mapOrder } from './map-order.ts';
import { NO_RATES } from './map-taxes.ts';
import { orderSchema } from './records.ts';
import { refundItems } from './refund-items.ts';
import { type RawRecord, recordedCase } from './testing/shop-data.ts';
import { DEFAULT_CONFIG } from './testing/shop-test.ts';

const scope = {
  address: parseShopAddress('https://shop.test'),
  config: DEFAULT_CONFIG,
  rates: NO_RATES,
  window: null,
};

function itemsOf(
  change: (refunds: readonly RawRecord[]) => readonly unknown[],
  window: typeof scope.window | { from: Date; before: Date } = null,
) {
  const recorded = recordedCase('prices-incl__refund-two-partials');
  const order = orderSchema.parse(recorded.order);
  return refundItems(change(recorded.refunds), { order, sale: mapOrder(order, scope) }, { ...scope, window });
}
const withoutLines = (refund: RawRecord | undefined) => ({ ...refund, line_items: [], tax_lines: [] });

test('refunds come in the order they were made', () => {
  expect(itemsOf((refunds) => refunds).map((item) => item.key)).toEqual([
    'woocommerce:shop.test:credit-note:72',
    'woocommerce:shop.test:credit-note:73',
  ]);
});

test('a refund that gives back nothing is skipped with the reason', () => {
  const [item] = itemsOf(([second]) => [{ ...withoutLines(second), amount: '0.00' }]);
  expect(item?.skip?.code).toBe('woocommerce.refund_of_nothing');
});

test('an unreadable refund is a problem of its own', () => {
  const items = itemsOf(([second, first]) => [second, { ...first, amount: 'ten' }]);
  expect(items.map((item) => [item.label, item.problem?.code])).toEqual([
    ['refund 72 of order 71', 'woocommerce.value_not_amount'],
    ['refund 73 of order 71', undefined],
  ]);
});

test('an amount without detail after an unreadable refund is held: what is open is not known', () => {
  const items = itemsOf(([second, first]) => [withoutLines(second), { ...first, amount: 'ten' }]);
  expect(items[1]?.problem?.code).toBe('woocommerce.earlier_refund_unreadable');
});

test('an earlier refund counts for what is open although it lies outside the period', () => {
  const window = { from: new Date('2026-10-12T00:00:00Z'), before: new Date('2026-10-14T00:00:00Z') };
  const [item, ...others] = itemsOf((refunds) => refunds, window);
  expect(others).toEqual([]);
  expect(item?.body).toMatchObject({ id: '73', original: { openTaxes: [{ amount: '9.69' }, {}, {}] } });
});

test('a refund that the order names and the shop does not give is a problem, not silence', () => {
  const items = itemsOf(([second]) => [withoutLines(second)]);
  expect(items.map((item) => [item.key, item.problem?.code])).toEqual([
    ['woocommerce:shop.test:credit-note:73', 'woocommerce.earlier_refund_unreadable'],
    ['woocommerce:shop.test:credit-note:72', 'woocommerce.refund_not_given'],
  ]);
});
