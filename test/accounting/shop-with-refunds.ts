import { openLines, openTaxes } from '#nodes/woocommerce/open-amounts.ts';
import type { SalesDocument, SalesLine, SalesTax } from '#schemas/documents/sales-document.ts';
import { refundOf } from './arbitrary-documents.ts';
import { CENT, millionths, rateOf, textOf, toCents, total, UNIT } from './whole-numbers.ts';

/** A line of the order as the shop keeper sees it, in cents; a credit note names so many of its pieces. */
export interface Position {
  readonly id: string;
  readonly category: SalesLine['category'];
  readonly rate: string;
  readonly price: bigint;
  readonly quantity: bigint;
}

/** What was given back, in the order in which it was: pieces of lines, or an amount without lines. */
export type GivenBack = { readonly pieces: ReadonlyMap<string, bigint> } | { readonly amount: bigint };

export interface ShopState {
  readonly positions: readonly Position[];
  readonly given: readonly GivenBack[];
}

function lineOf({ id, category, rate, price }: Position, quantity: bigint): SalesLine {
  const net = textOf(price * quantity * CENT, 2);
  const vat = textOf(toCents((price * quantity * CENT * rateOf(rate)) / UNIT), 2);
  return {
    ...{ id, category, description: id, sku: null, productId: null, productCategory: null },
    ...{ quantity: String(quantity), grossAmount: net, discountAmount: '0.00', netAmount: net },
    taxes: [{ taxId: rate, base: net, amount: vat }],
  };
}

/** VAT of the document is that of its lines added up, as of a shop that rounds each line. */
function taxesOf(lines: readonly SalesLine[]): SalesTax[] {
  const rates = [...new Set(lines.flatMap(({ taxes }) => taxes.map(({ taxId }) => taxId)))].sort();
  return rates.map((rate) => {
    const own = lines.flatMap(({ taxes }) => taxes.filter(({ taxId }) => taxId === rate));
    const amount = textOf(total(own.map((tax) => millionths(tax.amount))), 2);
    return { id: rate, name: `VAT ${rate}`, rate, country: 'FR', amount };
  });
}

export function chargeOf({ lines, taxes }: Pick<SalesDocument, 'lines' | 'taxes'>): bigint {
  return total([
    ...lines.map(({ netAmount }) => millionths(netAmount)),
    ...taxes.map(({ amount }) => millionths(amount)),
  ]);
}

export function saleWith(lines: readonly SalesLine[], taxes = taxesOf(lines)): SalesDocument {
  const billing = { line1: '', line2: '', postcode: '', city: '', region: '', country: 'FR' };
  return {
    ...{ kind: 'sale', id: '1', number: '1', source: { system: 'shop', shop: 's', url: null }, status: 'completed' },
    ...{ createdAt: '2026-10-30T09:00:00Z', paidAt: '2026-10-31T10:00:00Z', completedAt: null, modifiedAt: null },
    ...{ currency: 'EUR', exchangeRate: null, pricesIncludeTax: false, vatExempt: null, creditReason: null },
    buyer: { id: '39', name: 'Client', company: null, email: null, vatNumber: null, billing, delivery: null },
    ...{ lines: [...lines], taxes, payments: [], giftCards: [], unallocated: '0.00', original: null },
    total: textOf(chargeOf({ lines: [...lines], taxes }), 2),
  };
}

export function saleOfState({ positions }: ShopState): SalesDocument {
  return saleWith(positions.map((position) => lineOf(position, position.quantity)));
}

/** Pieces of a line given back so far bring back what so many pieces cost, so that the last one leaves nothing. */
function givenLine(position: Position, before: bigint, pieces: bigint): SalesLine {
  const vat = (quantity: bigint) => millionths(lineOf(position, quantity).taxes[0]?.amount ?? '0');
  const line = lineOf(position, pieces);
  const amount = textOf(vat(before + pieces) - vat(before), 2);
  return { ...line, taxes: line.taxes.map((tax) => ({ ...tax, amount })) };
}

/** Sale and credit notes of a state, as a connector reads them: each note with what was open when it was made. */
export function documentsOf(state: ShopState): SalesDocument[] {
  const sale = saleOfState(state);
  const notes: SalesDocument[] = [];
  const gone = new Map<string, bigint>();
  state.given.forEach((given, index) => {
    const lines = 'amount' in given ? [] : namedLines(state, given.pieces, gone);
    const named = { lines, taxes: taxesOf(lines) };
    const note = refundOf(sale, 'amount' in given ? given.amount : chargeOf(named));
    const open = { openLines: openLines(sale, notes), openTaxes: openTaxes(sale, notes) };
    const spreads = notes.flatMap(({ unallocated, original }) =>
      original && millionths(unallocated) !== 0n
        ? [{ amount: unallocated, openLines: original.openLines, openTaxes: original.openTaxes }]
        : [],
    );
    const spreadBefore = textOf(total(spreads.map(({ amount }) => millionths(amount))), 2);
    const original = note.original && { ...note.original, ...open, spreadBefore, spreads };
    const unallocated = 'amount' in given ? note.unallocated : '0.00';
    notes.push({ ...note, ...named, id: `1-R${index}`, number: `1-R${index}`, unallocated, original });
  });
  return [sale, ...notes];
}

function namedLines({ positions }: ShopState, pieces: ReadonlyMap<string, bigint>, gone: Map<string, bigint>) {
  return positions.flatMap((position) => {
    const count = pieces.get(position.id) ?? 0n;
    if (count === 0n) return [];
    const before = gone.get(position.id) ?? 0n;
    gone.set(position.id, before + count);
    return [givenLine(position, before, count)];
  });
}

/** What is left of the sale once all that was named is taken off: the final state as one document. */
export function leftOf(state: ShopState): SalesDocument {
  const [sale, ...notes] = documentsOf(state);
  if (!sale) throw new Error('a state has a sale');
  return saleWith(openLines(sale, notes), openTaxes(sale, notes));
}
