import type { SalesDocument, SalesLine, SalesTax } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { allocate, type Decimal, decimal, ZERO } from '#schemas/money.ts';
import { chooseFixed, chooseRevenue, type Purpose } from './accounts/choose-account.ts';
import { entryMessages } from './messages.ts';
import type { AccountChoice, Plan } from './plan.ts';
import { treatTax, type VatTreatment } from './vat/vat-treatment.ts';
import { treatUntaxed } from './vat/vat-untaxed.ts';

/** The taxes of a document, each with its treatment (null: a tax at 0 %). */
export type TaxTable = ReadonlyMap<string, VatTreatment | null>;

/**
 * One amount of a line on its account, not rounded yet. Debit is positive, seen from a sale (a credit note is turned
 * round at the very end). `taxId` is null for what bears no VAT.
 */
export type Post = (choice: AccountChoice, amount: Decimal, taxId: string | null) => void;

/** Amounts come with up to six decimals; a line over several rates is split without losing any. */
const SOURCE_DECIMALS = 6;

export function treatTaxes(
  plan: Plan,
  document: SalesDocument,
  taxes: readonly SalesTax[],
  lines: readonly SalesLine[],
): TaxTable {
  const day = (document.original ?? document).createdAt.slice(0, 10);
  const table = new Map<string, VatTreatment | null>();
  for (const tax of taxes) {
    const bearer = lines.find((line) => line.taxes.some(({ taxId }) => taxId === tax.id));
    table.set(tax.id, treatTax(plan, document, tax, bearer?.description ?? tax.name, day));
  }
  return table;
}

interface Slice {
  readonly taxId: string | null;
  readonly gross: Decimal;
  readonly discount: Decimal;
  readonly net: Decimal;
}

/** A line cut by rate, in proportion to the bases that the shop states. */
function slicesOf(line: SalesLine): Slice[] {
  const gross = decimal(line.grossAmount);
  const discount = decimal(line.discountAmount);
  const net = decimal(line.netAmount);
  if (line.taxes.length < 2) return [{ taxId: line.taxes[0]?.taxId ?? null, gross, discount, net }];
  const bases = line.taxes.map(({ base }) => decimal(base));
  const shares = [gross, discount, net].map((amount) => allocate(amount, bases, SOURCE_DECIMALS));
  return line.taxes.map(({ taxId }, index) => ({
    taxId,
    gross: shares[0]?.[index] ?? ZERO,
    discount: shares[1]?.[index] ?? ZERO,
    net: shares[2]?.[index] ?? ZERO,
  }));
}

function isGiftCard(plan: Plan, line: SalesLine): boolean {
  return line.category === 'gift-card' || (line.category === 'goods' && plan.isGiftCard(line.sku, line.description));
}

/** Whether a line without VAT would be owed to somebody, and is no sale. */
export function isLiability(plan: Plan, line: SalesLine): boolean {
  return isGiftCard(plan, line) || line.category === 'tip' || line.category === 'deposit';
}

/** Multi-purpose gift cards, tips and deposits without VAT are owed to somebody: they are no sale yet. */
function chooseLiability(plan: Plan, line: SalesLine, facts: MappingFacts): AccountChoice | null {
  if (isGiftCard(plan, line)) return chooseFixed(plan, 'giftCard', 'gift-card', facts);
  if (line.category === 'tip') return chooseFixed(plan, 'tip', 'tip', facts);
  if (line.category === 'deposit') return chooseFixed(plan, 'deposit', 'deposit', facts);
  return null;
}

/** A tax by its id, on the document itself or on the sale that it corrects. */
export function taxOf({ taxes, original }: SalesDocument, id: string | null): SalesTax | null {
  if (id === null) return null;
  return taxes.find((tax) => tax.id === id) ?? original?.openTaxes.find((tax) => tax.id === id) ?? null;
}

function treatmentOf(document: SalesDocument, taxes: TaxTable, line: SalesLine, taxId: string): VatTreatment | null {
  const treatment = taxes.get(taxId);
  if (treatment !== undefined) return treatment;
  const facts = { document: document.number, line: line.description, tax: taxId };
  throw new HoldError(entryMessages.build.tax_unknown(facts, `lines/${line.id}/taxes`));
}

/**
 * Posts a line: revenue before discount and the discount apart, or what is left of it, as the user chose. A negative
 * line (a discount given as a negative fee) is a discount whatever its category.
 *
 * @throws HoldError when its VAT cannot be placed
 */
export function postLine(plan: Plan, document: SalesDocument, taxes: TaxTable, line: SalesLine, post: Post): void {
  for (const { taxId, gross, discount, net } of slicesOf(line)) {
    if (gross.isZero() && discount.isZero() && net.isZero()) continue;
    const taxed = taxId === null ? null : treatmentOf(document, taxes, line, taxId);
    const bearing = taxed ? taxId : null;
    const isReduction = net.isNegative() && !net.isZero();
    const facts = plan.lineFacts(document, line, taxOf(document, taxId));
    const liability = taxed || isReduction ? null : chooseLiability(plan, line, facts);
    const isCharged = !net.isZero() && !isReduction;
    const choose = (purpose: Purpose) => {
      const treatment = taxed ?? treatUntaxed(plan, document, line, isCharged && liability === null);
      return chooseRevenue(plan, purpose, treatment, facts);
    };
    if (isReduction) {
      post(choose('discount'), net.negated(), bearing);
      continue;
    }
    const isSeparate = plan.settings.discounts === 'separate' && !discount.isZero();
    const revenue = isSeparate ? gross : net;
    if (!revenue.isZero()) post(liability ?? choose(line.category), revenue.negated(), bearing);
    if (isSeparate) post(choose('discount'), discount, bearing);
  }
}
