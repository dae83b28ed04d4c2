import fc from 'fast-check';
import type { SalesLine } from '#schemas/documents/sales-document.ts';
import { rateOf, roundedQuotient, textOf, UNIT } from './whole-numbers.ts';

export interface Place {
  readonly country: string;
  /** Rates in percent; none where the sale bears no VAT. */
  readonly rates: readonly string[];
  readonly vatNumber: string | null;
}

/** At home, under OSS, to a business elsewhere in the EU, and outside of it. */
export const PLACES: readonly Place[] = [
  { country: 'FR', rates: ['20', '10', '5.5', '2.1'], vatNumber: null },
  { country: 'BE', rates: ['21', '12', '6'], vatNumber: null },
  { country: 'FI', rates: ['25.5', '10'], vatNumber: null },
  { country: 'DE', rates: [], vatNumber: 'DE123456788' },
  { country: 'CH', rates: [], vatNumber: null },
];

const CATEGORIES = [
  ...(['goods', 'goods', 'goods', 'service', 'shipping', 'fee', 'wrapping', 'deposit', 'tip'] as const),
  'gift-card' as const,
];

/** Whole numbers only: what they stand for is worked out below, for a document takes hundreds of them. */
export const rawLineArbitrary = fc.record({
  price: fc.oneof(
    fc.integer({ min: 1, max: 30_000 }).map((cents) => cents * 10_000),
    fc.integer({ min: 1, max: 90_000_000 }),
  ),
  quantity: fc.constantFrom(10, 10, 10, 20, 30, 70, 120, 5, 25),
  discount: fc.constantFrom(0, 0, 0, 10, 25, 33, 100),
  category: fc.constantFrom(...CATEGORIES),
  rate: fc.nat({ max: 4 }),
  isReduction: fc.constantFrom(false, false, false, false, false, false, false, true),
});
export type RawLine = typeof rawLineArbitrary extends fc.Arbitrary<infer T> ? T : never;

interface Priced {
  readonly net: bigint;
  readonly vat: bigint;
}

/** What a shop with six decimals stores of a price: net and VAT of it. */
function priced(price: bigint, rate: bigint, isGross: boolean): Priced {
  if (!isGross) return { net: price, vat: roundedQuotient(price * rate, UNIT) };
  const net = roundedQuotient(price * UNIT, UNIT + rate);
  return { net, vat: price - net };
}

/** A charge taken off, over one rate or two: the line of a shop that gives a discount as a negative fee. */
function reduction(raw: RawLine, id: string, place: Place): SalesLine {
  const size = BigInt(raw.price % 5_000_000) + 10_000n;
  const rates = [...new Set([0, 1].map((next) => place.rates[(raw.rate + next) % place.rates.length]))];
  const shares = rates.length === 2 ? [size / 3n, size - size / 3n] : [size];
  const taxes = rates.flatMap((rate, index) => {
    const base = -(shares[index] ?? 0n);
    if (rate === undefined) return [];
    return [{ taxId: rate, base: textOf(base), amount: textOf(roundedQuotient(base * rateOf(rate), UNIT)) }];
  });
  const net = textOf(-size);
  const base = { id, category: 'fee' as const, description: `Taken off ${id}`, quantity: '1', taxes };
  return {
    ...base,
    ...{ sku: null, productId: null, productCategory: null },
    grossAmount: net,
    discountAmount: '0',
    netAmount: net,
  };
}

/** The rate that a line bears; gift cards bear none, and at home every sixth line is one without VAT. */
function rateTextOf(raw: RawLine, place: Place): string | undefined {
  if (raw.category === 'gift-card') return undefined;
  if (place.country === 'FR' && raw.price % 6 === 0) return undefined;
  return place.rates[raw.rate % Math.max(1, place.rates.length)];
}

/** A line as a shop states it, with amounts of six decimals. */
export function lineOf(raw: RawLine, index: number, place: Place, isGross: boolean): SalesLine {
  const id = `l${index}`;
  if (raw.isReduction && (place.rates.length > 0 || place.country === 'FR')) return reduction(raw, id, place);
  const rateText = rateTextOf(raw, place);
  const rate = rateText === undefined ? 0n : rateOf(rateText);
  const listed = (BigInt(raw.price) * BigInt(raw.quantity)) / 10n;
  const before = priced(listed, rate, isGross);
  const { net, vat } = priced(listed - (listed * BigInt(raw.discount)) / 100n, rate, isGross);
  return {
    id,
    category: raw.category,
    description: `Line ${id}`,
    ...{ sku: null, productId: null, productCategory: null },
    quantity: raw.quantity % 10 === 0 ? String(raw.quantity / 10) : textOf(BigInt(raw.quantity) * (UNIT / 10n)),
    grossAmount: textOf(before.net),
    discountAmount: textOf(before.net - net),
    netAmount: textOf(net),
    taxes: rateText === undefined ? [] : [{ taxId: rateText, base: textOf(net), amount: textOf(vat) }],
  };
}
