/*
 * The arithmetic of the oracle: whole numbers only. It shares nothing with the product's own, which is decimal, so that
 * a mistake of one is not repeated by the other.
 */

/** Amounts are counted in millionths of the currency's unit, the finest that shops state. */
export const UNIT = 1_000_000n;
export const CENT = 10_000n;

/** @throws when it is no amount */
export function millionths(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw new Error(`not an amount: ${text}`);
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole) * UNIT + BigInt(fraction.padEnd(6, '0'));
  return sign ? -value : value;
}

/** Text of an amount with six decimals, or two of one that is whole cents. */
export function textOf(value: bigint, decimals: 2 | 6 = 6): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  const fraction = digits.slice(-6).slice(0, decimals);
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}.${fraction}`;
}

/** The whole number next to numerator ÷ denominator; halves go away from zero. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** The multiple of `step` next to numerator ÷ denominator. */
export function toStep(numerator: bigint, denominator: bigint, step: bigint): bigint {
  return step * roundedQuotient(numerator, denominator * step);
}

export const toCents = (value: bigint): bigint => toStep(value, 1n, CENT);

export function total(values: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
}

export const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/** A rate in percent, in millionths of the base: "5.5" is 55,000. */
export const rateOf = (percent: string): bigint => millionths(percent) / 100n;
