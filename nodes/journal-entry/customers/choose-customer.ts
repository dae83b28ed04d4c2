import type { Party } from '#schemas/documents/party.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { accountNumber } from '../accounts/account-number.ts';
import { chooseFixed } from '../accounts/choose-account.ts';
import { sayOfTable, type TableWord } from '../accounts/table-word.ts';
import type { AccountChoice, Plan } from '../plan.ts';
import { customerMessages } from './customer-messages.ts';
import { customerNumber } from './customer-number.ts';

/** A buyer who ordered without an account in the shop. */
export function isGuest({ id }: Party): boolean {
  return id === null || id === '';
}

/** A buyer with a company and its VAT number. */
export function isBusiness({ company, vatNumber }: Party): boolean {
  return Boolean(company?.trim() && vatNumber?.trim());
}

function receivable(account: string, rule: string): AccountChoice {
  return { account, role: 'receivable', vat: null, rule };
}

/** An account of the settings for a kind of buyer; null when the user left it empty or the buyer is of another kind. */
function accountOfKind({ settings }: Plan, buyer: Party): TableWord | null {
  const { businessAccount, guestAccount } = settings.customer;
  if (isBusiness(buyer) && businessAccount.trim()) return { value: businessAccount, rule: 'rule:customer:business' };
  if (isGuest(buyer) && guestAccount.trim()) return { value: guestAccount, rule: 'rule:customer:guest' };
  return null;
}

/** The customer's own account, of the length that such accounts have: it may differ from that of other accounts. */
function ownAccount(plan: Plan, document: SalesDocument): AccountChoice {
  const { ledgerPrefix: prefix, ledgerLength: length } = plan.settings.customer;
  const { id } = document.buyer;
  if (id === null || id === '') {
    throw new HoldError(customerMessages.build.guest_without_account({ document: document.number }, 'buyer/id'));
  }
  const number = customerNumber(document, id, { prefix, length }, customerMessages.build.ledger_too_long);
  const account = accountNumber(number, { rate: '0', country: plan.home }, length);
  return receivable(account, 'rule:customer:each');
}

/**
 * The ledger account of the document's customer. In this order: the account that the target has for the customer; by
 * rule, what the table of customers says; what the settings say of businesses, then of guests; then one for each
 * customer, or the one for all. A sale, its payment and its credit note share it as long as the facts are the same.
 *
 * @throws HoldError for a guest without account, a number that does not fit, an account that the books cannot hold
 */
export function chooseCustomer(plan: Plan, document: SalesDocument): AccountChoice {
  const { buyer } = document;
  const learnt = buyer.accounts?.ledger?.trim();
  if (learnt) return receivable(learnt, 'party:ledger');
  const { ledgerMode } = plan.settings.customer;
  const facts = plan.facts(document);
  const tabled = ledgerMode === 'by-rule' ? sayOfTable(plan, 'customers', 'ledgerAccount', facts) : null;
  const word = tabled ?? accountOfKind(plan, buyer);
  if (word) {
    const values = { rate: '0', country: facts.country?.[0] ?? plan.home };
    return receivable(accountNumber(word.value, values, plan.settings.accountLength), word.rule);
  }
  return ledgerMode === 'per-customer' ? ownAccount(plan, document) : chooseFixed(plan, 'customer', 'receivable');
}
