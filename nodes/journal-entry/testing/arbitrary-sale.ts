import fc from 'fast-check';
import type { SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import { buyerIn, line, sale, tax } from './documents.ts';

/** Millionths, in which shops state amounts; generators and oracles count in whole numbers of them. */
export function millionths(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw new Error(`not an amount: ${text}`);
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return sign ? -value : value;
}

export function amountText(value: bigint, decimals = 6): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  const fraction = digits.slice(-6).slice(0, decimals);
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}.${fraction}`;
}

/** Half away from zero, to whole cents, still counted in millionths. */
export function toCents(value: bigint): bigint {
  const size = value < 0n ? -value : value;
  const rounded = ((size + 5_000n) / 10_000n) * 10_000n;
  return value < 0n ? -rounded : rounded;
}

interface Destination {
  readonly country: string;
  /** Rates in thousandths of a percent. */
  readonly rates: readonly [string, bigint][];
}
const DESTINATIONS: readonly Destination[] = [
  {
    country: 'FR',
    rates: [
      ['20', 20_000n],
      ['5.5', 5_500n],
      ['2.1', 2_100n],
    ],
  },
  {
    country: 'BE',
    rates: [
      ['21', 21_000n],
      ['12', 12_000n],
      ['6', 6_000n],
    ],
  },
  {
    country: 'FI',
    rates: [
      ['25.5', 25_500n],
      ['10', 10_000n],
    ],
  },
];

const lineArbitrary = fc.record({
  gross: fc.bigInt({ min: 1n, max: 5_000_000_000n }),
  /** Up to the whole of the line. */
  discountPercent: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 100n })),
  rate: fc.nat({ max: 2 }),
  category: fc.constantFrom('goods', 'goods', 'service', 'shipping', 'fee', 'wrapping', 'deposit', 'tip'),
});
type RawLine = typeof lineArbitrary extends fc.Arbitrary<infer T> ? T : never;

function toLine(raw: RawLine, index: number, destination: Destination): SalesLine {
  const [rateText, rate] = destination.rates[raw.rate % destination.rates.length] ?? ['0', 0n];
  const discount = (raw.gross * raw.discountPercent) / 100n;
  const net = raw.gross - discount;
  const amount = amountText((net * rate) / 100_000n);
  return line(`l${index}`, amountText(net), {
    category: raw.category,
    grossAmount: amountText(raw.gross),
    discountAmount: amountText(discount),
    taxes: [{ taxId: rateText, base: amountText(net), amount }],
  });
}

/**
 * A sale of one to twelve taxed lines with six decimals. `noise` is what the shop's rounding adds to the total, in
 * cents; VAT is rounded once a rate, as the shop states it.
 */
function buildSale(raws: readonly RawLine[], destination: Destination, noise: bigint): SalesDocument {
  const lines = raws.map((raw, index) => toLine(raw, index, destination));
  const taxes = destination.rates.flatMap(([rateText]) => {
    const bearing = lines.flatMap(({ taxes: own }) => own.filter(({ taxId }) => taxId === rateText));
    const exact = bearing.reduce((left, { amount }) => left + millionths(amount), 0n);
    return bearing.length ? [tax(rateText, rateText, destination.country, amountText(toCents(exact), 2))] : [];
  });
  const net = lines.reduce((left, { netAmount }) => left + millionths(netAmount), 0n);
  const vat = taxes.reduce((left, { amount }) => left + millionths(amount), 0n);
  const total = toCents(net + vat) + noise * 10_000n;
  return sale(amountText(total < 0n ? 0n : total, 2), { ...buyerIn(destination.country), lines, taxes });
}

/** Sales at home and under OSS, with the cents of a shop's rounding. */
export const saleArbitrary = fc
  .tuple(
    fc.array(lineArbitrary, { minLength: 1, maxLength: 12 }),
    fc.constantFrom(...DESTINATIONS),
    fc.bigInt({ min: -2n, max: 2n }),
  )
  .map(([raws, destination, noise]) => buildSale(raws, destination, noise));
