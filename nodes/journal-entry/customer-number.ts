import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { entryMessages } from './messages.ts';

interface Shape {
  readonly prefix: string;
  /** Characters of the whole, prefix included. */
  readonly length: number;
}

type TooLong = (
  facts: Readonly<Record<'document' | 'customer' | 'prefix' | 'length', string>>,
  field: string,
) => Message;

/**
 * A customer's own account: prefix and the shop's number of the customer, filled up with zeros between them.
 *
 * Two customers never get one account: a number that is too long is refused, for cut it would be another's, and so is
 * one that begins with zeros where zeros are put in, for "039" would become what "39" is.
 *
 * @throws HoldError
 * @example customerNumber(document, '39', { prefix: 'WEB', length: 8 }, tooLong) // "WEB00039"
 */
export function customerNumber(document: SalesDocument, customer: string, shape: Shape, tooLong: TooLong): string {
  const { prefix, length } = shape;
  const room = length - prefix.length;
  if (customer.length > room) {
    const facts = { document: document.number, customer, prefix, length: String(length) };
    throw new HoldError(tooLong(facts, 'buyer/id'));
  }
  if (customer.length < room && customer.startsWith('0')) {
    throw new HoldError(entryMessages.build.customer_ambiguous({ document: document.number, customer }, 'buyer/id'));
  }
  return prefix + customer.padStart(room, '0');
}
