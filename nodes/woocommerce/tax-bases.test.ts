import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, round, sum } from '#schemas/money.ts';
import { taxBases } from './map-line-taxes.ts';

const RATES = [2.1, 5.5, 6, 10, 12, 20, 21];
const millionths = fc
  .integer({ min: -500_000_000, max: 500_000_000 })
  .map((value) => new Decimal(value).dividedBy(1_000_000));

test('bases sum to the net amount exactly, whatever the taxes', () => {
  const taxes = fc.array(
    fc.record({
      id: fc.constant('1'),
      amount: fc.integer({ min: -10_000, max: 10_000 }).map((cents) => new Decimal(cents).dividedBy(100)),
      rate: fc.constantFrom(0, ...RATES).map((rate) => new Decimal(rate)),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(fc.property(millionths, taxes, (net, list) => sum(taxBases(net, list)).equals(net)));
});

test('a line spread over two rates finds each share again, up to the rounding of its tax', () => {
  const pair = fc.tuple(fc.constantFrom(...RATES), fc.constantFrom(...RATES)).filter(([a, b]) => a !== b);
  const share = fc.integer({ min: 100, max: 1_000_000 }).map((cents) => new Decimal(cents).dividedBy(100));
  fc.assert(
    fc.property(pair, share, share, (rates, one, other) => {
      const shares = [one, other];
      const taxes = rates.map((rate, index) => {
        const base = shares[index] ?? new Decimal(0);
        return { id: String(rate), amount: round(base.times(rate).dividedBy(100), 2), rate: new Decimal(rate) };
      });
      const bases = taxBases(one.plus(other), taxes);
      for (const [index, base] of bases.entries()) {
        expect(
          base
            .minus(shares[index] ?? 0)
            .abs()
            .toNumber(),
        ).toBeLessThan(0.5);
      }
    }),
  );
});

test('taxes stacked on one base do not count it twice', () => {
  const net = new Decimal('100');
  const taxes = [
    { id: '1', amount: new Decimal('5'), rate: new Decimal('5') },
    { id: '2', amount: new Decimal('9.975'), rate: new Decimal('9.975') },
  ];
  expect(taxBases(net, taxes).map(String)).toEqual(['100', '0']);
});
