import { allocate, Decimal, round, sum, ZERO } from '#schemas/money.ts';
import { type Country, type Product, RATES, type Rate, type VatKind } from './demo-catalogue.ts';

/** Where and how an order is taxed. */
export interface TaxPlace {
  readonly country: Country;
  /** Exports and businesses elsewhere in the Union. */
  readonly isFree: boolean;
}

export interface TaxPart {
  readonly rate: Rate;
  readonly amount: Decimal;
}

export function rateFor(kind: VatKind | null, place: TaxPlace): Rate | null {
  if (kind === null || place.isFree) return null;
  return RATES.find((rate) => rate.country === place.country && rate.kind === kind) ?? null;
}

/** Net of a French price, to the six decimals that WooCommerce stores: the net is the same for every country. */
export function netOfFrenchPrice(price: Decimal, kind: VatKind | null): Decimal {
  const rate = rateFor(kind, { country: 'FR', isFree: false });
  return rate ? round(price.times(100).dividedBy(new Decimal(rate.percent).plus(100)), 6) : price;
}

/** Tax of one line, rounded line by line as WooCommerce does unless told to round at the subtotal. */
export function taxOf(net: Decimal, rate: Rate | null): TaxPart[] {
  return rate ? [{ rate, amount: round(net.times(rate.percent).dividedBy(100), 2) }] : [];
}

export interface GoodsLine {
  readonly product: Product;
  readonly quantity: number;
  readonly subtotal: Decimal;
  readonly total: Decimal;
  readonly subtotalTaxes: readonly TaxPart[];
  readonly taxes: readonly TaxPart[];
}

/** @param off percentage that a coupon takes off */
export function goodsLine(product: Product, quantity: number, off: number, place: TaxPlace): GoodsLine {
  const rate = rateFor(product.vat, place);
  const subtotal = netOfFrenchPrice(new Decimal(product.price).times(quantity), product.vat);
  const total = product.vat === null ? subtotal : round(subtotal.times(100 - off).dividedBy(100), 6);
  return {
    product,
    quantity,
    subtotal,
    total,
    subtotalTaxes: taxOf(subtotal, rate),
    taxes: taxOf(total, rate),
  };
}

/** A negative fee lowers every rate of the basket by its share, as WooCommerce computes it. */
export function discountTaxes(net: Decimal, goods: readonly GoodsLine[]): TaxPart[] {
  const rates = [...new Set(goods.flatMap((line) => line.taxes.map((tax) => tax.rate)))];
  if (rates.length === 0) return [];
  const weights = rates.map((rate) =>
    sum(goods.filter((line) => line.taxes[0]?.rate === rate).map((line) => line.total)),
  );
  const shares = allocate(net, weights, 6);
  return rates.flatMap((rate, index) => taxOf(shares[index] ?? ZERO, rate));
}
