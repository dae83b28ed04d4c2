const DAY_MS = 86_400_000;

/** The calendar day (UTC) of an instant: "2026-10-31". Partitions are cut in UTC. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));
}

/** The day on which an id was made: ids begin with 48 bits of milliseconds (RFC 9562, version 7). */
export function dayOfId(id: string): string {
  return dayOf(new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)));
}

/** The first day that stays when all that is older than so many days goes: that day is not over its age entirely. */
export function firstKeptDay(now: Date, days: number): string {
  return addDays(dayOf(now), -days);
}
