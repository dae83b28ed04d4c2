import { expect, test } from 'vitest';
import { periodOf } from './periods.ts';

test('months are whole, also in a leap February and across the turn of the year', () => {
  expect(periodOf('this-month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(periodOf('previous-month', '2027-01-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(periodOf('previous-month', '2027-03-31')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
});

test('the last seven days end today and count both ends', () => {
  expect(periodOf('last-7-days', '2026-11-03')).toEqual({ from: '2026-10-28', to: '2026-11-03' });
});

test('all is no period', () => expect(periodOf('all', '2026-11-03')).toBeNull());
