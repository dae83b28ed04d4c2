import type { CellKind } from '#schemas/api/controls.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { type Decimal, decimal, round, sum, ZERO } from '#schemas/money.ts';

/** Signed sums of one document by what they are of: credit notes count negative. Keys are those of `sumKey`. */
export type Sums = ReadonlyMap<string, Decimal>;

/** One figure of a document: its total, the base or the tax of a rate, what came by a method. */
export function sumKey(kind: CellKind, key: string): string {
  return `${kind}:${key}`;
}

export function splitKey(text: string): { readonly kind: CellKind; readonly key: string } {
  const at = text.indexOf(':');
  return { kind: text.slice(0, at) as CellKind, key: text.slice(at + 1) };
}

/** "21", whether the source writes 21, 21.0 or 21.0000. */
export function rateKey(rate: string): string {
  return decimal(rate).toString();
}

/** Adds up figures under their keys. */
export function makeSums(): {
  readonly add: (key: string, amount: Decimal) => void;
  readonly sums: Map<string, Decimal>;
} {
  const sums = new Map<string, Decimal>();
  return { sums, add: (key, amount) => void sums.set(key, (sums.get(key) ?? ZERO).plus(amount)) };
}

/**
 * What a sale or a credit note itself says: total, base and tax by rate, payments by method. Bases are rounded to the
 * cent by document and rate, as an entry has them: shops keep six decimals.
 */
export function amountsOfDocument(document: SalesDocument): Sums {
  const sign = document.kind === 'credit-note' ? -1 : 1;
  const signed = (amount: string) => decimal(amount).times(sign);
  const { add, sums } = makeSums();
  add(sumKey('total', ''), signed(document.total));
  const rates = new Map(document.taxes.map(({ id, rate }) => [id, rateKey(rate)]));
  for (const { id, amount } of document.taxes) add(sumKey('tax', rates.get(id) ?? '0'), signed(amount));
  const bases = makeSums();
  for (const { netAmount, taxes } of document.lines) {
    if (taxes.length === 0) bases.add('0', signed(netAmount));
    for (const { taxId, base } of taxes) bases.add(rates.get(taxId) ?? '0', signed(base));
  }
  for (const [rate, base] of bases.sums) add(sumKey('base', rate), round(base));
  for (const { method, amount, paidAt } of document.payments) {
    if (paidAt !== null) add(sumKey('payment', method), signed(amount));
  }
  return sums;
}

/** What gift cards and lines without tax leave aside: whether a document has an amount that no line explains. */
export function isSpread({ unallocated }: SalesDocument): boolean {
  return !sum([unallocated]).isZero();
}
