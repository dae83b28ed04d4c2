import fc from 'fast-check';
import type { SalesDocument, SalesLine, SalesPayment, SalesTax } from '#schemas/documents/sales-document.ts';
import { lineOf, PLACES, type Place, rawLineArbitrary } from './arbitrary-lines.ts';
import { CENT, millionths, textOf, toCents, total } from './whole-numbers.ts';

const often = <T>(usual: T, seldom: readonly T[]) =>
  fc.constantFrom(...Array.from({ length: 12 }, () => usual), ...seldom);

const rawDocumentArbitrary = fc.record({
  lines: fc.array(rawLineArbitrary, { minLength: 1, maxLength: 8 }),
  place: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4),
  kind: fc.constantFrom('sale', 'sale', 'sale', 'credit-note', 'whole-refund', 'part-refund'),
  isGross: fc.boolean(),
  /** The shop rounds its VAT once a rate, each line, or cuts it off. */
  shopVat: fc.constantFrom('rate', 'line', 'rate', 'cut'),
  /** Cents by which the total misses lines and VAT. */
  noise: often(0, [-2, -1, 1, 2, 1, -1, 4, -5, 6, 30, -250]),
  giftCard: often(0, [500, 1250, 99_999]),
  dollars: often(0, [850_000, 923_456, 1_100_000]),
  payment: fc.constantFrom('none', 'one', 'one', 'one', 'two', 'off'),
  share: fc.integer({ min: 1, max: 99 }),
});
type RawDocument = typeof rawDocumentArbitrary extends fc.Arbitrary<infer T> ? T : never;

function statedTaxes(lines: readonly SalesLine[], place: Place, manner: RawDocument['shopVat']): SalesTax[] {
  return place.rates.flatMap((rate) => {
    const own = lines.flatMap(({ taxes }) => taxes.filter(({ taxId }) => taxId === rate));
    if (own.length === 0) return [];
    const amounts = own.map(({ amount }) => millionths(amount));
    const whole = manner === 'line' ? total(amounts.map(toCents)) : total(amounts);
    const stated = manner === 'cut' ? (whole / CENT) * CENT : toCents(whole);
    return [{ id: rate, name: `VAT ${rate}`, rate, country: place.country, amount: textOf(stated, 2) }];
  });
}

function paymentsOf(raw: RawDocument, charged: bigint, currency: string): SalesPayment[] {
  const pay = (id: string, amount: bigint, fee: bigint | null): SalesPayment => ({
    ...{ id, method: 'stripe', methodTitle: 'Card', paidAt: '2026-10-31T10:00:00Z', transactionId: null, currency },
    amount: textOf(amount, 2),
    fee: fee === null ? null : textOf(fee, 2),
    feeCurrency: fee === null ? null : currency,
  });
  const fee = toCents(charged / 70n);
  const part = toCents((charged * BigInt(raw.share)) / 100n);
  if (raw.payment === 'none') return [];
  if (raw.payment === 'two') return [pay('p1', part, null), pay('p2', charged - part, fee)];
  if (raw.payment === 'off') return [pay('p1', charged + BigInt(raw.share) * CENT * (raw.isGross ? 1n : -1n), fee)];
  return [pay('p1', charged, fee)];
}

function buyerOf({ country, vatNumber }: Place): SalesDocument['buyer'] {
  const billing = { line1: '', line2: '', postcode: '', city: '', region: '', country };
  return { id: '39', name: 'Client', company: null, email: null, vatNumber, billing, delivery: null };
}

/** A sale as a shop gives it; null when it would cost less than nothing. */
function saleOf(raw: RawDocument, id: string): SalesDocument {
  const place = PLACES[raw.place] ?? { country: 'FR', rates: [], vatNumber: null };
  const currency = raw.dollars === 0 ? 'EUR' : 'USD';
  const all = raw.lines.map((line, index) => lineOf(line, index, place, raw.isGross));
  const net = (lines: readonly SalesLine[]) => total(lines.map(({ netAmount }) => millionths(netAmount)));
  // What is taken off never exceeds what is sold.
  const lines = net(all) < 0n ? all.map((line) => ({ ...line, ...positive(line) })) : all;
  const taxes = statedTaxes(lines, place, raw.shopVat);
  const made = toCents(net(lines) + total(taxes.map(({ amount }) => millionths(amount)))) + BigInt(raw.noise) * CENT;
  const whole = made < 0n ? 0n : made;
  const card = BigInt(raw.giftCard) * CENT;
  const paidByCard = card > whole ? whole : card;
  const charged = whole - paidByCard;
  return {
    ...{ kind: 'sale', id, number: id, source: { system: 'shop', shop: 'shop.example', url: null } },
    ...{ status: 'completed', createdAt: '2026-10-30T09:00:00Z', paidAt: '2026-10-31T10:00:00Z' },
    ...{ completedAt: null, modifiedAt: null, currency, vatExempt: null, creditReason: null, lines, taxes },
    exchangeRate: raw.dollars === 0 ? null : textOf(BigInt(raw.dollars)),
    pricesIncludeTax: raw.isGross,
    buyer: buyerOf(place),
    payments: paymentsOf(raw, charged, currency),
    giftCards: paidByCard === 0n ? [] : [{ id: 'g', code: 'G', amount: textOf(paidByCard, 2) }],
    total: textOf(charged, 2),
    unallocated: '0',
    original: null,
  };
}

