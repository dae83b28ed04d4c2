import type { SalesDocument, SalesLine, SalesTax } from '#schemas/documents/sales-document.ts';
import { allocate, Decimal, formatAmount, ZERO } from '#schemas/money.ts';
import { amountText } from './wire-values.ts';

/** Takes `given` off `open` without crossing zero; a negative fee line shrinks towards zero from below. */
function reduce(open: string, given: string): Decimal {
  const before = new Decimal(open);
  const after = before.minus(new Decimal(given));
  return after.isNegative() === before.isNegative() ? after : ZERO;
}

function reduceLineTaxes(line: SalesLine, net: Decimal, given: SalesLine): SalesLine['taxes'] {
  const weights = line.taxes.map((tax) => new Decimal(tax.base));
  const bases = line.taxes.length > 0 ? allocate(net, weights, 6) : [];
  return line.taxes.map((tax, index) => {
    const back = given.taxes.find((entry) => entry.taxId === tax.taxId)?.amount ?? '0';
    return { taxId: tax.taxId, base: amountText(bases[index] ?? ZERO), amount: amountText(reduce(tax.amount, back)) };
  });
}

function reduceLine(line: SalesLine, given: SalesLine): SalesLine {
  const net = reduce(line.netAmount, given.netAmount);
  return {
    ...line,
    quantity: reduce(line.quantity, given.quantity).toFixed(),
    // What is left of a discount is not knowable and nobody asks for it: the open part stands at its net price.
    grossAmount: amountText(net),
    discountAmount: '0.00',
    netAmount: amountText(net),
    taxes: reduceLineTaxes(line, net, given),
  };
}

function isUsedUp(line: SalesLine): boolean {
  return new Decimal(line.netAmount).isZero() && line.taxes.every((tax) => new Decimal(tax.amount).isZero());
}

/** What a credit note names of its sale. */
type Named = Pick<SalesDocument, 'lines' | 'taxes'>;

/** Lines of the sale less what earlier credit notes named line by line; a line given back whole is left out. */
export function openLines(sale: SalesDocument, earlier: readonly Named[]): SalesLine[] {
  const lines = new Map(sale.lines.map((line) => [line.id, line]));
  for (const given of earlier.flatMap((note) => note.lines)) {
    const line = lines.get(given.id);
    if (!line) continue;
    const left = reduceLine(line, given);
    if (isUsedUp(left)) lines.delete(given.id);
    else lines.set(given.id, left);
  }
  return [...lines.values()];
}

/** Taxes of the sale less those of earlier credit notes. */
export function openTaxes(sale: SalesDocument, earlier: readonly Named[]): SalesTax[] {
  return sale.taxes.map((tax) => {
    const given = earlier.flatMap((note) => note.taxes).filter((entry) => entry.id === tax.id);
    const left = given.reduce((open, entry) => formatAmount(reduce(open, entry.amount)), tax.amount);
    return { ...tax, amount: left };
  });
}
