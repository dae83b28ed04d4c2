import { describe, expect, it, test } from 'vitest';
import { type Plan, type Recurrence, recurrenceSchema } from '#schemas/recurrence.ts';
import { periodAbout } from './about-days.ts';
import { ruleText } from './rule.ts';
import { nextSlots, slotAt } from './slots.ts';
import { localDay } from './zone-clock.ts';

function planOf(days: Recurrence['days'], more: Partial<Recurrence> & { startsOn?: string } = {}): Plan {
  const { startsOn = '2026-01-01', ...others } = more;
  const recurrence = { days, time: '08:00', repeat: null, holidays: { calendar: 'none', rule: 'run' }, ...others };
  return { recurrence: recurrenceSchema.parse(recurrence), startsOn, zone: 'Europe/Brussels' };
}

function daysOf(plan: Plan, count: number, after = `${plan.startsOn}T00:00:00Z`): string[] {
  return nextSlots(plan, Date.parse(after) - 86_400_000, count).map(({ at }) => localDay(plan.zone, at));
}

test('AT-221 every N days counts from the start date', () => {
  expect(daysOf(planOf({ kind: 'days', every: 3 }, { startsOn: '2026-02-26' }), 3)).toEqual([
    '2026-02-26',
    '2026-03-01',
    '2026-03-04',
  ]);
});

test('AT-222 every N weeks on chosen weekdays counts weeks from Monday, that of the start date being the first', () => {
  const plan = planOf({ kind: 'weeks', every: 2, weekdays: ['MO', 'SU'] }, { startsOn: '2026-11-04' });
  expect(daysOf(plan, 4)).toEqual(['2026-11-08', '2026-11-16', '2026-11-22', '2026-11-30']);
});

describe('AT-223 chosen days of chosen months', () => {
  it('a month without a 31st passes it over', () => {
    const plan = planOf({ kind: 'month-days', months: [3, 4, 5], days: [31] });
    expect(daysOf(plan, 3)).toEqual(['2026-03-31', '2026-05-31', '2027-03-31']);
  });

  it('"last" is there in every month, and the 28th that is also the last is one slot', () => {
    const plan = planOf({ kind: 'month-days', months: [2, 4], days: [28, 'last'] });
    expect(daysOf(plan, 4)).toEqual(['2026-02-28', '2026-04-28', '2026-04-30', '2027-02-28']);
  });

  it('29 February is found twenty times, the leap years apart', () => {
    const found = daysOf(planOf({ kind: 'month-days', months: [2], days: [29] }), 20);
    expect(found).toHaveLength(20);
    expect(found.slice(0, 2)).toEqual(['2028-02-29', '2032-02-29']);
    expect(found.at(-1)).toBe('2108-02-29');
  });

  it('30 February has no instants at all', () => {
    expect(daysOf(planOf({ kind: 'month-days', months: [2], days: [30, 31] }), 1)).toEqual([]);
  });

  it('every N months counts from the month of the start date', () => {
    const plan = planOf({ kind: 'month-days', months: { every: 5 }, days: [1] }, { startsOn: '2026-10-15' });
    expect(daysOf(plan, 3)).toEqual(['2027-03-01', '2027-08-01', '2028-01-01']);
  });
});

test('AT-224 ordinals and weekdays combine: every chosen one of every chosen weekday', () => {
  const plan = planOf({ kind: 'month-weekdays', months: [3], ordinals: ['first', 'last'], weekdays: ['MO', 'FR'] });
  expect(daysOf(plan, 4)).toEqual(['2026-03-02', '2026-03-06', '2026-03-27', '2026-03-30']);
});

test('AT-224 the fourth and the last Monday of a month with four are one slot', () => {
  const plan = planOf({ kind: 'month-weekdays', months: [2], ordinals: ['fourth', 'last'], weekdays: ['MO'] });
  expect(daysOf(plan, 2)).toEqual(['2026-02-23', '2027-02-22']);
});

