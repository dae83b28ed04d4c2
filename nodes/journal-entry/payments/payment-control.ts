import type { StepLog } from '#nodes/kit/context.ts';
import type { SalesDocument, SalesPayment } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { type Decimal, decimal, formatAmount, round, sum, ZERO } from '#schemas/money.ts';
import { chooseFixed } from '../accounts/choose-account.ts';
import { type DraftLine, singleLine } from '../draft.ts';
import { entryMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { bookablePayments } from './payment-rule.ts';

/** Whether the payments of a document can be held against its total; null when they cannot. */
function receivedOf(document: SalesDocument, decimals: number): Decimal | null {
  const received = document.payments.filter(({ paidAt }) => paidAt !== null);
  // A shop that lists no payment says nothing of how much it received; in another currency the rate explains a gap.
  if (received.length === 0 || received.some(({ currency }) => currency !== document.currency)) return null;
  return sum(received.map(({ amount }) => round(decimal(amount), decimals)));
}

/**
 * What was received beyond the total of a sale (negative: short of it). A sale that the shop does not call paid may be
 * short, for its customer still owes the rest. Gift cards are no part of the total, and none of the payments.
 */
function excessOf(document: SalesDocument, received: Decimal, decimals: number): Decimal {
  const excess = received.minus(round(decimal(document.total), decimals));
  return document.paidAt === null && excess.isNegative() ? ZERO : excess;
}

/**
 * Holds the payments of a sale against its total, by the user's control: says it, holds the document, or names the
 * amount that is to stand on the suspense account.
 *
 * @param decimals of the document's currency
 * @returns what the suspense account gets, positive when too much was received; zero with every other control, and when
 *   no payment is booked beside which it could stand
 * @throws HoldError naming both amounts, when the user wants to see such documents first
 */
export function controlPayments(
  plan: Plan,
  document: SalesDocument,
  decimals: number,
  step: { readonly log: StepLog; readonly key: string },
): Decimal {
  const { paymentMismatch } = plan.settings.controls;
  if (paymentMismatch === 'ignore' || document.kind !== 'sale') return ZERO;
  const received = receivedOf(document, decimals);
  const excess = received ? excessOf(document, received, decimals) : ZERO;
  if (!received || excess.isZero()) return ZERO;
  const facts = {
    document: document.number,
    received: formatAmount(received, decimals),
    total: formatAmount(decimal(document.total), decimals),
    difference: formatAmount(excess.abs(), decimals),
    currency: document.currency,
  };
  if (paymentMismatch === 'hold') throw new HoldError(entryMessages.build.payment_differs(facts, 'payments'));
  const isSuspended = paymentMismatch === 'suspense' && bookablePayments(plan, document).length > 0;
  const build = isSuspended ? entryMessages.build.payment_to_suspense : entryMessages.build.payment_differs;
  step.log.warning(build(facts, 'payments'), { document: step.key });
  return isSuspended ? excess : ZERO;
}

/** The payment beside which the suspense account stands: the biggest of those that are booked, the first of equals. */
export function bearerOf(payments: readonly SalesPayment[], excess: Decimal): SalesPayment | null {
  if (excess.isZero()) return null;
  const size = ({ amount }: SalesPayment) => decimal(amount).abs();
  return payments.reduce<SalesPayment | null>(
    (biggest, payment) => (biggest && !size(payment).greaterThan(size(biggest)) ? biggest : payment),
    null,
  );
}

/**
 * The lines of a payment with what was received beyond (or short of) the total taken off the customer's line and put on
 * the suspense account: the customer's account is cleared by the total, and the bank has all that came in.
 */
export function suspend(plan: Plan, lines: readonly DraftLine[], paymentId: string, excess: Decimal): DraftLine[] {
  if (excess.isZero()) return [...lines];
  const origin = { part: 'payment', id: paymentId } as const;
  const cleared = lines.map((line) => {
    if (line.choice.role !== 'receivable') return line;
    const amount = line.amount.plus(excess);
    return { ...line, amount, shares: [{ ...origin, amount }] };
  });
  return [...cleared, singleLine(chooseFixed(plan, 'suspense', 'suspense'), excess.negated(), origin)];
}
