import type { SalesDocument, SalesLine, SalesTax } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { decimal } from '#schemas/money.ts';
import { plainRate, rateCode } from './account-number.ts';
import { vatMessages } from './messages.ts';
import type { Plan } from './plan.ts';
import type { VatRule } from './settings.ts';
import { isInVatArea, isRateOf, vatCountryOf } from './vat-rates-eu.ts';

/** How VAT law sees a part of a sale. `registered` is a country outside the EU that the user has a rule for. */
export type VatRegime = 'domestic' | 'oss' | 'registered' | 'reverse-charge' | 'export' | 'untaxed';

export interface VatTreatment {
  readonly regime: VatRegime;
  /** "0" when there is no VAT. */
  readonly rate: string;
  readonly country: string;
  readonly vatCode: string;
  /** The user's exception that covers it. */
  readonly override: VatRule | null;
}

/** The country that a sale without a stated tax country goes to: where it is delivered, else where it is billed. */
function destinationOf(document: SalesDocument): string | null {
  const country = document.buyer.delivery?.country ?? document.buyer.billing?.country ?? null;
  return country === null ? null : vatCountryOf(country);
}

function codeOf(plan: Plan, regime: VatRegime, country: string, rate: string): string {
  const { rates, vatCodes } = plan.preset;
  if (regime === 'reverse-charge') return vatCodes.reverseCharge;
  if (regime === 'export') return vatCodes.export;
  if (regime === 'untaxed') return vatCodes.untaxed;
  const listed = country === plan.preset.country ? rates.find((entry) => entry.rate === rate) : undefined;
  const own = listed?.vatCode ?? `${country}${rateCode(rate)}`;
  return regime === 'oss' ? `OSS-${own}` : own;
}

function treatment(plan: Plan, regime: VatRegime, country: string, rate: string): VatTreatment {
  const override = plan.vatRule(country, rate) ?? null;
  const vatCode = override?.vatCode.trim() || codeOf(plan, regime, country, rate);
  return { regime, rate, country, vatCode, override };
}

function regimeOfTaxed(plan: Plan, country: string): VatRegime {
  if (country === plan.home) return 'domestic';
  return isInVatArea(country) ? 'oss' : 'registered';
}

/** Whether the user's rule says enough to book a rate that no table knows. */
function isCovered(regime: VatRegime, override: VatRule | null): boolean {
  if (!override) return false;
  if (regime !== 'registered') return true;
  return override.revenueAccount.trim() !== '' && override.vatAccount.trim() !== '';
}

/**
 * The treatment of a tax with a rate above zero; null for a tax at 0 %, whose lines count as untaxed.
 *
 * @param line name of a line that bears the tax, for the message
 * @param day the sale's day: an older document may carry a rate that has been abolished since
 * @throws HoldError when neither the country's rates nor a rule of the user know the rate
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
  const country = tax.country === null ? (destinationOf(document) ?? plan.home) : vatCountryOf(tax.country);
  const regime = regimeOfTaxed(plan, country);
  const found = treatment(plan, regime, country, rate);
  if (isCovered(regime, found.override) || isRateOf(country, rate, day)) return found;
  const facts = { document: document.number, line, rate, country };
  const problem = regime === 'registered' ? vatMessages.build.outside_eu : vatMessages.build.unmapped_rate;
  throw new HoldError(problem(facts, `taxes/${tax.id}`));
}

/**
 * An exempt supply to another Member State needs a number given by a Member State other than the seller's
 * (directive 2006/112, art. 138). Whether the number is valid is for VIES to say, not for the mapping.
 */
function hasForeignVatNumber(document: SalesDocument, home: string): boolean {
  const number = document.buyer.vatNumber;
  return number !== null && number !== '' && !number.startsWith(home === 'GR' ? 'EL' : home);
}

/**
 * Charges that are no supply bear no VAT wherever the buyer is: a refundable deposit, a tip. A fee counts as one when
 * the shop did charge VAT on the rest of the document, and so left this fee out on purpose.
 */
function isOutsideVat(document: SalesDocument, line: SalesLine): boolean {
  if (line.category === 'deposit' || line.category === 'tip') return true;
  return line.category === 'fee' && document.taxes.some((tax) => !decimal(tax.amount).isZero());
}

/**
 * The treatment of what bears no VAT.
 *
 * @throws HoldError for something charged to a consumer elsewhere in the EU: VAT was forgotten, or the number was
 */
export function treatUntaxed(plan: Plan, document: SalesDocument, line: SalesLine, isCharged: boolean): VatTreatment {
  const country = destinationOf(document) ?? plan.home;
  const found = (regime: VatRegime) => treatment(plan, regime, country, '0');
  if (country === plan.home) return found('untaxed');
  if (!isInVatArea(country)) return found('export');
  if (hasForeignVatNumber(document, plan.home)) return found('reverse-charge');
  const untaxed = found('untaxed');
  // Nothing is owed on what costs nothing: a free order, a parcel sent free of charge.
  if (untaxed.override || !isCharged || isOutsideVat(document, line)) return untaxed;
  throw new HoldError(
    vatMessages.build.untaxed_eu_consumer(
      { document: document.number, line: line.description, country },
      `lines/${line.id}`,
    ),
  );
}
