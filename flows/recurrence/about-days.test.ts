import { describe, expect, test } from 'vitest';
import { periodInstants } from '#schemas/period.ts';
import { ABOUTS, type About, recurrenceSchema } from '#schemas/recurrence.ts';
import { periodAbout } from './about-days.ts';
import { nextSlots } from './slots.ts';

const on = (about: About, day: string) => periodAbout(about, { first: day, last: day });

/** The instants that a daily run at a quarter past midnight reads, as it starts after `after`. */
function readBy(about: About, after: string) {
  const recurrence = recurrenceSchema.parse({
    days: { kind: 'days', every: 1 },
    time: '00:15',
    repeat: null,
    holidays: { calendar: 'none', rule: 'run' },
  });
  const plan = { recurrence, startsOn: '2026-01-01', zone: 'Europe/Brussels' };
  const [slot] = nextSlots(plan, Date.parse(after), 1);
  const period = slot && periodAbout(about, slot);
  if (!slot || !period) throw new Error('no slot, or about everything');
  const { from, before } = periodInstants(period, plan.zone);
  return { period, from: from.toISOString(), before: before.toISOString() };
}

describe('AT-160 the days that a scheduled run is about', () => {
  test('AT-160 every choice, seen from one day', () => {
    const golden: Record<About, unknown> = {
      everything: null,
      'day-before': { from: '2026-11-17', to: '2026-11-17' },
      today: { from: '2026-11-18', to: '2026-11-18' },
      'seven-days-before': { from: '2026-11-11', to: '2026-11-17' },
      'week-before': { from: '2026-11-09', to: '2026-11-15' },
      'month-before': { from: '2026-10-01', to: '2026-10-31' },
      'month-to-date': { from: '2026-11-01', to: '2026-11-18' },
      'year-to-date': { from: '2026-01-01', to: '2026-11-18' },
    };
    for (const about of ABOUTS) expect(on(about, '2026-11-18')).toEqual(golden[about]);
  });

  test('AT-160 ends of months and years, in leap years too', () => {
    expect(on('month-before', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(on('month-before', '2027-03-31')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    expect(on('month-before', '2027-01-01')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(on('seven-days-before', '2028-03-03')).toEqual({ from: '2028-02-25', to: '2028-03-02' });
    expect(on('year-to-date', '2027-01-01')).toEqual({ from: '2027-01-01', to: '2027-01-01' });
    expect(on('day-before', '2027-01-01')).toEqual({ from: '2026-12-31', to: '2026-12-31' });
  });

  test('AT-160 days are those of the flow’s time zone: after midnight in Brussels it is the next day already', () => {
    // 31 October, 23:15 in UTC, is 1 November in Brussels.
    expect(readBy('month-to-date', '2026-10-31T23:00:00Z')).toEqual({
      period: { from: '2026-11-01', to: '2026-11-01' },
      from: '2026-10-31T23:00:00.000Z',
      before: '2026-11-01T23:00:00.000Z',
    });
  });

  test('AT-160 the day on which the clocks change has 23 hours in spring and 25 in autumn', () => {
    expect(readBy('day-before', '2026-03-29T22:00:00Z')).toEqual({
      period: { from: '2026-03-29', to: '2026-03-29' },
      from: '2026-03-28T23:00:00.000Z',
      before: '2026-03-29T22:00:00.000Z',
    });
    expect(readBy('day-before', '2026-10-25T23:00:00Z')).toEqual({
      period: { from: '2026-10-25', to: '2026-10-25' },
      from: '2026-10-24T22:00:00.000Z',
      before: '2026-10-25T23:00:00.000Z',
    });
  });
});
