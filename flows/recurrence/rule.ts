import type { Ordinal, Plan, RecurrenceDays } from '#schemas/recurrence.ts';

const POSITIONS: Record<Ordinal, string> = { first: '1', second: '2', third: '3', fourth: '4', last: '-1' };

type OfMonths = Extract<RecurrenceDays, { readonly months: unknown }>;

function monthPart({ months }: OfMonths): string {
  return Array.isArray(months) ? `BYMONTH=${months.join(',')}` : `INTERVAL=${months.every}`;
}

/**
 * The days of a recurrence as an RFC 5545 rule ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO"). A month without one of
 * the days passes it over (RFC 5545, 3.3.10: invalid dates are ignored).
 */
export function ruleOf(days: RecurrenceDays): string {
  switch (days.kind) {
    case 'days':
      return `FREQ=DAILY;INTERVAL=${days.every}`;
    case 'weeks':
      return `FREQ=WEEKLY;INTERVAL=${days.every};BYDAY=${days.weekdays.join(',')};WKST=MO`;
    case 'month-days': {
      const list = days.days.map((day) => (day === 'last' ? -1 : day));
      return `FREQ=MONTHLY;${monthPart(days)};BYMONTHDAY=${list.join(',')}`;
    }
    case 'month-weekdays': {
      const list = days.ordinals.flatMap((one) => days.weekdays.map((day) => `${POSITIONS[one]}${day}`));
      return `FREQ=MONTHLY;${monthPart(days)};BYDAY=${list.join(',')}`;
    }
  }
}

/**
 * The rule with its start, as other calendars read it. RFC 5545 has no words for holidays, and none for a repetition
 * that crosses midnight: both stand in the recurrence only.
 */
export function ruleText({ recurrence, startsOn, zone }: Plan): string {
  const start = `${startsOn}T${recurrence.time}00`.replaceAll(/[-:]/g, '');
  return `DTSTART;TZID=${zone}:${start}\nRRULE:${ruleOf(recurrence.days)}`;
}
