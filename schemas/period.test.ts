import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, nextDay, periodInstants, periodSchema, startOfDay } from './period.ts';

/** Europe, whole and half hours, and zones whose clocks change at midnight itself. */
const ZONES = [
  'Europe/Brussels',
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Beirut',
  'America/Havana',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
];
const HALF_HOUR = 1_800_000;
const dayArbitrary = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 86_400_000, max: Date.UTC(2035, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('the start of a day', () => {
  test('is the first instant whose calendar day it is, also where the clock changes at midnight', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), dayArbitrary, (zone, day) => {
        const start = startOfDay(zone, day).getTime();
        expect(dayIn(zone, new Date(start))).toBe(day);
        // No later clock change may bring the day before back, so one look back over every half hour settles it.
        for (let steps = 1; steps <= 6; steps += 1) {
          expect(dayIn(zone, new Date(start - steps * HALF_HOUR)) < day).toBe(true);
        }
        expect(dayIn(zone, new Date(start - 1)) < day).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['Europe/Brussels', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Brussels', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ])('in %s on %s is %s', (zone, day, instant) => {
    expect(startOfDay(zone, day).toISOString()).toBe(instant);
  });
});

test('every instant of a zone lies within the start of its day and the start of the next', () => {
  const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), instant, (zone, moment) => {
      const day = dayIn(zone, moment);
      const { from, before } = periodInstants({ from: day, to: day }, zone);
      expect(from.getTime()).toBeLessThanOrEqual(moment.getTime());
      expect(before.getTime()).toBeGreaterThan(moment.getTime());
    }),
    { numRuns: 500 },
  );
});

test('days follow each other over months, leap years and years', () => {
  expect([nextDay('2028-02-28'), nextDay('2027-02-28'), nextDay('2026-12-31')]).toEqual([
    '2028-02-29',
    '2027-03-01',
    '2027-01-01',
  ]);
});

test('a period that ends before it begins, or of days that do not exist, is refused', () => {
  expect(periodSchema.safeParse({ from: '2026-10-31', to: '2026-10-01' }).success).toBe(false);
  expect(periodSchema.safeParse({ from: '2026-02-30', to: '2026-03-01' }).success).toBe(false);
  expect(periodSchema.safeParse({ from: '2026-10-01', to: '2026-10-01' }).success).toBe(true);
});
