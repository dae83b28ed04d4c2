import type { Language } from '#schemas/localised.ts';
import { WEEKDAYS, type Weekday } from '#schemas/recurrence.ts';

const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE' };

/** A Monday, to name the days of a week from. */
const MONDAY = Date.UTC(2024, 0, 1);

export function readerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** An instant as clocks in the zone show it: "Wed 28 Oct 2026, 08:00". */
export function formatInZone(instant: string, zone: string, language: Language): string {
  const shape = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], { ...shape, ...time, timeZone: zone }).format(new Date(instant));
}

export function weekdayName(weekday: Weekday, language: Language, width: 'long' | 'short' = 'long'): string {
  const at = MONDAY + WEEKDAYS.indexOf(weekday) * 86_400_000;
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: width, timeZone: 'UTC' }).format(at);
}

/** @param month January is 1 */
export function monthName(month: number, language: Language, width: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: width, timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  );
}

/** "lundi, mercredi et vendredi". */
export function listOf(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words);
}
