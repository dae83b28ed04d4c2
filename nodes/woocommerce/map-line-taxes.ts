import type { SalesLine } from '#schemas/documents/sales-document.ts';
import { allocate, Decimal, sum, ZERO } from '#schemas/money.ts';
import { amountText } from './wire-values.ts';

/** One tax of a line as the shop gives it, joined to its rate in percent. */
export interface RatedTax {
  readonly id: string;
  readonly amount: Decimal;
  readonly rate: Decimal;
}

const BASE_TOLERANCE = new Decimal('0.05');
const HALF_A_CENT = new Decimal('0.005');
const STORED_DECIMALS = 6;

function baseBehind(amount: Decimal, rate: Decimal): Decimal {
  return rate.isZero() ? ZERO : amount.times(100).dividedBy(rate);
}

/** Each tax is rounded to cents; at a low rate half a cent of tax stands for a good deal more of base. */
function tolerance(taxes: readonly RatedTax[]): Decimal {
  return sum(taxes.map((tax) => baseBehind(HALF_A_CENT, tax.rate))).plus(BASE_TOLERANCE);
}

/**
 * The part of a line's net amount that each of its taxes was computed on.
 *
 * WooCommerce does not state it. One tax was computed on the whole line. Several are either a line that was spread over
 * rates (a negative fee) – then amount ÷ rate of each adds up to the net – or taxes stacked on the same base
 * (compound, or federal + state). For stacked taxes the whole base goes to the first, so that a base is never counted twice.
 *
 * @returns bases in the order of the taxes; they sum to `net` exactly
 */
export function taxBases(net: Decimal, taxes: readonly RatedTax[]): Decimal[] {
  if (taxes.length <= 1) return taxes.map(() => net);
  const weights = taxes.map((tax) => baseBehind(tax.amount, tax.rate));
  const spread = sum(weights);
  const isSpread = !spread.isZero() && spread.minus(net).abs().lessThanOrEqualTo(tolerance(taxes));
  if (isSpread) return allocate(net, weights, STORED_DECIMALS);
  return taxes.map((_, index) => (index === 0 ? net : ZERO));
}

/** The taxes of one line of a document. */
export function mapLineTaxes(net: Decimal, taxes: readonly RatedTax[]): SalesLine['taxes'] {
  const bases = taxBases(net, taxes);
  return taxes.map((tax, index) => ({
    taxId: tax.id,
    base: amountText(bases[index] ?? ZERO),
    amount: amountText(tax.amount),
  }));
}
