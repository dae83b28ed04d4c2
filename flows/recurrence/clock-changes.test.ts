import { describe, expect, it, test } from 'vitest';
import { type Plan, REPEAT_STEPS, REPEAT_WINDOWS, type Recurrence } from '#schemas/recurrence.ts';
import { nextSlots, slotsBetween } from './slots.ts';
import { clockChanges } from './testing/calendar-model.ts';
import { foldOf } from './zone-clock.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const EVERY_DAY = { kind: 'days', every: 1 } as const;
const NO_HOLIDAYS = { calendar: 'none', rule: 'run' } as const;

function daily(time: string, repeat: Recurrence['repeat'], zone = 'Europe/Brussels'): Plan {
  return { recurrence: { days: EVERY_DAY, time, repeat, holidays: NO_HOLIDAYS }, startsOn: '2026-01-01', zone };
}

const repetitions = REPEAT_WINDOWS.flatMap((forMinutes) =>
  REPEAT_STEPS.filter((step) => step < forMinutes).map((everyMinutes) => ({ everyMinutes, forMinutes })),
);
const inTenYears = (zone: string) =>
  clockChanges(zone).filter(({ at }) => at >= Date.parse('2026-01-01') && at < Date.parse('2036-01-01'));
const OPENINGS = ['00:00', '01:45', '02:00', '02:30', '02:55', '03:00', '20:00', '23:50'];

describe.each(['Europe/Brussels', 'Europe/Paris'])('AT-226 the 20 changes of the clocks of ten years in %s', (zone) => {
  const changes = inTenYears(zone);

  it('are twenty, ten each way', () => {
    expect(changes).toHaveLength(20);
    expect(changes.filter(({ before, after }) => after > before)).toHaveLength(10);
  });

  it.each(repetitions)('every $everyMinutes min for $forMinutes min: no slot lost, none doubled', (repeat) => {
    const step = repeat.everyMinutes * MINUTE;
    const eachDay = Math.ceil(repeat.forMinutes / repeat.everyMinutes);
    for (const time of OPENINGS) {
      for (const { at } of changes) {
        const [from, before] = [at - 40 * HOUR, at + 40 * HOUR];
        const slots = slotsBetween(daily(time, repeat, zone), from, before).map((slot) => slot.at);
        const openings = slotsBetween(daily(time, null, zone), from, before).map((slot) => slot.at);
        expect(openings.length).toBeGreaterThanOrEqual(3);
        expect(slots).toEqual([...new Set(slots)].sort((a, b) => a - b));
        for (const [index, opening] of openings.slice(0, -1).entries()) {
          const next = openings[index + 1] ?? 0;
          const inside = slots.filter((slot) => slot >= opening && slot < next);
          // Around the clock until the window opens again, after 23, 24 or 25 hours; else as many as on any other day.
          const wanted = repeat.forMinutes === 1440 ? Math.ceil((next - opening) / step) : eachDay;
          expect(inside).toEqual(Array.from({ length: wanted }, (_, place) => opening + place * step));
        }
      }
    }
  });
});

test('AT-226 from 22:00 every hour for 12 hours is twelve slots in the short and in the long night too', () => {
  const plan = daily('22:00', { everyMinutes: 60, forMinutes: 720 });
  const night = (day: string) =>
    slotsBetween(plan, Date.parse(`${day}T19:00Z`), Date.parse(`${day}T19:00Z`) + 18 * HOUR);
  const local = (at: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: plan.zone, hour: '2-digit', minute: '2-digit' }).format(at);
  expect(
    night('2026-03-28')
      .map(({ at }) => local(at))
      .join(' '),
  ).toBe('22:00 23:00 00:00 01:00 03:00 04:00 05:00 06:00 07:00 08:00 09:00 10:00');
  expect(
    night('2026-10-24')
      .map(({ at }) => local(at))
      .join(' '),
  ).toBe('22:00 23:00 00:00 01:00 02:00 02:00 03:00 04:00 05:00 06:00 07:00 08:00');
});

test('AT-226 around the clock every 5 min: 276 slots on the day of 23 hours, 300 on that of 25', () => {
  const plan = daily('00:00', { everyMinutes: 5, forMinutes: 1440 });
  const on = (from: string, to: string) => slotsBetween(plan, Date.parse(from), Date.parse(to)).length;
  expect(on('2026-03-27T23:00Z', '2026-03-28T23:00Z')).toBe(288);
  expect(on('2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(276);
  expect(on('2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(300);
});

test('AT-227 without a repetition there is one slot a day, on the days on which the clocks change too', () => {
  const plan = daily('02:30', null);
  const slots = slotsBetween(plan, Date.parse('2026-01-01T00:00Z'), Date.parse('2036-01-01T00:00Z'));
  expect(slots).toHaveLength(3652);
});

test('a time that the clocks skip happens at the first instant after the gap, and says so', () => {
  const [slot] = nextSlots(daily('02:30', null), Date.parse('2026-03-28T12:00Z'), 1);
  expect(slot).toMatchObject({ at: Date.parse('2026-03-29T03:00+02:00'), isAfterGap: true });
});

test('a time that comes twice happens the first time, and the other of them is the second', () => {
  const [slot, next] = nextSlots(daily('02:30', null), Date.parse('2026-10-24T12:00Z'), 2);
  expect(slot).toMatchObject({ at: Date.parse('2026-10-25T02:30+02:00'), isAfterGap: false });
  expect(next?.at).toBe(Date.parse('2026-10-26T02:30+01:00'));
  expect(foldOf('Europe/Brussels', Date.parse('2026-10-25T02:30+02:00'))).toBe('first');
  expect(foldOf('Europe/Brussels', Date.parse('2026-10-25T02:30+01:00'))).toBe('second');
  expect(foldOf('Europe/Brussels', Date.parse('2026-10-25T03:30+01:00'))).toBe(null);
});
