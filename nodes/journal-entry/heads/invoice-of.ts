import type { SalesDocument } from '#schemas/documents/sales-document.ts';

/** The shop's own number of the invoice or credit note, for an entry's source; nothing where the shop makes none. */
export function invoiceOf({ kind, numbers }: SalesDocument): { invoiceNumber?: string } {
  const number = kind === 'credit-note' ? (numbers?.creditNote ?? numbers?.invoice) : numbers?.invoice;
  return number === undefined ? {} : { invoiceNumber: number };
}