describe('AT-225 a repetition within the day', () => {
  it('from 08:00 every 5 min for 12 h is 144 slots, the last at 19:55', () => {
    const plan = planOf({ kind: 'days', every: 1 }, { repeat: { everyMinutes: 5, forMinutes: 720 } });
    const slots = nextSlots(plan, Date.parse('2026-06-01T00:00:00Z'), 145).map(({ at }) => new Date(at).toISOString());
    expect(slots[0]).toBe('2026-06-01T06:00:00.000Z');
    expect(slots[143]).toBe('2026-06-01T17:55:00.000Z');
    expect(slots[144]).toBe('2026-06-02T06:00:00.000Z');
  });

  it('is refused when its step does not fit into its window', () => {
    const repeat = { everyMinutes: 720, forMinutes: 30 };
    const recurrence = {
      days: { kind: 'days', every: 1 },
      time: '08:00',
      repeat,
      holidays: { calendar: 'none', rule: 'run' },
    };
    expect(recurrenceSchema.safeParse(recurrence).success).toBe(false);
  });

  it('gives the slots past midnight to the next day', () => {
    const plan = planOf({ kind: 'days', every: 1 }, { time: '23:00', repeat: { everyMinutes: 60, forMinutes: 720 } });
    const [before, after] = ['2026-06-01T23:00+02:00', '2026-06-02T00:00+02:00'].map((at) =>
      slotAt(plan, Date.parse(at)),
    );
    expect(before && periodAbout('day-before', before)).toEqual({ from: '2026-05-31', to: '2026-05-31' });
    expect(after && periodAbout('day-before', after)).toEqual({ from: '2026-06-01', to: '2026-06-01' });
  });
});

describe('public holidays', () => {
  const monthly = (rule: 'skip' | 'before' | 'after', calendar: 'BE' | 'FR' = 'BE') =>
    planOf({ kind: 'month-days', months: [1, 5, 7], days: [1, 8, 21] }, { holidays: { calendar, rule } });

  it('leave the slot out, or move it to the working day before or after', () => {
    // 1 January 2026 is a Thursday, 1 May a Friday.
    expect(daysOf(monthly('skip'), 3)).toEqual(['2026-01-08', '2026-01-21', '2026-05-08']);
    expect(daysOf(monthly('after'), 4)).toEqual(['2026-01-02', '2026-01-08', '2026-01-21', '2026-05-04']);
    expect(daysOf(monthly('before'), 3, '2026-05-01T00:00:00Z')).toEqual(['2026-04-30', '2026-05-08', '2026-05-21']);
  });

  it('are those of the chosen country: 8 May in France, 21 July in Belgium', () => {
    const days = (calendar: 'BE' | 'FR') => daysOf(monthly('skip', calendar), 20);
    expect(days('FR')).not.toContain('2026-05-08');
    expect(days('FR')).toContain('2026-07-21');
    expect(days('BE')).toContain('2026-05-08');
    expect(days('BE')).not.toContain('2026-07-21');
  });

  it('start nothing before the start date', () => {
    const plan = planOf({ kind: 'days', every: 365 }, { holidays: { calendar: 'BE', rule: 'before' } });
    expect(daysOf(plan, 1)).toEqual(['2026-12-31']);
  });

  it('that move a day onto another make one slot, which is about both days', () => {
    const plan = planOf(
      { kind: 'days', every: 1 },
      { holidays: { calendar: 'BE', rule: 'before' }, startsOn: '2026-04-01' },
    );
    const slot = slotAt(plan, Date.parse('2026-04-30T08:00+02:00'));
    expect(slot).toMatchObject({ first: '2026-04-30', last: '2026-05-01', isMoved: true });
    expect(slot && periodAbout('day-before', slot)).toEqual({ from: '2026-04-29', to: '2026-04-30' });
  });

  it('do not change what the run is about: 1 January on 31 December is still about December', () => {
    const plan = planOf(
      { kind: 'month-days', months: [1], days: [1] },
      { holidays: { calendar: 'BE', rule: 'before' } },
    );
    const [slot] = nextSlots(plan, Date.parse('2026-06-01T00:00Z'), 1);
    expect(slot && localDay(plan.zone, slot.at)).toBe('2026-12-31');
    expect(slot && periodAbout('month-before', slot)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });
});

test('what a run is about follows from the day of its slot', () => {
  const slot = { first: '2026-11-18', last: '2026-11-18' };
  expect(periodAbout('everything', slot)).toBeNull();
  expect(periodAbout('day-before', slot)).toEqual({ from: '2026-11-17', to: '2026-11-17' });
  expect(periodAbout('today', slot)).toEqual({ from: '2026-11-18', to: '2026-11-18' });
  expect(periodAbout('week-before', slot)).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  expect(periodAbout('month-before', slot)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(periodAbout('month-to-date', slot)).toEqual({ from: '2026-11-01', to: '2026-11-18' });
});

test('the rule is kept as RFC 5545 writes it', () => {
  const weekly = planOf({ kind: 'weeks', every: 2, weekdays: ['MO', 'WE'] });
  expect(ruleText(weekly)).toBe(
    'DTSTART;TZID=Europe/Brussels:20260101T080000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO',
  );
  const monthly = planOf({ kind: 'month-weekdays', months: [1, 7], ordinals: ['last'], weekdays: ['FR'] });
  expect(ruleText(monthly)).toContain('RRULE:FREQ=MONTHLY;BYMONTH=1,7;BYDAY=-1FR');
});
