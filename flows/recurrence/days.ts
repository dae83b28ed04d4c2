import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Plan } from '#schemas/recurrence.ts';
import { isHoliday, nearestWorkingDay } from './holidays.ts';
import { ruleOf } from './rule.ts';

/** Longer than any row of holidays and weekends, so that a day moved by them is found from either side. */
const FARTHEST_MOVE = 14;

/** A day on which something is planned, and the days of the rule that it stands for. */
export interface PlannedDay {
  readonly day: string;
  /** First and last day of the rule that fall here: several where holidays moved one onto another. */
  readonly first: string;
  readonly last: string;
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The days of the rule alone, ends included. Counted in UTC, where every day has 24 hours. */
function ruleDays({ recurrence, startsOn }: Plan, from: string, to: string): string[] {
  const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
  const rule = new RRuleTemporal({
    rruleString: `RRULE:${ruleOf(recurrence.days)}`,
    dtstart: Temporal.ZonedDateTime.from(`${startsOn}T00:00[UTC]`),
    tzid: 'UTC',
  });
  return rule.between(midnight(from), midnight(to), true).map((at) => at.toString().slice(0, 10));
}

function moved(plan: Plan, day: string): string | null {
  const { calendar, rule } = plan.recurrence.holidays;
  if (rule === 'run' || !isHoliday(calendar, day)) return day;
  return rule === 'skip' ? null : nearestWorkingDay(calendar, day, rule);
}

/**
 * Days with a slot, in order, ends included: the days of the rule, after holidays. Two that were moved onto the same
 * day are one. Nothing is planned before the start date, whatever a holiday moves.
 */
export function plannedDays(plan: Plan, from: string, to: string): PlannedDay[] {
  const first = from < plan.startsOn ? plan.startsOn : from;
  if (to < first) return [];
  const isMoving = plan.recurrence.holidays.rule === 'before' || plan.recurrence.holidays.rule === 'after';
  const margin = isMoving ? FARTHEST_MOVE : 0;
  const found = new Map<string, PlannedDay>();
  for (const ruleDay of ruleDays(plan, addDays(first, -margin), addDays(to, margin))) {
    const day = moved(plan, ruleDay);
    if (day === null || day < first || day > to) continue;
    found.set(day, { day, first: found.get(day)?.first ?? ruleDay, last: ruleDay });
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
