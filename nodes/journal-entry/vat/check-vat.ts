import type { StepLog } from '#nodes/kit/context.ts';
import { vatNumberOf } from '#nodes/kit/vat-number.ts';
import type { SalesDocument, SalesTax } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { Decimal as Amount, type Decimal, decimal, formatAmount, sum } from '#schemas/money.ts';
import { vatMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { vatCheckMessages } from './vat-check-messages.ts';

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

/** A number on which the VAT of the sale hangs has held the document already; any other is worth a word. */
function warnAboutNumber(log: StepLog, key: string, document: SalesDocument): void {
  const number = vatNumberOf(document);
  if (!number || number.isWellFormed || !number.isOfEu) return;
  const facts = { document: document.number, number: number.text };
  log.warning(vatCheckMessages.build.number_doubtful(facts, 'buyer/vatNumber'), { document: key });
}

/**
 * Warns where the shop's VAT does not follow from its own lines (rates that were swapped, lines whose tax was lost), and
 * of VAT numbers that cannot be right. The shop's figures are booked all the same, for they are what the customer was
 * charged.
 *
 * @throws HoldError for such VAT, when the user wants to see it first; always for VAT that no line bears, and for lines
 *   that bear a rate and no VAT
 */
export function checkVat({ settings }: Plan, log: StepLog, key: string, document: SalesDocument): void {
  warnAboutNumber(log, key, document);
  for (const { tax, base, expected } of doubtfulTaxes(document)) {
    const facts = {
      document: document.number,
      rate: tax.rate,
      amount: tax.amount,
      base: formatAmount(base),
      expected: formatAmount(expected),
    };
    // VAT that no line bears, or none on lines that bear a rate: no rounding and no rule of a shop explains it.
    const isBorne = document.lines.some((line) => line.taxes.some(({ taxId }) => taxId === tax.id));
    if (!isBorne || decimal(tax.amount).isZero() || settings.vat.implausible === 'hold') {
      throw new HoldError(vatCheckMessages.build.implausible_held(facts, `taxes/${tax.id}`));
    }
    log.warning(vatMessages.build.implausible(facts, `taxes/${tax.id}`), { document: key });
  }
}
