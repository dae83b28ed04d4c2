import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { type Decimal, decimal } from '#schemas/money.ts';
import type { DraftCurrency } from './close-entry.ts';
import { entryMessages } from './messages.ts';
import type { Plan } from './plan.ts';

/** Currencies with thousandths (ISO 4217); those without cents are held with two decimals like the others. */
const THOUSANDTHS: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

function knownRate(plan: Plan, document: SalesDocument, currency: string): Decimal | null {
  const own = plan.exchangeRate(currency);
  if (own) return own;
  if (document.exchangeRate === null || currency !== document.currency) return null;
  const rate = decimal(document.exchangeRate);
  return rate.isPositive() && !rate.isZero() ? rate : null;
}

/**
 * The currency of a document or of one of its payments, with its rate to the books' currency: the user's, else the
 * shop's.
 *
 * @throws HoldError when there is no rate: a sale is never booked at a guessed one
 */
export function draftCurrency(plan: Plan, document: SalesDocument, currency = document.currency): DraftCurrency {
  const decimals = THOUSANDTHS.has(currency) ? 3 : 2;
  if (currency === plan.settings.currency) return { code: currency, decimals: 2, rate: null };
  const rate = knownRate(plan, document, currency);
  if (rate) return { code: currency, decimals, rate };
  throw new HoldError(entryMessages.build.currency_without_rate({ currency, document: document.number }, 'currency'));
}
