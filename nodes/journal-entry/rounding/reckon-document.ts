import type { OriginalSale, SalesDocument, SalesLine, SalesTax } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { type Decimal, decimal, formatAmount, round, sum, ZERO } from '#schemas/money.ts';
import { entryMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { type Reckoning, reckonDiscount, reckonRate, type Taxable } from './reckon-amounts.ts';

/** A part of a line that bears one tax; `taxId` is null for what bears none. */
interface Part extends Taxable {
  readonly line: SalesLine;
  readonly taxId: string | null;
}

function partsOf(line: SalesLine): Part[] {
  const quantity = decimal(line.quantity);
  const [only, ...others] = line.taxes;
  if (!only) return [{ line, taxId: null, quantity, net: decimal(line.netAmount), vat: ZERO }];
  if (others.length === 0) {
    return [{ line, taxId: only.taxId, quantity, net: decimal(line.netAmount), vat: decimal(only.amount) }];
  }
  return line.taxes.map(({ taxId, base, amount }) => ({
    line,
    taxId,
    quantity,
    net: decimal(base),
    vat: decimal(amount),
  }));
}

interface Amounts {
  readonly nets: ReadonlyMap<SalesLine, ReadonlyMap<string | null, Decimal>>;
  readonly vat: ReadonlyMap<string | null, Decimal>;
}

function reckonParts(parts: readonly Part[], taxes: readonly SalesTax[], reckoning: Reckoning): Amounts {
  const rates = new Map(taxes.map(({ id, rate }) => [id, decimal(rate)]));
  const nets = new Map<SalesLine, Map<string | null, Decimal>>();
  const vat = new Map<string | null, Decimal>();
  for (const [taxId, ofTax] of Map.groupBy(parts, (part) => part.taxId)) {
    const made = reckonRate(ofTax, (taxId === null ? null : rates.get(taxId)) ?? ZERO, reckoning);
    vat.set(taxId, made.vat);
    ofTax.forEach(({ line }, index) => {
      const ofLine = nets.get(line) ?? new Map<string | null, Decimal>();
      nets.set(line, ofLine.set(taxId, (ofLine.get(taxId) ?? ZERO).plus(made.nets[index] ?? ZERO)));
    });
  }
  return { nets, vat };
}

function reckonedLine(line: SalesLine, { nets }: Amounts, reckoning: Reckoning): SalesLine {
  const byTax = nets.get(line) ?? new Map<string | null, Decimal>();
  const net = sum(byTax.values());
  const discount = reckonDiscount(decimal(line.discountAmount), decimal(line.quantity), reckoning);
  const text = (amount: Decimal) => formatAmount(amount, reckoning.decimals);
  return {
    ...line,
    grossAmount: text(net.plus(discount)),
    discountAmount: text(discount),
    netAmount: text(net),
    taxes: line.taxes.map((tax) => ({ ...tax, base: text(byTax.get(tax.taxId) ?? ZERO) })),
  };
}

function reckonedTax(plan: Plan, document: SalesDocument, tax: SalesTax, { vat }: Amounts, decimals: number): SalesTax {
  const reckoned = round(vat.get(tax.id) ?? ZERO, decimals);
  const stated = round(decimal(tax.amount), decimals);
  if (reckoned.minus(stated).abs().greaterThan(plan.roundingLimit)) {
    const facts = {
      document: document.number,
      rate: tax.rate,
      stated: formatAmount(stated, decimals),
      reckoned: formatAmount(reckoned, decimals),
      limit: formatAmount(plan.roundingLimit),
      currency: document.currency,
    };
    throw new HoldError(entryMessages.build.vat_reckoned_differs(facts, `taxes/${tax.id}`));
  }
  return { ...tax, amount: formatAmount(reckoned, decimals) };
}

/**
 * The document with its net amounts and VAT worked out anew from the shop's prices, by the user's method; unchanged
 * with the method "as the shop does". The total is never touched: what the new amounts miss of it is a rounding
 * difference like another, and booked or refused as such. What is open on the sale of a credit note is worked out in
 * the same way, so that the whole of a sale given back mirrors what was booked.
 *
 * @param decimals of the document's currency, in which VAT is booked
 * @throws HoldError when VAT comes out further from the shop's than the user's limit allows
 */
export function reckonDocument(plan: Plan, document: SalesDocument, decimals: number): SalesDocument {
  const { method, decimals: wanted } = plan.settings.rounding;
  if (method === 'shop') return document;
  const reckoning = { method, decimals: Math.max(wanted, decimals), isGross: document.pricesIncludeTax };
  const restate = (lines: readonly SalesLine[], taxes: readonly SalesTax[]) => {
    const amounts = reckonParts(lines.flatMap(partsOf), taxes, reckoning);
    return {
      lines: lines.map((line) => reckonedLine(line, amounts, reckoning)),
      taxes: taxes.map((tax) => reckonedTax(plan, document, tax, amounts, decimals)),
    };
  };
  const { original } = document;
  const isSpread = original !== null && !decimal(document.unallocated).isZero();
  return {
    ...document,
    ...restate(document.lines, document.taxes),
    original: isSpread ? restateOpen(original, restate) : original,
  };
}

type Restate = (lines: readonly SalesLine[], taxes: readonly SalesTax[]) => Pick<SalesDocument, 'lines' | 'taxes'>;

function restateOpen(sale: OriginalSale, restate: Restate): OriginalSale {
  const open = <T extends Pick<OriginalSale, 'openLines' | 'openTaxes'>>(one: T): T => {
    const { lines, taxes } = restate(one.openLines, one.openTaxes);
    return { ...one, openLines: lines, openTaxes: taxes };
  };
  const restated = open(sale);
  return sale.spreads ? { ...restated, spreads: sale.spreads.map(open) } : restated;
}
