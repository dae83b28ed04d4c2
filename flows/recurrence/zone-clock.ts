import { Temporal } from 'temporal-polyfill';

/*
 * What a local time means where clocks are put forward or back. RFC 5545 leaves a time that does not exist out; a day
 * of bookings must not go missing for that, so here
 * - a local time that is skipped happens at the first instant after the gap (02:30 becomes 03:00), and
 * - a local time that comes twice happens the first time only.
 */

/** A planned local time as an instant. `isInGap`: the clock does not show that time on that day. */
export interface Resolved {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly isInGap: boolean;
}

/** @param time "08:30" */
export function resolveLocalTime(zone: string, day: string, time: string): Resolved {
  const planned = Temporal.PlainDateTime.from(`${day}T${time}`);
  const resolved = planned.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (resolved.toPlainDateTime().equals(planned)) return { at: resolved.epochMilliseconds, isInGap: false };
  // In a gap, "earlier" lies before it; the next transition of the zone is where the gap is.
  const after = resolved.getTimeZoneTransition('next');
  return { at: (after ?? resolved).epochMilliseconds, isInGap: true };
}

/** The calendar day of an instant in a zone. */
export function localDay(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Whether the local time of an instant comes twice, and which time this is. */
export function foldOf(zone: string, at: number): 'first' | 'second' | null {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const last = local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  if (first === last) return null;
  return at === first ? 'first' : 'second';
}
