import type { StepLog } from '#nodes/kit/context.ts';
import type { SalesDocument, SalesTax } from '#schemas/documents/sales-document.ts';
import { Decimal as Amount, type Decimal, decimal, formatAmount, sum } from '#schemas/money.ts';
import { vatMessages } from './messages.ts';

/** Shops round VAT by line or by item: a cent a line may go astray, and two for the document. */
const CENTS_A_DOCUMENT = new Amount('0.02');
const CENT_A_LINE = new Amount('0.01');

interface Doubt {
  readonly tax: SalesTax;
  readonly base: Decimal;
  readonly expected: Decimal;
}

/** Taxes whose amount is not what their rate makes of the lines that bear them, beyond what rounding explains. */
export function doubtfulTaxes(document: SalesDocument): Doubt[] {
  return document.taxes.flatMap((tax) => {
    const bases = document.lines.flatMap((line) => line.taxes.filter(({ taxId }) => taxId === tax.id));
    const base = sum(bases.map((one) => one.base));
    const expected = base.times(decimal(tax.rate)).dividedBy(100);
    const tolerance = CENT_A_LINE.times(bases.length).plus(CENTS_A_DOCUMENT);
    const gap = decimal(tax.amount).minus(expected).abs();
    return gap.greaterThan(tolerance) ? [{ tax, base, expected }] : [];
  });
}

/**
 * Warns where the shop's VAT does not follow from its own lines: rates that were swapped, lines whose tax was lost. The
 * shop's figures are booked all the same, for they are what the customer was charged.
 */
export function warnAboutVat(log: StepLog, key: string, document: SalesDocument): void {
  for (const { tax, base, expected } of doubtfulTaxes(document)) {
    const facts = {
      document: document.number,
      rate: tax.rate,
      amount: tax.amount,
      base: formatAmount(base),
      expected: formatAmount(expected),
    };
    log.warning(vatMessages.build.implausible(facts, `taxes/${tax.id}`), { document: key });
  }
}
