import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The one decimal type of the house: 40 significant digits, half-up, never printed with an exponent.
 * No amount ever passes through a JavaScript number.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 60,
});
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);
const AMOUNT_PATTERN = /^-?\d{1,20}(\.\d{1,10})?$/;

/** An amount that is not a plain decimal: an exponent, a thousands separator, an empty text, a float. */
export class AmountError extends Error {
  override readonly name = 'AmountError';
  readonly value: string;
  constructor(value: unknown) {
    const shown = String(value).slice(0, 60);
    super(`"${shown}" is not a decimal amount such as "12.50"`);
    this.value = shown;
  }
}

/**
 * Reads an amount as it stands on the wire.
 *
 * @param value decimal text ("12.50", "-3"); numbers are refused on purpose
 * @throws AmountError
 * @example decimal('12.50').plus(decimal('0.10')).toFixed(2) // "12.60"
 */
export function decimal(value: string | Decimal): Decimal {
  if (typeof value !== 'string') {
    if (Decimal.isDecimal(value)) return value;
    throw new AmountError(value);
  }
  if (!AMOUNT_PATTERN.test(value)) throw new AmountError(value);
  return new Decimal(value);
}

/** Rounds half away from zero, as invoices do: 0.125 → 0.13, -0.125 → -0.13. */
export function round(value: Decimal, decimals = 2): Decimal {
  return value.toDecimalPlaces(decimals, DecimalJs.ROUND_HALF_UP);
}

/** Decimal text with exactly `decimals` decimals; "-0.00" is never written. */
export function formatAmount(value: Decimal, decimals = 2): string {
  const rounded = round(value, decimals);
  return (rounded.isZero() ? ZERO : rounded).toFixed(decimals);
}

/** Exact sum; an empty list sums to zero. */
export function sum(values: Iterable<string | Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(decimal(value));
  return total;
}

/**
 * Spreads a total over weights so that the parts sum to the total exactly (largest remainder; ties go to
 * the later part, as accounting practice leaves the odd cent on the last line).
 *
 * @param total amount to spread, already at `decimals` precision; its sign is kept
 * @param weights may be negative or zero; when all are zero everything goes to the last part
 * @throws RangeError when there is no part to give the total to
 */
export function allocate(total: Decimal, weights: readonly Decimal[], decimals = 2): Decimal[] {
  if (weights.length === 0) throw new RangeError('cannot spread an amount over no part');
  const weightSum = sum(weights);
  if (weightSum.isZero()) {
    return weights.map((_, index) => (index === weights.length - 1 ? total : ZERO));
  }
  const unit = new Decimal(10).pow(-decimals);
  const exact = weights.map((weight) => total.times(weight).dividedBy(weightSum));
  const parts = exact.map((share) => share.toDecimalPlaces(decimals, DecimalJs.ROUND_DOWN));
  const missing = total.minus(sum(parts));
  const step = missing.isNegative() ? unit.negated() : unit;
  const units = missing.dividedBy(step).round().toNumber();
  const order = exact
    .map((share, index) => ({ index, remainder: share.minus(parts[index] ?? ZERO).times(step.isNegative() ? -1 : 1) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || b.index - a.index);
  for (let given = 0; given < units; given += 1) {
    const target = order[given % order.length];
    if (target) parts[target.index] = (parts[target.index] ?? ZERO).plus(step);
  }
  return parts;
}
