/** A customer's own number in the books: prefix, zeros, and the shop's number of the customer. */
export interface NumberShape {
  readonly prefix: string;
  /** Characters of the whole, prefix included. */
  readonly length: number;
}

/**
 * Two customers never get one number: one that is too long is refused, for cut it would be another's, and so is one that
 * begins with zeros where zeros are put in, for "039" would become what "39" is.
 *
 * @example paddedNumber('39', { prefix: 'WEB', length: 8 }) // { number: 'WEB00039' }
 */
export function paddedNumber(
  customer: string,
  { prefix, length }: NumberShape,
): { readonly number: string } | { readonly problem: 'too-long' | 'ambiguous' } {
  const room = length - prefix.length;
  if (customer.length > room) return { problem: 'too-long' };
  if (customer.length < room && customer.startsWith('0')) return { problem: 'ambiguous' };
  return { number: prefix + customer.padStart(room, '0') };
}
