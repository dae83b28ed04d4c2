import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { entryMessages } from './messages.ts';
import type { Plan } from './plan.ts';

/**
 * The auxiliary account of the document's customer: none, one for all, or one for each, where customer 39 becomes
 * "WEB00039" and guests share one.
 *
 * @throws HoldError when the customer's number does not fit: cut, it would be another customer's
 */
export function auxiliaryOf(plan: Plan, document: SalesDocument): string | null {
  const { auxiliaryMode, code, prefix, length, guestCode } = plan.settings.customer;
  if (auxiliaryMode === 'none') return null;
  if (auxiliaryMode === 'one') return code;
  const customer = document.buyer.id;
  if (customer === null || customer === '') return guestCode;
  const room = length - prefix.length;
  if (customer.length <= room) return prefix + customer.padStart(room, '0');
  throw new HoldError(
    entryMessages.build.auxiliary_too_long(
      { document: document.number, customer, prefix, length: String(length) },
      'buyer/id',
    ),
  );
}
