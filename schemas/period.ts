import { z } from 'zod';
import { dateSchema } from './documents/amounts.ts';

/** Calendar days in the flow's time zone, both ends included. */
export const periodSchema = z
  .object({ from: dateSchema, to: dateSchema })
  .refine((period) => period.from <= period.to, 'the period ends before it begins');
export type Period = z.infer<typeof periodSchema>;

/** Making a formatter costs a hundred times what formatting does; a process sees few zones. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(zone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  dayFormats.set(zone, format);
  return format;
}

/** The calendar day of an instant in a time zone: "2026-10-31". */
export function dayIn(zone: string, instant: Date | string): string {
  return dayFormat(zone).format(typeof instant === 'string' ? new Date(instant) : instant);
}

function offsetMinutes(zone: string, instant: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '');
  if (!match?.[1]) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** The first instant of a calendar day in a time zone (a day may start at 01:00 where midnight is skipped). */
export function startOfDay(zone: string, day: string): Date {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`);
  const guess = new Date(midnightUtc - offsetMinutes(zone, new Date(midnightUtc)) * 60_000);
  const settled = new Date(midnightUtc - offsetMinutes(zone, guess) * 60_000);
  return dayIn(zone, settled) < day ? guess : settled;
}

/** The day after a calendar day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The instants of a period in a zone: [first, one past the last). */
export function periodInstants(period: Period, zone: string): { from: Date; before: Date } {
  return { from: startOfDay(zone, period.from), before: startOfDay(zone, nextDay(period.to)) };
}
