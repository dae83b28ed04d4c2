import type { SalesDocument, SalesPayment } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { decimal } from '#schemas/money.ts';
import { accountMessages } from '../accounts/account-messages.ts';
import { accountNumber } from '../accounts/account-number.ts';
import { chooseFixed } from '../accounts/choose-account.ts';
import { sayOfTable } from '../accounts/table-word.ts';
import type { AccountChoice, Plan } from '../plan.ts';

/** Where a payment goes. */
export interface PaymentRule {
  /** Empty: the journal of all payments. */
  readonly journal: string;
  /** The target's own name of the payment mode; undefined when no rule gives one. */
  readonly mode: string | undefined;
  readonly received: AccountChoice;
  readonly fee: AccountChoice;
}

const YES: ReadonlySet<string> = new Set(['yes', 'oui', 'ja']);
const NO: ReadonlySet<string> = new Set(['no', 'non', 'nee']);

/**
 * Whether payments of this method are booked: what the table of payments says, else the line of the settings for the
 * method, else the setting for all payments.
 *
 * @throws HoldError when the table says something else than yes or no: neither is guessed
 */
function isPaymentBooked(plan: Plan, document: SalesDocument, payment: SalesPayment): boolean {
  const word = sayOfTable(plan, 'payments', 'create', plan.facts(document, payment));
  if (!word) return plan.settings.payments === 'book' && plan.paymentRoute(payment.method)?.book !== false;
  const answer = word.value.toLowerCase();
  if (YES.has(answer) || NO.has(answer)) return YES.has(answer);
  const facts = { document: document.number, method: payment.method, value: word.value };
  throw new HoldError(accountMessages.build.create_unclear(facts, `payments/${payment.id}/method`));
}

/** Payments to book: received (dated), not nothing, and of a method that the user wants booked. */
export function bookablePayments(plan: Plan, document: SalesDocument): SalesPayment[] {
  return document.payments.filter(
    (payment) =>
      payment.paidAt !== null && !decimal(payment.amount).isZero() && isPaymentBooked(plan, document, payment),
  );
}

/**
 * The account of a method: by the tables, else by the line of the settings for it, else the one of all payments.
 *
 * @throws HoldError for an account that the books cannot hold
 */
export function methodAccount(
  plan: Plan,
  method: string,
  facts: MappingFacts,
  side: 'account' | 'feeAccount',
): AccountChoice {
  const [key, role] =
    side === 'account' ? (['payment', 'payment'] as const) : (['processorFee', 'processor-fee'] as const);
  const chosen = chooseFixed(plan, key, role, facts);
  const route = plan.paymentRoute(method);
  const own = route?.[side].trim();
  if (!own || chosen.rule.startsWith('table:')) return chosen;
  const account = accountNumber(own, { rate: '0', country: plan.home }, plan.settings.accountLength);
  return { account, role, vat: null, rule: `rule:payment:${route?.method}` };
}

/** @throws HoldError for an account that the books cannot hold */
export function paymentRule(plan: Plan, document: SalesDocument, payment: SalesPayment): PaymentRule {
  const facts = plan.facts(document, payment);
  const journal = sayOfTable(plan, 'payments', 'journal', facts)?.value;
  return {
    journal: journal ?? plan.paymentRoute(payment.method)?.journal.trim() ?? '',
    mode: sayOfTable(plan, 'payments', 'mode', facts)?.value,
    received: methodAccount(plan, payment.method, facts, 'account'),
    fee: methodAccount(plan, payment.method, facts, 'feeAccount'),
  };
}
