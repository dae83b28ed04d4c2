import type { SalesDocument, SalesPayment } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { type Decimal, decimal, round, sum } from '#schemas/money.ts';
import type { DraftCurrency } from './close-entry.ts';
import { entryMessages } from './messages.ts';
import type { Plan } from './plan.ts';

/** Currencies with thousandths (ISO 4217); those without cents are held with two decimals like the others. */
const THOUSANDTHS: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** A rate as a shop states it; nothing is worth nothing or less. */
function statedRate(text: string | null | undefined): Decimal | null {
  const rate = typeof text === 'string' ? decimal(text) : null;
  return rate?.isPositive() && !rate.isZero() ? rate : null;
}

function currencyAt(plan: Plan, code: string, document: SalesDocument, stated: Decimal | null): DraftCurrency {
  if (code === plan.settings.currency) return { code, decimals: 2, rate: null };
  const rate = plan.exchangeRate(code) ?? stated;
  if (rate) return { code, decimals: THOUSANDTHS.has(code) ? 3 : 2, rate };
  const facts = { currency: code, document: document.number };
  throw new HoldError(entryMessages.build.currency_without_rate(facts, 'currency'));
}

/**
 * The currency of a document, with its rate to the books' currency: the user's, else the shop's.
 *
 * @throws HoldError when there is no rate: a sale is never booked at a guessed one
 */
export function draftCurrency(plan: Plan, document: SalesDocument): DraftCurrency {
  return currencyAt(plan, document.currency, document, statedRate(document.exchangeRate));
}

/** What the payments listed before this one have cleared of the document, in its currency. */
function clearedBefore({ payments }: SalesDocument, payment: SalesPayment, decimals: number): Decimal {
  const earlier = payments.slice(0, payments.indexOf(payment));
  const received = earlier.filter(({ currency, paidAt }) => currency === payment.currency && paidAt !== null);
  return sum(received.map(({ amount }) => round(decimal(amount), decimals)));
}

/**
 * The currency of a payment, at the rate of its own day: the user's, else the payment's, else the document's. It clears
 * the customer's account at the rate of the document, so that nothing is left there in either currency; what lies between
 * is an exchange difference.
 *
 * @throws HoldError when there is no rate
 */
export function paymentCurrency(plan: Plan, document: SalesDocument, payment: SalesPayment): DraftCurrency {
  const isSame = payment.currency === document.currency;
  const stated = statedRate(payment.exchangeRate) ?? (isSame ? statedRate(document.exchangeRate) : null);
  const own = currencyAt(plan, payment.currency, document, stated);
  if (!isSame || own.rate === null) return own;
  const { rate } = draftCurrency(plan, document);
  return rate ? { ...own, clears: { rate, before: clearedBefore(document, payment, own.decimals) } } : own;
}
