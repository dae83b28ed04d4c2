import { Decimal, round, sum, ZERO } from '#schemas/money.ts';
import {
  discountTaxes,
  type GoodsLine,
  goodsLine,
  netOfFrenchPrice,
  rateFor,
  type TaxPart,
  type TaxPlace,
  taxOf,
} from './demo-amounts.ts';
import type { Customer } from './demo-catalogue.ts';
import type { Scenario } from './demo-scenario.ts';
import type { RawRecord } from './shop-data.ts';

/** One line of any kind before it is written out as WooCommerce writes it. */
export interface DemoLine {
  readonly kind: 'line_items' | 'shipping_lines' | 'fee_lines';
  readonly name: string;
  readonly goods: GoodsLine | null;
  readonly total: Decimal;
  readonly taxes: readonly TaxPart[];
}

export interface DemoOrder {
  readonly id: number;
  readonly scenario: Scenario;
  readonly lines: readonly DemoLine[];
  readonly total: Decimal;
}

const SHIPPING = { FR: '4.90', BE: '6.90', NL: '6.90', DE: '7.50', CH: '14.00' } as const;
const WRAPPING_PRICE = '3.50';
const LOYALTY_DISCOUNT = '-2.00';

function placeOf({ country, vatNumber }: Customer): TaxPlace {
  return { country, isFree: country === 'CH' || (country !== 'FR' && vatNumber !== '') };
}

function extraLine(kind: DemoLine['kind'], name: string, price: string, place: TaxPlace): DemoLine {
  const total = netOfFrenchPrice(new Decimal(price), 'standard');
  return { kind, name, goods: null, total, taxes: taxOf(total, rateFor('standard', place)) };
}

/** Lines and total of one order, computed as WooCommerce does: taxes line by line, the sum rounded once. */
export function composeOrder(id: number, scenario: Scenario): DemoOrder {
  const place = placeOf(scenario.customer);
  const goods = scenario.items.map(({ product, quantity }) => goodsLine(product, quantity, scenario.couponOff, place));
  const lines: DemoLine[] = goods.map((line) => ({
    kind: 'line_items',
    name: line.product.name,
    goods: line,
    total: line.total,
    taxes: line.taxes,
  }));
  lines.push(extraLine('shipping_lines', 'Colissimo', SHIPPING[scenario.customer.country], place));
  if (scenario.hasWrapping) lines.push(extraLine('fee_lines', 'Emballage cadeau', WRAPPING_PRICE, place));
  if (scenario.hasLoyaltyDiscount) {
    const total = new Decimal(LOYALTY_DISCOUNT);
    lines.push({ kind: 'fee_lines', name: 'Remise fidélité', goods: null, total, taxes: discountTaxes(total, goods) });
  }
  return { id, scenario, lines, total: round(totalOf(lines), 2) };
}

export function totalOf(lines: readonly Pick<DemoLine, 'total' | 'taxes'>[]): Decimal {
  return sum(lines.flatMap((line) => [line.total, ...line.taxes.map((tax) => tax.amount)]));
}

/** Adds up a tax over lines. */
function taxOver(lines: readonly DemoLine[], rateId: number): Decimal {
  return sum(lines.flatMap((line) => line.taxes.filter((tax) => tax.rate.id === rateId).map((tax) => tax.amount)));
}

function writeLine(id: number, line: DemoLine, sign: 1 | -1, refundedId: number | null): RawRecord {
  const text = (amount: Decimal) => amount.times(sign).toFixed();
  const subtotals = line.goods?.subtotalTaxes ?? line.taxes;
  const meta = refundedId === null ? [] : [{ id, key: '_refunded_item_id', value: String(refundedId) }];
  const base = {
    id,
    total: text(line.total),
    total_tax: text(sum(line.taxes.map((tax) => tax.amount))),
    taxes: line.taxes.map((tax, index) => ({
      id: tax.rate.id,
      total: text(tax.amount),
      subtotal: line.goods ? text(subtotals[index]?.amount ?? ZERO) : '',
    })),
    meta_data: meta,
  };
  if (!line.goods)
    return line.kind === 'shipping_lines' ? { ...base, method_title: line.name } : { ...base, name: line.name };
  return {
    ...base,
    name: line.name,
    product_id: line.goods.product.id,
    quantity: line.goods.quantity * sign,
    sku: line.goods.product.sku,
    // A refund's line repeats what is given back; the coupon stays with the order.
    subtotal: text(sign === 1 ? line.goods.subtotal : line.total),
  };
}

/** The line arrays and tax lines of an order, or with sign -1 of a refund. Ids follow on the document's own. */
export function writeLines(
  documentId: number,
  lines: readonly DemoLine[],
  sign: 1 | -1,
  refundedIds: readonly number[] = [],
): RawRecord {
  const written = lines.map((line, index) => ({
    kind: line.kind,
    record: writeLine(documentId * 10 + index, line, sign, refundedIds[index] ?? null),
  }));
  const of = (kind: DemoLine['kind']) => written.filter((entry) => entry.kind === kind).map((entry) => entry.record);
  const rates = [
    ...new Map(lines.flatMap((line) => line.taxes.map((tax) => [tax.rate.id, tax.rate] as const))).values(),
  ];
  const shipping = lines.filter((line) => line.kind === 'shipping_lines');
  return {
    line_items: of('line_items'),
    shipping_lines: of('shipping_lines'),
    fee_lines: of('fee_lines'),
    tax_lines: rates.map((rate, index) => ({
      id: documentId * 10 + 90 + index,
      rate_code: `${rate.country}-${rate.name.toUpperCase()}-1`,
      rate_id: rate.id,
      label: rate.name,
      compound: false,
      tax_total: taxOver(lines, rate.id).minus(taxOver(shipping, rate.id)).times(sign).toFixed(),
      shipping_tax_total: taxOver(shipping, rate.id).times(sign).toFixed(),
      rate_percent: rate.percent,
    })),
  };
}
