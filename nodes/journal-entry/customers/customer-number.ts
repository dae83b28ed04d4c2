import { type NumberShape, paddedNumber } from '#nodes/kit/customers/padded-number.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { customerMessages } from './customer-messages.ts';

type TooLong = (
  facts: Readonly<Record<'document' | 'customer' | 'prefix' | 'length', string>>,
  field: string,
) => Message;

/**
 * A customer's own account: prefix and the shop's number of the customer, filled up with zeros between them.
 *
 * @throws HoldError for a number that would be another customer's, cut or filled up
 * @example customerNumber(document, '39', { prefix: 'WEB', length: 8 }, tooLong) // "WEB00039"
 */
export function customerNumber(
  document: SalesDocument,
  customer: string,
  shape: NumberShape,
  tooLong: TooLong,
): string {
  const made = paddedNumber(customer, shape);
  if ('number' in made) return made.number;
  if (made.problem === 'ambiguous') {
    throw new HoldError(customerMessages.build.customer_ambiguous({ document: document.number, customer }, 'buyer/id'));
  }
  const facts = { document: document.number, customer, prefix: shape.prefix, length: String(shape.length) };
  throw new HoldError(tooLong(facts, 'buyer/id'));
}
