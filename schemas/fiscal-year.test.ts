import { expect, it } from 'vitest';
import { closingDate, fiscalPeriod } from './fiscal-year.ts';

it.each([
  ['2026-10-31', '12-31', '2026-12-31', '10'],
  ['2026-12-31', '12-31', '2026-12-31', '12'],
  ['2026-01-01', '12-31', '2026-12-31', '01'],
  ['2026-06-30', '06-30', '2026-06-30', '12'],
  ['2026-07-01', '06-30', '2027-06-30', '01'],
  ['2028-02-29', '02-28', '2028-02-29', '12'],
  ['2028-03-01', '02-28', '2029-02-28', '01'],
  ['2027-02-28', '02-29', '2027-02-28', '12'],
  ['2026-04-15', '04-15', '2026-04-15', '12'],
  ['2026-04-16', '04-15', '2027-04-15', '01'],
])('%s belongs to the year that ends on %s of its cycle', (day, yearEnd, closing, period) => {
  expect(closingDate(day, yearEnd)).toBe(closing);
  expect(fiscalPeriod(day, yearEnd)).toBe(period);
});
