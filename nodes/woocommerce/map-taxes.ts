import type { SalesTax } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { Decimal, formatAmount, round } from '#schemas/money.ts';
import { messages } from './messages.ts';
import type { TaxLineRecord } from './records.ts';
import { plainText } from './text.ts';

/** Percentages by rate id, for tax lines that do not carry their own. */
export type KnownRates = ReadonlyMap<string, Decimal>;

/** The document's taxes while lines are mapped. */
export interface TaxTable {
  readonly taxes: readonly SalesTax[];
  /** Percentage by rate id. */
  readonly rates: KnownRates;
}

/** rate_code is COUNTRY-[STATE-]NAME-PRIORITY; a rate for every country starts with its name. */
function countryOf(rateCode: string): string | null {
  return /^([A-Z]{2})-.+-\d+$/.exec(rateCode)?.[1] ?? null;
}

/** Percentage as text without trailing zeros: "21", "5.5". */
export function rateText(rate: Decimal): string {
  return round(rate, 4).toFixed();
}

function joinTax(earlier: SalesTax | undefined, tax: SalesTax): SalesTax {
  if (!earlier) return tax;
  return { ...tax, amount: formatAmount(new Decimal(earlier.amount).plus(tax.amount)) };
}

/**
 * The VAT of a document per rate, as the shop states it.
 *
 * @param sign 1 for an order, -1 for a refund, whose amounts arrive negative
 * @param known percentages for tax lines written before WooCommerce stored them
 * @throws HoldError when a percentage is nowhere to be found
 */
export function mapTaxes(document: string, lines: readonly TaxLineRecord[], known: KnownRates, sign: 1 | -1): TaxTable {
  const taxes = new Map<string, SalesTax>();
  const rates = new Map<string, Decimal>();
  for (const [index, line] of lines.entries()) {
    const rate = line.rate_percent ?? known.get(line.rate_id);
    if (!rate) throw unknownTax(document, line.rate_id, `tax_lines/${index}`);
    rates.set(line.rate_id, rate);
    const amount = line.tax_total.plus(line.shipping_tax_total).times(sign);
    const tax: SalesTax = {
      id: line.rate_id,
      name: plainText(line.label) || line.rate_code || line.rate_id,
      rate: rateText(rate),
      country: countryOf(line.rate_code),
      amount: formatAmount(amount),
    };
    // An order edited by hand may list a rate twice.
    taxes.set(line.rate_id, joinTax(taxes.get(line.rate_id), tax));
  }
  return { taxes: [...taxes.values()], rates };
}

export function unknownTax(document: string, rate: string, field: string): HoldError {
  return new HoldError(messages.build.tax_unknown({ document, rate }, field));
}

/** Ids of tax lines whose percentage must be asked for. */
export function ratesToAsk(lines: readonly TaxLineRecord[]): string[] {
  return lines.filter((line) => !line.rate_percent).map((line) => line.rate_id);
}

export const NO_RATES: KnownRates = new Map();
