import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { sayOfTable } from '../accounts/table-word.ts';
import type { Plan } from '../plan.ts';
import { isBusiness, isGuest } from './choose-customer.ts';
import { customerMessages } from './customer-messages.ts';
import { customerNumber } from './customer-number.ts';

/** What the table of customers says, {country} being that of the document. */
function tabledCode(plan: Plan, document: SalesDocument): string | undefined {
  const facts = plan.facts(document);
  const word = sayOfTable(plan, 'customers', 'auxiliaryAccount', facts);
  return word?.value.replaceAll('{country}', facts.country?.[0] ?? plan.home);
}

function ownCode(plan: Plan, document: SalesDocument): string {
  const { prefix, length, guestCode } = plan.settings.customer;
  const { id } = document.buyer;
  if (id !== null && id !== '') {
    return customerNumber(document, id, { prefix, length }, customerMessages.build.auxiliary_too_long);
  }
  if (guestCode.trim()) return guestCode;
  throw new HoldError(customerMessages.build.guest_without_auxiliary({ document: document.number }, 'buyer/id'));
}

/**
 * The auxiliary account of the document's customer: none; the one that the target has for the customer; by rule, what
 * the table of customers says; the one of businesses; then one for each, where customer 39 becomes "WEB00039" and guests
 * share one, or the one for all.
 *
 * @throws HoldError when the customer's number does not fit (cut, it would be another customer's), or for a guest when
 * guests have no account
 */
export function auxiliaryOf(plan: Plan, document: SalesDocument): string | null {
  const { auxiliaryMode, code, guestCode, businessCode } = plan.settings.customer;
  const { buyer } = document;
  if (auxiliaryMode === 'none') return null;
  const learnt = buyer.accounts?.auxiliary?.trim();
  if (learnt) return learnt;
  const tabled = auxiliaryMode === 'by-rule' ? tabledCode(plan, document) : undefined;
  if (tabled) return tabled;
  if (isBusiness(buyer) && businessCode.trim()) return businessCode;
  if (auxiliaryMode === 'per-customer') return ownCode(plan, document);
  const isGuestApart = auxiliaryMode === 'by-rule' && isGuest(buyer) && guestCode.trim() !== '';
  return isGuestApart ? guestCode : code;
}
