import { Decimal, round, sum, ZERO } from '#schemas/money.ts';
import { roundToSum } from '../draft.ts';
import type { Settings } from '../settings.ts';

export type ReckoningMethod = Exclude<Settings['rounding']['method'], 'shop'>;

/** How amounts are worked out anew. */
export interface Reckoning {
  readonly method: ReckoningMethod;
  /** Of unit prices, net amounts and VAT while they are worked out; what is booked has those of the currency. */
  readonly decimals: number;
  /** The shop's prices include VAT: the net is what is left of them, and not the other way round. */
  readonly isGross: boolean;
}

/** A part of a line that bears one rate, as the shop states it. */
export interface Taxable {
  readonly net: Decimal;
  readonly vat: Decimal;
  readonly quantity: Decimal;
}

/** The same part, worked out anew. */
export interface Reckoned {
  readonly net: Decimal;
  readonly vat: Decimal;
}

const ONE = new Decimal(1);

function quantityOf({ quantity }: Taxable): Decimal {
  return quantity.isZero() ? ONE : quantity;
}

/** Net and VAT of one price; of a price with VAT the net is the exact quotient, rounded once, and VAT the rest. */
function splitPrice(price: Decimal, factor: Decimal, { decimals, isGross }: Reckoning): Reckoned {
  const rounded = round(price, decimals);
  if (!isGross) return { net: rounded, vat: round(rounded.times(factor), decimals) };
  const net = round(rounded.dividedBy(factor.plus(ONE)), decimals);
  return { net, vat: rounded.minus(net) };
}

function priceOf({ net, vat }: Taxable, { isGross }: Reckoning): Decimal {
  return isGross ? net.plus(vat) : net;
}

function byUnit(part: Taxable, factor: Decimal, reckoning: Reckoning): Reckoned {
  const quantity = quantityOf(part);
  const unit = splitPrice(priceOf(part, reckoning).dividedBy(quantity), factor, reckoning);
  const times = (amount: Decimal) => round(amount.times(quantity), reckoning.decimals);
  return { net: times(unit.net), vat: times(unit.vat) };
}

/** Everything of a rate in one go; the net amounts of the lines are then made to sum to that of the rate. */
function onTotal(parts: readonly Taxable[], factor: Decimal, { decimals, isGross }: Reckoning) {
  const exact = parts.map(({ net, vat }) => (isGross ? net.plus(vat).dividedBy(factor.plus(ONE)) : net));
  const whole = sum(parts.map((part) => (isGross ? part.net.plus(part.vat) : part.net)));
  const net = round(isGross ? whole.dividedBy(factor.plus(ONE)) : whole, decimals);
  const vat = round(isGross ? whole.minus(net) : net.times(factor), decimals);
  return { nets: roundToSum(exact, net, decimals), vat };
}

/**
 * Net and VAT of all parts that bear one rate, by the user's method:
 *
 * - `unit`: the unit price is rounded, its VAT as well, and both are multiplied by the quantity
 * - `line`: the price of the line is rounded, and its VAT
 * - `total`: prices are added up as they are; net and VAT are rounded once for the rate
 *
 * Always half away from zero.
 *
 * @param rate in percent; zero for what bears no VAT
 * @returns net amounts in the order of the parts, and the VAT of the rate
 * @example three pieces at 1.00 without VAT at 21 %, by unit and to the cent // { nets: [0.99], vat: 0.21 }
 */
export function reckonRate(
  parts: readonly Taxable[],
  rate: Decimal,
  reckoning: Reckoning,
): { readonly nets: readonly Decimal[]; readonly vat: Decimal } {
  if (parts.length === 0) return { nets: [], vat: ZERO };
  const factor = rate.dividedBy(100);
  if (reckoning.method === 'total') return onTotal(parts, factor, reckoning);
  const each = parts.map((part) =>
    reckoning.method === 'unit'
      ? byUnit(part, factor, reckoning)
      : splitPrice(priceOf(part, reckoning), factor, reckoning),
  );
  return { nets: each.map(({ net }) => net), vat: sum(each.map(({ vat }) => vat)) };
}

/** A discount without VAT, rounded as the prices are that it was taken off. */
export function reckonDiscount(discount: Decimal, quantity: Decimal, { method, decimals }: Reckoning): Decimal {
  if (method !== 'unit' || quantity.isZero()) return round(discount, decimals);
  return round(round(discount.dividedBy(quantity), decimals).times(quantity), decimals);
}
