import { expect, test } from 'vitest';
import { asKind, daysOf, isPeriod, lastMonth, shifted } from './periods.ts';

test('a month and a quarter have their first and last day, leap years too', () => {
  expect(daysOf('2026-10')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
});

test('going on and back crosses the year', () => {
  expect(shifted('2026-12', 1)).toBe('2027-01');
  expect(shifted('2026-Q1', -1)).toBe('2025-Q4');
  expect(lastMonth('2026-01-15')).toBe('2025-12');
});

test('a month is in its quarter, and a quarter begins with a month', () => {
  expect(asKind('2026-11', 'quarter')).toBe('2026-Q4');
  expect(asKind('2026-Q4', 'month')).toBe('2026-10');
});

test('anything else is no period', () => {
  for (const name of ['2026-13', '2026-Q5', 'October', 202610, null]) expect(isPeriod(name)).toBe(false);
});
