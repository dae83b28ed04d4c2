import type { Schedule, ScheduleSettings } from '#schemas/api/schedules.ts';
import type { Ordinal, Recurrence, RecurrenceDays, Weekday } from '#schemas/recurrence.ts';

/**
 * What the form holds: the answers for every kind of recurrence, so that going from one kind to another and back loses
 * none. Numbers may be missing while they are typed.
 */
export interface Draft {
  readonly flow: string | null;
  readonly name: string;
  readonly kind: RecurrenceDays['kind'];
  readonly everyDays: number | null;
  readonly everyWeeks: number | null;
  readonly weekdays: readonly Weekday[];
  readonly monthsMode: 'chosen' | 'every';
  readonly months: readonly number[];
  readonly everyMonths: number | null;
  readonly monthDays: readonly (number | 'last')[];
  readonly ordinals: readonly Ordinal[];
  readonly monthWeekdays: readonly Weekday[];
  readonly time: string;
  readonly step: NonNullable<Recurrence['repeat']>['everyMinutes'] | null;
  readonly window: NonNullable<Recurrence['repeat']>['forMinutes'];
  readonly calendar: Recurrence['holidays']['calendar'];
  readonly rule: Recurrence['holidays']['rule'];
  readonly startsOn: string;
  readonly zone: string;
  readonly about: ScheduleSettings['about'];
  readonly overlap: ScheduleSettings['overlap'];
  readonly catchUp: ScheduleSettings['catchUp'];
}

const ALL_MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** @param today calendar day where the reader is */
export function newDraft(flow: string | null, today: string, zone: string): Draft {
  return {
    ...{ flow, name: '', kind: 'days', everyDays: 1, everyWeeks: 1, weekdays: ['MO'] },
    ...{ monthsMode: 'chosen', months: ALL_MONTHS, everyMonths: 1, monthDays: [1] },
    ...{ ordinals: ['first'], monthWeekdays: ['MO'], time: '06:00', step: null, window: 720 },
    ...{ calendar: 'none', rule: 'skip', startsOn: today, zone },
    ...{ about: 'everything', overlap: 'skip', catchUp: 'last' },
  };
}

function draftOfDays(days: RecurrenceDays): Partial<Draft> {
  if (days.kind === 'days') return { everyDays: days.every };
  if (days.kind === 'weeks') return { everyWeeks: days.every, weekdays: days.weekdays };
  const { months } = days;
  const ofMonths: Partial<Draft> = Array.isArray(months)
    ? { monthsMode: 'chosen', months }
    : { monthsMode: 'every', everyMonths: months.every };
  if (days.kind === 'month-days') return { ...ofMonths, monthDays: days.days };
  return { ...ofMonths, ordinals: days.ordinals, monthWeekdays: days.weekdays };
}

export function draftOf(schedule: Schedule): Draft {
  const { recurrence, startsOn, zone, name, about, overlap, catchUp } = schedule;
  const { days, time, repeat, holidays } = recurrence;
  return {
    ...newDraft(schedule.flow.id, startsOn, zone),
    ...{ name, about, overlap, catchUp, time, kind: days.kind },
    ...(repeat ? { step: repeat.everyMinutes, window: repeat.forMinutes } : {}),
    ...(holidays.calendar === 'none' ? {} : holidays),
    ...draftOfDays(days),
  };
}

/** Fields of the draft that its kind needs and that are empty. */
export function missingIn(draft: Draft): ReadonlySet<keyof Draft> {
  const ofKind: Record<Draft['kind'], readonly (keyof Draft)[]> = {
    days: ['everyDays'],
    weeks: ['everyWeeks', 'weekdays'],
    'month-days': [draft.monthsMode === 'chosen' ? 'months' : 'everyMonths', 'monthDays'],
    'month-weekdays': [draft.monthsMode === 'chosen' ? 'months' : 'everyMonths', 'ordinals', 'monthWeekdays'],
  };
  const needed: (keyof Draft)[] = ['flow', 'time', 'startsOn', 'zone', ...ofKind[draft.kind]];
  return new Set(
    needed.filter((field) => {
      const value = draft[field];
      return value === null || value === '' || (Array.isArray(value) && value.length === 0);
    }),
  );
}

function daysOf(draft: Draft): RecurrenceDays {
  const { kind, weekdays, monthDays, ordinals, monthWeekdays } = draft;
  const months = draft.monthsMode === 'chosen' ? [...draft.months] : { every: draft.everyMonths ?? 1 };
  switch (kind) {
    case 'days':
      return { kind, every: draft.everyDays ?? 1 };
    case 'weeks':
      return { kind, every: draft.everyWeeks ?? 1, weekdays: [...weekdays] };
    case 'month-days':
      return { kind, months, days: [...monthDays] };
    case 'month-weekdays':
      return { kind, months, ordinals: [...ordinals], weekdays: [...monthWeekdays] };
  }
}

/** What the draft says; null while something is missing. */
export function settingsOf(draft: Draft): ScheduleSettings | null {
  if ([...missingIn(draft)].some((field) => field !== 'flow')) return null;
  const { name, startsOn, zone, about, overlap, catchUp, time, step, window, calendar, rule } = draft;
  return {
    recurrence: {
      days: daysOf(draft),
      time,
      repeat: step === null ? null : { everyMinutes: step, forMinutes: window },
      holidays: { calendar, rule: calendar === 'none' ? 'run' : rule },
    },
    ...{ name, startsOn, zone, about, overlap, catchUp },
  };
}
