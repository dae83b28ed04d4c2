import type { SalesDocument } from '#schemas/documents/sales-document.ts';

/**
 * Boxes of the VAT return in which a part of a sale stands: its base, its tax, and those of a credit note for it. An
 * empty list: it belongs in no box (OSS has a return of its own). Null: nobody knows, and a person decides.
 */
export interface VatBoxes {
  readonly base: readonly string[] | null;
  readonly vat: readonly string[] | null;
  readonly creditBase: readonly string[] | null;
  readonly creditVat: readonly string[] | null;
}

/** What boxes go by, apart from domestic rates. Small business: the seller charges no VAT and files no return. */
export type BoxCase =
  | 'oss'
  | 'registered'
  | 'reverse-charge'
  | 'reverse-charge-services'
  | 'co-contractor'
  | 'export'
  | 'margin'
  | 'exempt'
  | 'untaxed'
  | 'small-business';

/** The VAT return of a country, as far as sales go: which box for which rate and case. */
export interface VatReturnBoxes {
  readonly domestic: Readonly<Record<string, VatBoxes>>;
  readonly cases: Readonly<Record<BoxCase, VatBoxes>>;
}

/** A base on which no VAT of this return is due. */
export function baseOnly(base: readonly string[], creditBase: readonly string[]): VatBoxes {
  return { base, vat: [], creditBase, creditVat: [] };
}

export const IN_NO_BOX: VatBoxes = { base: [], vat: [], creditBase: [], creditVat: [] };
export const NOBODY_KNOWS: VatBoxes = { base: null, vat: null, creditBase: null, creditVat: null };

/** The boxes of one document: those of a sale, or those of a credit note. */
export interface DocumentBoxes {
  readonly base: readonly string[] | null;
  readonly vat: readonly string[] | null;
}

export function boxesFor(kind: SalesDocument['kind'], boxes: VatBoxes): DocumentBoxes {
  return kind === 'sale' ? { base: boxes.base, vat: boxes.vat } : { base: boxes.creditBase, vat: boxes.creditVat };
}
