import type { EntryLine, Lineage } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument, SalesLine, SalesTax } from '#schemas/documents/sales-document.ts';
import { type AddressChoice, documentFacts, lineFacts } from '#schemas/mapping/facts.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import { decimal } from '#schemas/money.ts';

function taxesOf({ taxes, original }: SalesDocument): readonly SalesTax[] {
  return [...taxes, ...(original?.openTaxes ?? [])];
}

function linesOf({ lines, original }: SalesDocument): readonly SalesLine[] {
  return [...lines, ...(original?.openLines ?? [])];
}

/** The tax that a part of a line bears: the one of the entry line's rate; null for what bears none. */
function taxOfPart(document: SalesDocument, line: SalesLine, entryLine: EntryLine): SalesTax | null {
  const borne = taxesOf(document).filter(({ id }) => line.taxes.some((tax) => tax.taxId === id));
  const rate = entryLine.vat?.rate;
  const same = borne.filter((tax) => rate !== undefined && decimal(tax.rate).equals(decimal(rate)));
  return same[0] ?? (rate === undefined ? (borne[0] ?? null) : null);
}

function factsOfPart(
  document: SalesDocument,
  address: AddressChoice,
  entryLine: EntryLine,
  { part, id }: Lineage,
): readonly MappingFacts[] {
  const base = documentFacts(document, address);
  if (part === 'payment') {
    const payment = document.payments.find((one) => one.id === id);
    return [payment ? documentFacts(document, address, payment) : base];
  }
  if (part === 'tax') {
    const tax = taxesOf(document).find((one) => one.id === id);
    return [tax ? lineFacts(base, null, tax) : base];
  }
  const all = linesOf(document);
  // What is given back without lines is spread over those of the sale.
  const lines = part === 'line' ? all.filter((one) => one.id === id) : part === 'unallocated' ? all : [];
  return lines.length === 0 ? [base] : lines.map((line) => lineFacts(base, line, taxOfPart(document, line, entryLine)));
}

/**
 * What the rules were asked about a line of an entry, once for each part of the document that the line sums up; equal
 * cases once.
 */
export function factsOfLine(
  document: SalesDocument,
  address: AddressChoice,
  entryLine: EntryLine,
  key: string,
): readonly MappingFacts[] {
  const own = entryLine.lineage.filter((one) => one.document === undefined || one.document === key);
  const cases = [
    ...own.flatMap((one) => factsOfPart(document, address, entryLine, one)),
    // A sale's customer and rounding go by the document, and by each way in which it was paid.
    documentFacts(document, address),
    ...document.payments.map((payment) => documentFacts(document, address, payment)),
  ];
  return [...new Map(cases.map((facts) => [JSON.stringify(facts), facts])).values()];
}
