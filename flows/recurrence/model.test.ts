import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlots, slotsBetween } from './slots.ts';
import { arbitraryPlan } from './testing/arbitrary-plan.ts';
import { modelSlots } from './testing/calendar-model.ts';

const FROM = Date.parse('2026-01-01T00:00:00Z');
const TO = Date.parse('2036-01-01T00:00:00Z');
const ZONES = ['Europe/Brussels', 'Europe/Paris'] as const;

describe.each(ZONES)('AT-222 500 random rules over 10 years in %s', (zone) => {
  it.each([1, 2, 3, 4, 5])('have exactly the instants of an independent calendar (part %i of 5)', () => {
    fc.assert(
      fc.property(arbitraryPlan(zone), (plan) => {
        const found = slotsBetween(plan, FROM, TO).map(({ at }) => at);
        expect(found).toEqual(modelSlots(plan, FROM, TO));
      }),
      { numRuns: 100 },
    );
  });

  it('tell the next instants as the calendar has them, from any moment on', () => {
    const moment = fc.integer({ min: FROM, max: TO });
    fc.assert(
      fc.property(arbitraryPlan(zone), moment, (plan, after) => {
        const next = nextSlots(plan, after, 5).map(({ at }) => at);
        const until = Date.parse('2038-06-01T00:00:00Z');
        expect(next.filter((at) => at < until)).toEqual(modelSlots(plan, after + 1, until).slice(0, 5));
      }),
      { numRuns: 60 },
    );
  });
});
