import type { VatRegime } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument, SalesTax } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { plainRate, rateCode } from '../accounts/account-number.ts';
import { vatMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';
import type { VatRule } from '../settings.ts';
import type { DocumentBoxes } from './vat-boxes.ts';
import { vatCheckMessages } from './vat-check-messages.ts';
import { destinationOf } from './vat-destination.ts';
import { isInVatArea, isRateOf, vatCountryOf } from './vat-rates-eu.ts';
import { boxesOf } from './vat-return-of.ts';
import { isSaleTabled, isTaxNamed } from './vat-table-cover.ts';

export interface VatTreatment {
  readonly regime: VatRegime;
  /** "0" when there is no VAT. */
  readonly rate: string;
  readonly country: string;
  readonly vatCode: string;
  /** The user's exception that covers it. */
  readonly override: VatRule | null;
  /** Boxes of the seller's return, by the preset. */
  readonly boxes: DocumentBoxes;
  readonly isCredit: boolean;
  readonly isService: boolean;
}

/** What a treatment is worked out from. */
interface Part {
  readonly regime: VatRegime;
  readonly country: string;
  readonly rate: string;
  readonly isService: boolean;
}

function codeOf(plan: Plan, { regime, country, rate }: Part): string {
  const { rates, vatCodes } = plan.preset;
  switch (regime) {
    case 'reverse-charge':
      return vatCodes.reverseCharge;
    case 'export':
    case 'untaxed':
    case 'margin':
    case 'exempt':
      return vatCodes[regime];
    case 'co-contractor':
      return vatCodes.coContractor;
    default: {
      const listed = country === plan.preset.country ? rates.find((entry) => entry.rate === rate) : undefined;
      const own = listed?.vatCode ?? `${country}${rateCode(rate)}`;
      return regime === 'oss' ? `OSS-${own}` : own;
    }
  }
}

export function treatmentOf(plan: Plan, { kind }: SalesDocument, part: Part): VatTreatment {
  const override = plan.vatRule(part.country, part.rate) ?? null;
  const vatCode = override?.vatCode.trim() || codeOf(plan, part);
  return { ...part, vatCode, override, boxes: boxesOf(plan, kind, part), isCredit: kind === 'credit-note' };
}

function regimeOfTaxed(plan: Plan, country: string): VatRegime {
  if (country === plan.home) return 'domestic';
  return isInVatArea(country) ? 'oss' : 'registered';
}

/** Whether the user says enough to book a rate that no table of rates knows. */
function isCovered(plan: Plan, document: SalesDocument, tax: SalesTax, { regime, override }: VatTreatment): boolean {
  if (regime !== 'registered') return override !== null || isTaxNamed(plan, document, tax);
  const hasAccounts = override !== null && override.revenueAccount.trim() !== '' && override.vatAccount.trim() !== '';
  return hasAccounts || isSaleTabled(plan, document, tax);
}

/**
 * The treatment of a tax with a rate above zero; null for a tax at 0 %, whose lines count as untaxed.
 *
 * @param line name of a line that bears the tax, for the message
 * @param day the sale's day: an older document may carry a rate that has been abolished since
 * @throws HoldError when neither the country's rates nor a rule of the user know the rate, or when a seller who is to
 *   charge none has charged it
 */
export function treatTax(
  plan: Plan,
  document: SalesDocument,
  tax: SalesTax,
  line: string,
  day: string,
): VatTreatment | null {
  const rate = plainRate(tax.rate);
  if (rate === '0') return null;
  const facts = { document: document.number, line, rate };
  if (plan.settings.vat.isExemptSeller) {
    throw new HoldError(vatCheckMessages.build.exempt_seller_charged(facts, `taxes/${tax.id}`));
  }
  const country = tax.country === null ? destinationOf(plan, document).country : vatCountryOf(tax.country);
  const regime = regimeOfTaxed(plan, country);
  const found = treatmentOf(plan, document, { regime, country, rate, isService: false });
  if (isRateOf(country, rate, day) || isCovered(plan, document, tax, found)) return found;
  const problem = regime === 'registered' ? vatMessages.build.outside_eu : vatMessages.build.unmapped_rate;
  throw new HoldError(problem({ ...facts, country }, `taxes/${tax.id}`));
}
