import { type Decimal, decimal, formatAmount } from '#schemas/money.ts';
import type { AmountFormat } from './definition.ts';

/** Why an amount cannot be written in a format. */
export type AmountFault = 'precision' | 'negative';

function digitsOf(value: Decimal, { decimals, separator, thousands }: AmountFormat): string {
  if (separator === '') return value.times(`1e${decimals}`).toFixed(0);
  const [whole = '0', fraction] = formatAmount(value, decimals).split('.');
  const grouped = thousands === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${separator}${fraction}`;
}

/**
 * Writes an amount.
 *
 * @param amount decimal text, in units of its currency
 * @returns its text, not yet padded, or why it cannot be written without changing its value
 * @example writeAmount('-1234.5', { decimals: 2, separator: ',', thousands: ' ', sign: 'minus', … }) // { text: '-1 234,50' }
 */
export function writeAmount(amount: string, format: AmountFormat): { readonly text: string } | { fault: AmountFault } {
  const exact = decimal(amount);
  const value = exact.toDecimalPlaces(format.decimals);
  if (!value.equals(exact) && format.rounding === 'refuse') return { fault: 'precision' };
  if (value.isZero() && format.zero === 'blank') return { text: '' };
  const isNegative = value.isNegative() && !value.isZero();
  const digits = digitsOf(value.abs(), format);
  if (format.sign === 'none') return isNegative ? { fault: 'negative' } : { text: digits };
  if (format.sign === 'leading') return { text: `${isNegative ? '-' : '+'}${digits}` };
  if (!isNegative) return { text: digits };
  return { text: format.sign === 'trailing' ? `${digits}-` : `-${digits}` };
}