function positive(line: SalesLine): Pick<SalesLine, 'grossAmount' | 'netAmount' | 'taxes'> {
  const plus = (text: string) => text.replace('-', '');
  const taxes = line.taxes.map((tax) => ({ ...tax, base: plus(tax.base), amount: plus(tax.amount) }));
  return { grossAmount: plus(line.grossAmount), netAmount: plus(line.netAmount), taxes };
}

/** A credit note of an amount that names no line. */
export function refundOf(sale: SalesDocument, amount: bigint): SalesDocument {
  const { id, number, status, createdAt, paidAt } = sale;
  return {
    ...{ ...sale, kind: 'credit-note', id: `${id}-R`, number: `${number}-R`, lines: [], taxes: [], payments: [] },
    ...{ giftCards: [], total: textOf(amount, 2), unallocated: textOf(amount, 2) },
    original: {
      ...{ id, number, url: null, status, createdAt, paidAt, total: sale.total, spreadBefore: '0.00' },
      ...{ openLines: sale.lines, openTaxes: sale.taxes },
    },
  };
}

/** A document to be mapped; a refund without lines comes behind the sale that it gives back. */
export interface Case {
  readonly kind: RawDocument['kind'];
  readonly documents: readonly SalesDocument[];
}

function caseOf(raw: RawDocument, index: number): Case {
  const sale = saleOf(raw, `${1000 + index}`);
  if (raw.kind === 'sale') return { kind: raw.kind, documents: [sale] };
  if (raw.kind === 'credit-note') return { kind: raw.kind, documents: [{ ...sale, kind: 'credit-note' }] };
  // What a gift card paid is not known on a refund without lines.
  const { giftCards, ...rest } = sale;
  const cards = total(giftCards.map(({ amount }) => millionths(amount)));
  const whole: SalesDocument = {
    ...rest,
    giftCards: [],
    total: textOf(millionths(sale.total) + cards, 2),
    payments: [],
  };
  const charged = millionths(whole.total);
  const amount = raw.kind === 'whole-refund' ? charged : toCents((charged * BigInt(raw.share)) / 100n);
  return amount === 0n
    ? { kind: 'sale', documents: [whole] }
    : { kind: raw.kind, documents: [whole, refundOf(whole, amount)] };
}

/** Settings that change what is booked. */
export const configArbitrary = fc.record({
  chart: fc.constantFrom('fr-pcg', 'be-pcmn'),
  homeCountry: fc.constant('FR'),
  discounts: fc.constantFrom('separate', 'net'),
  payments: fc.constantFrom('book', 'book', 'book', 'none'),
  rounding: fc.record({
    method: fc.constantFrom('shop', 'shop', 'unit', 'line', 'total'),
    decimals: fc.constantFrom(2, 3, 4),
    where: fc.constantFrom('account', 'first-line', 'first-tax'),
    limit: fc.constantFrom('0.05', '0.05', '0.30', '0', '2.00'),
  }),
  controls: fc.record({ paymentMismatch: fc.constantFrom('ignore', 'warn', 'hold', 'suspense') }),
  dateAxis: fc.constantFrom('paid', 'created', 'completed'),
  customer: fc.record({ auxiliaryMode: fc.constantFrom('none', 'one', 'per-customer') }),
});
export type ProofConfig = typeof configArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** A batch of cases under one setting. */
export function batchArbitrary(size: number): fc.Arbitrary<{ readonly config: ProofConfig; readonly cases: Case[] }> {
  const cases = fc.array(rawDocumentArbitrary, { minLength: size, maxLength: size });
  return fc.record({ config: configArbitrary, cases: cases.map((raws) => raws.map(caseOf)) });
}
