import type { StepLog } from '#nodes/kit/context.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument, SalesPayment } from '#schemas/documents/sales-document.ts';
import { type Decimal, decimal, round, ZERO } from '#schemas/money.ts';
import { closeEntry, type DraftCurrency } from '../close-entry.ts';
import { paymentCurrency } from '../currency.ts';
import { auxiliaryOf } from '../customers/auxiliary.ts';
import { chooseCustomer } from '../customers/choose-customer.ts';
import { type DraftLine, singleLine } from '../draft.ts';
import { entryId, paymentHead } from '../heads/entry-head.ts';
import { entryMessages } from '../messages.ts';
import type { AccountChoice, Plan } from '../plan.ts';
import { bearerOf, suspend } from './payment-control.ts';
import { bookablePayments, paymentRule } from './payment-rule.ts';

interface Step {
  readonly zone: string;
  readonly log: StepLog;
  readonly key: string;
}

/** What the processor kept. In another currency than the document's it cannot be set against the payment. */
function feeOf(plan: Plan, payment: SalesPayment, document: SalesDocument, decimals: number, step: Step): Decimal {
  if (payment.fee === null || plan.settings.payouts.fees !== 'payment') return ZERO;
  const fee = round(decimal(payment.fee), decimals);
  if (fee.isZero() || (payment.feeCurrency === document.currency && payment.currency === document.currency)) return fee;
  const facts = {
    document: document.number,
    fee: payment.fee,
    feeCurrency: payment.feeCurrency ?? '?',
    currency: document.currency,
  };
  step.log.warning(entryMessages.build.fee_ignored(facts, `payments/${payment.id}/fee`), { document: step.key });
  return ZERO;
}

function paymentLines(
  plan: Plan,
  document: SalesDocument,
  payment: SalesPayment,
  currency: DraftCurrency,
  step: Step,
): DraftLine[] {
  const rule = paymentRule(plan, document, payment);
  const origin = { part: 'payment', id: payment.id } as const;
  const amount = round(decimal(payment.amount), currency.decimals);
  const kept = feeOf(plan, payment, document, currency.decimals, step);
  // Drafted as for a sale and turned round at the end: what is kept of a refund is a cost all the same.
  const fee = document.kind === 'credit-note' ? kept.negated() : kept;
  const inMode = (choice: AccountChoice) => (rule.mode === undefined ? choice : { ...choice, paymentMode: rule.mode });
  const customer = singleLine(inMode(chooseCustomer(plan, document)), amount.negated(), origin);
  const received = singleLine(inMode(rule.received), amount.minus(fee), origin);
  const lines = [received, { ...customer, auxiliary: auxiliaryOf(plan, document) }];
  return fee.isZero() ? lines : [...lines, singleLine(rule.fee, fee, origin)];
}

/**
 * The entries of a document's payments: the clearing account and the processor's fee against the customer. A credit
 * note's payments are the same turned round.
 *
 * @param excess what was received beyond the total, which the suspense account gets; zero when nothing is put there
 * @returns each with the name that tells it from its siblings: "payment", then "payment:<id>" for further ones
 * @throws HoldError for a currency without rate or an account that the books cannot hold
 */
export function paymentEntries(
  plan: Plan,
  document: SalesDocument,
  step: Step,
  excess: Decimal = ZERO,
): { readonly name: string; readonly entry: JournalEntry }[] {
  const bookable = bookablePayments(plan, document);
  const bearer = bearerOf(bookable, excess);
  return bookable.flatMap((payment, index) => {
    const name = index === 0 ? 'payment' : `payment:${payment.id}`;
    const currency = paymentCurrency(plan, document, payment);
    const facts = {
      id: `${entryId(document)}:${name}`,
      journal: paymentRule(plan, document, payment).journal,
      payment,
    };
    const options = {
      turn: document.kind === 'credit-note',
      documentId: document.id,
      facts: plan.facts(document, payment),
    };
    const head = paymentHead(plan, document, facts);
    const lines = paymentLines(plan, document, payment, currency, step);
    const suspended = suspend(plan, lines, payment.id, payment === bearer ? excess : ZERO);
    const entry = closeEntry(plan, head, suspended, currency, options);
    return entry ? [{ name, entry }] : [];
  });
}
