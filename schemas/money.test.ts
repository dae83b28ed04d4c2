import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AmountError, allocate, Decimal, decimal, formatAmount, round, sum } from './money.ts';

/** Ten-billionths: the finest amount that the wire allows, counted in whole numbers by the oracle. */
const SCALE = 10_000_000_000n;
const units = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n });

function text(value: bigint): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${size / SCALE}.${(size % SCALE).toString().padStart(10, '0')}`;
}

function cents(value: bigint): bigint {
  const cent = SCALE / 100n;
  const size = value < 0n ? -value : value;
  const rounded = (size + cent / 2n) / cent;
  return value < 0n ? -rounded : rounded;
}

function centText(value: bigint): string {
  const size = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
}

describe('decimal', () => {
  test.each(['1e3', '1,50', '', ' 1', '1.', '.5', '+1', 'NaN', 'Infinity', '0x10', '1.00000000001', '1\n'])(
    'refuses %j',
    (value) => {
      expect(() => decimal(value)).toThrow(AmountError);
    },
  );

  test('refuses a JavaScript number', () => {
    expect(() => decimal(12.5 as unknown as string)).toThrow(AmountError);
  });

  test('reads what it refuses to change', () => {
    fc.assert(
      fc.property(units, (value) => decimal(text(value)).times(SCALE.toString()).toFixed(0) === value.toString()),
    );
  });
});

describe('rounding and writing', () => {
  test('is half away from zero, as counted in whole numbers', () => {
    fc.assert(
      fc.property(units, (value) => {
        expect(formatAmount(decimal(text(value)))).toBe(centText(cents(value)));
      }),
      { numRuns: 1_000 },
    );
    expect([round(decimal('0.125')).toString(), round(decimal('-0.125')).toString()]).toEqual(['0.13', '-0.13']);
  });

  test('never writes minus zero or an exponent', () => {
    expect(formatAmount(decimal('-0.001'))).toBe('0.00');
    expect(formatAmount(decimal('99999999999999999999'))).toBe('99999999999999999999.00');
    expect(decimal('0.0000000001').toString()).toBe('0.0000000001');
  });
});

test('a sum is exact', () => {
  fc.assert(
    fc.property(fc.array(units, { maxLength: 50 }), (values) => {
      const expected = values.reduce((left, value) => left + value, 0n);
      expect(sum(values.map(text)).equals(new Decimal(text(expected)))).toBe(true);
    }),
  );
});

describe('allocate', () => {
  const weightArbitrary = fc.array(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), { minLength: 1, maxLength: 30 });
  const totalArbitrary = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  const asDecimals = (values: readonly bigint[]) => values.map((value) => new Decimal(value.toString()));

  test('gives parts of whole cents that sum to the total, whatever the signs of the weights', () => {
    fc.assert(
      fc.property(totalArbitrary, weightArbitrary, (total, weights) => {
        const parts = allocate(decimal(centText(total)), asDecimals(weights));
        const inCents = parts.map((part) => part.times(100).toString());
        expect(inCents.every((part) => /^-?\d+$/.test(part))).toBe(true);
        expect(inCents.reduce((left, part) => left + BigInt(part), 0n)).toBe(total);
      }),
      { numRuns: 2_000 },
    );
  });

  test('strays from the exact share by less than a cent', () => {
    fc.assert(
      fc.property(totalArbitrary, weightArbitrary, (total, weights) => {
        const weightSum = weights.reduce((left, weight) => left + weight, 0n);
        fc.pre(weightSum !== 0n);
        const parts = allocate(decimal(centText(total)), asDecimals(weights)).map((part) =>
          BigInt(part.times(100).toString()),
        );
        const size = weightSum < 0n ? -weightSum : weightSum;
        parts.forEach((part, index) => {
          const miss = part * weightSum - total * (weights[index] ?? 0n);
          expect((miss < 0n ? -miss : miss) < size).toBe(true);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('leaves the odd cent to the later of equal parts, and all to the last when no weight counts', () => {
    const [a, b, c] = asDecimals([1n, 1n, 1n]);
    if (!a || !b || !c) throw new Error('no weights');
    expect(allocate(decimal('1.00'), [a, b, c]).map((part) => part.toFixed(2))).toEqual(['0.33', '0.33', '0.34']);
    expect(allocate(decimal('-1.00'), [a, b, c]).map((part) => part.toFixed(2))).toEqual(['-0.33', '-0.33', '-0.34']);
    expect(allocate(decimal('5.00'), asDecimals([0n, 0n])).map((part) => part.toFixed(2))).toEqual(['0.00', '5.00']);
  });

  test('refuses to spread over nothing', () => {
    expect(() => allocate(decimal('1'), [])).toThrow(RangeError);
  });
});
