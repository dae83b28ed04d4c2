import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../retention/days.ts';
import { daysUntil, growthPerDay } from './forecast.ts';

const from = (start: string, sizes: readonly number[]) =>
  sizes.map((bytes, index) => ({ day: addDays(start, index), bytes }));

describe('the growth a day', () => {
  it('is the slope of samples that lie on a line, gaps between days included', () => {
    const line = fc.record({
      start: fc.integer({ min: 0, max: 1e12 }),
      slope: fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
      days: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 30 }),
    });
    fc.assert(
      fc.property(line, ({ start, slope, days }) => {
        const samples = days.map((day) => ({ day: addDays('2026-02-20', day), bytes: start + slope * day }));
        expect(Math.abs((growthPerDay(samples) ?? 0) - slope)).toBeLessThanOrEqual(
          1 + Math.abs(slope) * 1e-6 + start * 1e-9,
        );
      }),
    );
  });

  it('is not moved much by one day out of the line', () => {
    const steady = Array.from({ length: 30 }, (_, day) => 1_000_000 + day * 10_000);
    const growth = growthPerDay(from('2026-10-01', steady.with(15, 1_400_000)));
    expect(growth).toBeGreaterThan(9_000);
    expect(growth).toBeLessThan(11_500);
  });

  it('is unknown with two samples, and with any number of the same day', () => {
    expect(growthPerDay(from('2026-10-01', [1, 1000]))).toBeNull();
    expect(growthPerDay([1, 2, 3].map((bytes) => ({ day: '2026-10-01', bytes })))).toBeNull();
  });
});

describe('the days that are left', () => {
  it('are whole days until the limit', () => {
    expect(daysUntil(1000, 100, 100)).toBe(9);
    expect(daysUntil(1000, 101, 100)).toBe(8);
  });

  it('are none beyond the limit, whatever the growth', () => {
    expect([daysUntil(1000, 1000, null), daysUntil(1000, 2000, -5)]).toEqual([0, 0]);
  });

  it('are unknown when it does not grow, or nobody knows how', () => {
    expect([daysUntil(1000, 10, 0), daysUntil(1000, 10, -3), daysUntil(1000, 10, null)]).toEqual([null, null, null]);
  });
});
