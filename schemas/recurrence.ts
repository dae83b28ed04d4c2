import { z } from 'zod';
import { dateSchema } from './documents/amounts.ts';

/** Monday first, as RFC 5545 writes them. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
/** Which of a month's Mondays: the first to the fourth, or the last one. */
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Ordinal = (typeof ORDINALS)[number];
/** Minutes between two slots of a repetition. */
export const REPEAT_STEPS = [5, 10, 15, 30, 60, 120, 180, 360, 720] as const;
/** Minutes that a repetition lasts; 1440 is one day. */
export const REPEAT_WINDOWS = [15, 30, 60, 720, 1440] as const;
export const HOLIDAY_CALENDARS = ['none', 'BE', 'FR'] as const;
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];
/** What becomes of a day that is a public holiday. A working day is neither a holiday nor a Saturday or Sunday. */
export const HOLIDAY_RULES = ['run', 'skip', 'before', 'after'] as const;

function distinct<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .min(1)
    .refine((list) => new Set(list).size === list.length, 'the same value twice');
}

const weekdaysSchema = distinct(z.enum(WEEKDAYS));
/** Chosen months, January being 1, or every so many months from the month of the start date on. */
const monthsSchema = z.union([distinct(z.int().min(1).max(12)), z.object({ every: z.int().min(1).max(24) })]);

/** On which days. Counting begins with the start date: its day, its week (from Monday), its month. */
export const recurrenceDaysSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), every: z.int().min(1).max(365) }),
  z.object({ kind: z.literal('weeks'), every: z.int().min(1).max(52), weekdays: weekdaysSchema }),
  /** A month that does not have one of the days passes it over; "last" is there in every month. */
  z.object({
    kind: z.literal('month-days'),
    months: monthsSchema,
    days: distinct(z.union([z.int().min(1).max(31), z.literal('last')])),
  }),
  z.object({
    kind: z.literal('month-weekdays'),
    months: monthsSchema,
    ordinals: distinct(z.enum(ORDINALS)),
    weekdays: weekdaysSchema,
  }),
]);
export type RecurrenceDays = z.infer<typeof recurrenceDaysSchema>;

export const recurrenceSchema = z
  .object({
    days: recurrenceDaysSchema,
    /** Local time at which the day's slot, or the first one of its repetition, is planned. */
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "08:30"'),
    /** The first slot is at the time of day; the end of the window belongs to it no more. */
    repeat: z
      .object({ everyMinutes: z.literal(REPEAT_STEPS), forMinutes: z.literal(REPEAT_WINDOWS) })
      .refine((repeat) => repeat.everyMinutes < repeat.forMinutes, 'the step must be shorter than the window')
      .nullable(),
    holidays: z.object({ calendar: z.enum(HOLIDAY_CALENDARS), rule: z.enum(HOLIDAY_RULES) }),
  })
  .meta({ id: 'Recurrence' });
export type Recurrence = z.infer<typeof recurrenceSchema>;

/** A recurrence with where and from when it counts: all that its instants follow from. */
export interface Plan {
  readonly recurrence: Recurrence;
  /** Calendar day in the zone; nothing is planned before it. */
  readonly startsOn: string;
  /** IANA time zone in which days and the time of day are meant. */
  readonly zone: string;
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const planSchema = z.object({
  recurrence: recurrenceSchema,
  startsOn: dateSchema,
  zone: z.string().refine(isZone, 'no time zone of the IANA database'),
});

/**
 * Which days a run is about, seen from the day of its slot: everything there is, the day before, the day itself, the
 * calendar week (from Monday) or month before, the seven days before, or the month or the year up to that day.
 */
export const ABOUTS = [
  'everything',
  'day-before',
  'today',
  'seven-days-before',
  'week-before',
  'month-before',
  'month-to-date',
  'year-to-date',
] as const;
export type About = (typeof ABOUTS)[number];

/** What happens to a slot when an earlier scheduled run of the flow is still under way. */
export const OVERLAPS = ['skip', 'queue', 'allow'] as const;
export type Overlap = (typeof OVERLAPS)[number];
/** What happens to slots that passed while nothing was running. */
export const CATCH_UPS = ['none', 'last', 'all'] as const;
export type CatchUp = (typeof CATCH_UPS)[number];
