import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { entriesIn } from '../testing/run-in-books.ts';
import { dueAfter } from './due-date.ts';

test('AT-075 30 days from 31 January, net and end of month, in common and leap years', () => {
  expect(dueAfter('2027-01-31', 30, 'net')).toBe('2027-03-02');
  expect(dueAfter('2027-01-31', 30, 'end-of-month')).toBe('2027-03-31');
  expect(dueAfter('2028-01-31', 30, 'net')).toBe('2028-03-01');
  expect(dueAfter('2028-01-30', 30, 'end-of-month')).toBe('2028-02-29');
  expect(dueAfter('2027-01-29', 30, 'end-of-month')).toBe('2027-02-28');
  expect(dueAfter('2028-02-29', 0, 'net')).toBe('2028-02-29');
  expect(dueAfter('2026-12-31', 0, 'end-of-month')).toBe('2026-12-31');
});

/** Days counted from year 0 by the rules of the calendar, without any library. */
function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return (
    past * 365 +
    leaps +
    lengths(year)
      .slice(0, month - 1)
      .reduce((sum, length) => sum + length, 0) +
    day
  );
}
function lengths(year: number): number[] {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
}

const daysArbitrary = fc
  .tuple(fc.integer({ min: 1999, max: 2101 }), fc.integer({ min: 1, max: 12 }), fc.nat())
  .map(([year, month, day]) => {
    const inMonth = lengths(year)[month - 1] ?? 28;
    return [year, month, (day % inMonth) + 1].map((part) => String(part).padStart(2, '0')).join('-');
  });

test('AT-075 net is exactly that many days later; end of month is the last day of the month it falls in', () => {
  fc.assert(
    fc.property(daysArbitrary, fc.nat({ max: 365 }), (from, days) => {
      const net = dueAfter(from, days, 'net');
      expect(dayNumber(net) - dayNumber(from)).toBe(days);
      const end = dueAfter(from, days, 'end-of-month');
      const [year = 0, month = 0] = end.split('-').map(Number);
      expect(end.slice(0, 7)).toBe(net.slice(0, 7));
      expect(Number(end.slice(8))).toBe(lengths(year)[month - 1]);
    }),
    { numRuns: 1000 },
  );
});

const document = sale('120.00', {
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
  createdAt: '2026-10-30T09:00:00Z',
  invoicedAt: '2026-11-02T09:00:00Z',
  payments: [
    payment('20.00', { id: 'later', paidAt: '2026-11-20T10:00:00Z' }),
    payment('100.00', { id: 'first', paidAt: '2026-10-31T23:30:00Z' }),
  ],
});

function dueOf(dueDate: object, change = {}): string | null | undefined {
  const [entry] = entriesIn({ config: { dueDate, dateAxis: 'created' } }, { ...document, ...change });
  const others = entry.lines.filter(({ role }) => role !== 'receivable').map((line) => line.dueDate);
  expect(others.every((due) => due === null)).toBe(true);
  return entry.lines.find(({ role }) => role === 'receivable')?.dueDate;
}

test('AT-087 the term counts from the order, the invoice, the first payment or the booking', () => {
  expect(dueOf({ base: 'created', days: 10 })).toBe('2026-11-09');
  expect(dueOf({ base: 'invoiced', days: 10 })).toBe('2026-11-12');
  // Received on 31 October in UTC, which is 1 November in Brussels; the other payment came later.
  expect(dueOf({ base: 'first-payment', days: 10 })).toBe('2026-11-11');
  expect(dueOf({ base: 'booked', days: 10, end: 'end-of-month' })).toBe('2026-11-30');
  expect(dueOf({ base: 'none' })).toBeNull();
});

test('AT-087 the shop’s own due date is taken as it is, and none is made up', () => {
  expect(dueOf({ base: 'shop', days: 30, end: 'end-of-month' }, { dueDate: '2026-12-15' })).toBe('2026-12-15');
  expect(dueOf({ base: 'shop' })).toBeNull();
});

test('AT-075 an order that is neither invoiced nor paid falls due by its own day', () => {
  const bare = { invoicedAt: undefined, payments: [], paidAt: null };
  const { invoicedAt: _, ...open } = { ...document, ...bare };
  const [entry] = entriesIn({ config: { dueDate: { base: 'invoiced', days: 1 } } }, open);
  expect(entry.lines[0]?.dueDate).toBe('2026-10-31');
  const [other] = entriesIn({ config: { dueDate: { base: 'first-payment', days: 1 } } }, open);
  expect(other.lines[0]?.dueDate).toBe('2026-10-31');
});
