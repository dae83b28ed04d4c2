import { decimal } from '#schemas/money.ts';

/** An order as the shop's API gives it. */
export type RawOrder = Record<string, unknown>;

const list = (value: unknown) => value as RawOrder[];

/** Orders whose goods are so many times dearer than they were, as an edit in the shop makes them. */
export function dearer(orders: readonly RawOrder[], factor: string): RawOrder[] {
  const times = (value: unknown) => decimal(String(value)).times(factor).toFixed(6);
  const scale = (record: RawOrder, ...names: string[]): RawOrder => ({
    ...record,
    ...Object.fromEntries(names.map((name) => [name, times(record[name])])),
  });
  return orders.map((order) => ({
    ...scale(order, 'total', 'total_tax', 'cart_tax', 'shipping_total', 'shipping_tax'),
    line_items: list(order['line_items']).map((item) => ({
      ...scale(item, 'subtotal', 'total', 'total_tax', 'subtotal_tax'),
      taxes: list(item['taxes']).map((tax) => scale(tax, 'total', 'subtotal')),
    })),
    shipping_lines: list(order['shipping_lines']).map((item) => ({
      ...scale(item, 'total', 'total_tax'),
      taxes: list(item['taxes']).map((tax) => scale(tax, 'total')),
    })),
    tax_lines: list(order['tax_lines']).map((tax) => scale(tax, 'tax_total', 'shipping_tax_total')),
  }));
}
