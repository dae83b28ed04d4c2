import type { HolidayCalendar, Plan, RecurrenceDays } from '#schemas/recurrence.ts';

/*
 * The same promises, kept in another way: every day is looked at, weekdays and months are counted on day numbers,
 * holidays are reckoned from Easter, and a zone is only asked, through Intl, how far it is from UTC. No rules of
 * RFC 5545, no Temporal, no list of holidays, nothing of the code that it is held against.
 */

const DAY = 86_400_000;
const MINUTE = 60_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const FROM_YEAR = 2025;
const TO_YEAR = 2039;

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function civil(number: number) {
  const date = new Date(number * DAY);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const monthLength = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, day, monthLength, weekday: WEEKDAYS[date.getUTCDay()] ?? 'MO', weekIndex: date.getUTCDay() };
}

/** Easter Sunday as a day number (the method of Butcher, 1876). */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / DAY;
}

const FIXED = {
  BE: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
  FR: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
};
const holidays = new Map<string, Set<number>>();
for (const country of ['BE', 'FR'] as const) {
  const days = new Set<number>();
  for (let year = FROM_YEAR; year <= TO_YEAR; year += 1) {
    for (const day of FIXED[country]) days.add(dayNumber(`${year}-${day}`));
    // Easter Monday, Ascension, Whit Monday.
    for (const after of [1, 39, 50]) days.add(easter(year) + after);
  }
  holidays.set(country, days);
}
const isFree = (calendar: HolidayCalendar, day: number) => holidays.get(calendar)?.has(day) ?? false;

/** Minutes that a zone is ahead of UTC at an instant. */
function offsetByIntl(format: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return (Date.UTC(year, month - 1, day, hour, minute) - at) / MINUTE;
}

export interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const changesOfZones = new Map<string, readonly ClockChange[]>();

/** When the clocks of a zone are changed: found by asking at every midnight, then by halving. */
export function clockChanges(zone: string): readonly ClockChange[] {
  const known = changesOfZones.get(zone);
  if (known) return known;
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone, hourCycle: 'h23' });
  const changes: ClockChange[] = [];
  for (let day = dayNumber(`${FROM_YEAR}-01-01`); day < dayNumber(`${TO_YEAR}-01-01`); day += 1) {
    const [before, after] = [offsetByIntl(format, day * DAY), offsetByIntl(format, (day + 1) * DAY)];
    if (before === after) continue;
    let [low, high] = [day * DAY, (day + 1) * DAY];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / MINUTE / 2) * MINUTE;
      if (offsetByIntl(format, middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  changesOfZones.set(zone, changes);
  return changes;
}

/** Where a local time lies: the earlier of two, or the first instant after a gap. */
function instantOf(zone: string, day: number, minutes: number): number {
  const wall = day * DAY + minutes * MINUTE;
  let offset = clockChanges(zone)[0]?.before ?? 0;
  for (const change of clockChanges(zone)) {
    const early = wall - change.before * MINUTE;
    if (early < change.at) return early;
    if (wall - change.after * MINUTE < change.at) return change.at;
    offset = change.after;
  }
  return wall - offset * MINUTE;
}

function isInMonths(days: Extract<RecurrenceDays, { months: unknown }>, day: number, start: number): boolean {
  const { months } = days;
  if (Array.isArray(months)) return months.includes(civil(day).month);
  const [here, there] = [civil(day), civil(start)];
  return ((here.year - there.year) * 12 + here.month - there.month) % months.every === 0;
}

function isOfRule(days: RecurrenceDays, day: number, start: number): boolean {
  const { day: ofMonth, monthLength, weekday, weekIndex } = civil(day);
  switch (days.kind) {
    case 'days':
      return (day - start) % days.every === 0;
    case 'weeks': {
      const monday = day - ((weekIndex + 6) % 7);
      const firstMonday = start - ((civil(start).weekIndex + 6) % 7);
      return days.weekdays.includes(weekday) && ((monday - firstMonday) / 7) % days.every === 0;
    }
    case 'month-days':
      if (!isInMonths(days, day, start)) return false;
      return days.days.includes(ofMonth) || (days.days.includes('last') && ofMonth === monthLength);
    case 'month-weekdays': {
      if (!isInMonths(days, day, start) || !days.weekdays.includes(weekday)) return false;
      const nth = (['first', 'second', 'third', 'fourth'] as const)[Math.floor((ofMonth - 1) / 7)];
      const isLast = ofMonth + 7 > monthLength;
      return (nth !== undefined && days.ordinals.includes(nth)) || (isLast && days.ordinals.includes('last'));
    }
  }
}

function afterHolidays({ recurrence }: Plan, day: number): number | null {
  const { calendar, rule } = recurrence.holidays;
  if (rule === 'run' || !isFree(calendar, day)) return day;
  if (rule === 'skip') return null;
  let other = day;
  do other += rule === 'before' ? -1 : 1;
  while ([0, 6].includes(civil(other).weekIndex) || isFree(calendar, other));
  return other;
}

/** All instants of a plan from one (included) to another (excluded), in order and each once. */
export function modelSlots(plan: Plan, from: number, before: number): number[] {
  const { recurrence, zone } = plan;
  const start = dayNumber(plan.startsOn);
  const [hours = 0, minutes = 0] = recurrence.time.split(':').map(Number);
  const time = hours * 60 + minutes;
  const slots = new Set<number>();
  for (let day = Math.max(start, Math.floor(from / DAY) - 20); day * DAY < before + 20 * DAY; day += 1) {
    if (!isOfRule(recurrence.days, day, start)) continue;
    const actual = afterHolidays(plan, day);
    if (actual === null || actual < start) continue;
    const first = instantOf(zone, actual, time);
    const { everyMinutes = 1, forMinutes = 1 } = recurrence.repeat ?? {};
    const end = forMinutes === 1440 ? instantOf(zone, actual + 1, time) : first + forMinutes * MINUTE;
    for (let at = first; at < end; at += everyMinutes * MINUTE) if (at >= from && at < before) slots.add(at);
  }
  return [...slots].sort((a, b) => a - b);
}
