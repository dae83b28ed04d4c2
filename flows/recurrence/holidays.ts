import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '#schemas/recurrence.ts';

/** Reckoning a year of holidays takes milliseconds, a schedule asks for one day at a time. */
const years = new Map<string, ReadonlySet<string>>();

function holidaysOf(calendar: HolidayCalendar, year: string): ReadonlySet<string> {
  const key = `${calendar} ${year}`;
  const known = years.get(key);
  if (known) return known;
  // Public holidays of the whole country only: none of a region, no bank holidays, no observances.
  const list = new Holidays(calendar, { types: ['public'] }).getHolidays(year);
  const days = new Set(list.map(({ date }) => date.slice(0, 10)));
  years.set(key, days);
  return days;
}

/** Whether a calendar day is a public holiday of the country. */
export function isHoliday(calendar: HolidayCalendar, day: string): boolean {
  return calendar !== 'none' && holidaysOf(calendar, day.slice(0, 4)).has(day);
}

/** The working day before or after: no holiday, no Saturday, no Sunday. */
export function nearestWorkingDay(calendar: HolidayCalendar, day: string, side: 'before' | 'after'): string {
  let date = Temporal.PlainDate.from(day);
  do {
    date = date.add({ days: side === 'before' ? -1 : 1 });
  } while (date.dayOfWeek > 5 || isHoliday(calendar, date.toString()));
  return date.toString();
}
