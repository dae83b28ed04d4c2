import fc from 'fast-check';
import {
  HOLIDAY_CALENDARS,
  HOLIDAY_RULES,
  ORDINALS,
  type Plan,
  REPEAT_STEPS,
  REPEAT_WINDOWS,
  recurrenceSchema,
  WEEKDAYS,
} from '#schemas/recurrence.ts';

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const months = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
  fc.record({ every: fc.integer({ min: 1, max: 24 }) }),
);
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(29, 30, 31), fc.constant('last' as const));

const days = fc.oneof(
  fc.record({
    kind: fc.constant('days'),
    every: fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 365 })),
  }),
  fc.record({ kind: fc.constant('weeks'), every: fc.integer({ min: 1, max: 8 }), weekdays: some(WEEKDAYS) }),
  fc.record({
    kind: fc.constant('month-days'),
    months,
    days: fc.uniqueArray(monthDay, { minLength: 1, maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant('month-weekdays'), months, ordinals: some(ORDINALS), weekdays: some(WEEKDAYS) }),
);

/** Often in the hours in which clocks are changed. */
const time = fc
  .oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 90, max: 210 }))
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);

const repeat = fc
  .record({ everyMinutes: fc.constantFrom(...REPEAT_STEPS), forMinutes: fc.constantFrom(...REPEAT_WINDOWS) })
  .filter(({ everyMinutes, forMinutes }) => everyMinutes < forMinutes);

const startsOn = fc
  .integer({ min: 0, max: 730 })
  .map((after) => new Date(Date.UTC(2026, 0, 1 + after)).toISOString().slice(0, 10));

/** Any plan that a person can save, starting in 2026 or 2027. */
export function arbitraryPlan(zone: string): fc.Arbitrary<Plan> {
  const recurrence = fc.record({
    days,
    time,
    repeat: fc.option(repeat, { freq: 2 }),
    holidays: fc.record({ calendar: fc.constantFrom(...HOLIDAY_CALENDARS), rule: fc.constantFrom(...HOLIDAY_RULES) }),
  });
  return fc.record({
    recurrence: recurrence.map((value) => recurrenceSchema.parse(value)),
    startsOn,
    zone: fc.constant(zone),
  });
}
