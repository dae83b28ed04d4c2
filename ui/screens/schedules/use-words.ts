import type { Language } from '#schemas/localised.ts';
import { ORDINALS, type Recurrence, type RecurrenceDays, WEEKDAYS, type Weekday } from '#schemas/recurrence.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { type Translate, useTexts } from '#ui/i18n/use-texts.ts';
import { wordsTexts } from './words-texts.ts';
import { listOf, monthName, weekdayName } from './zone-time.ts';

type T = Translate<typeof wordsTexts>;

/** "5 min", "12 h", "1 day". */
export function durationWords(minutes: number, t: T): string {
  if (minutes === 1440) return t('oneDay');
  return minutes < 60 ? t('minutes', { count: minutes }) : t('hours', { count: minutes / 60 });
}

function weekdayWords(weekdays: readonly Weekday[], language: Language): string {
  const inOrder = WEEKDAYS.filter((day) => weekdays.includes(day));
  return listOf(
    inOrder.map((day) => weekdayName(day, language)),
    language,
  );
}

function monthWords(months: Extract<RecurrenceDays, { months: unknown }>['months'], t: T, language: Language): string {
  if (!Array.isArray(months)) return t('everyMonths', { count: months.every });
  if (months.length === 12) return t('allMonths');
  const inOrder = [...months].sort((a, b) => a - b);
  return listOf(
    inOrder.map((month) => monthName(month, language)),
    language,
  );
}

function daysWords(days: RecurrenceDays, t: T, language: Language): string {
  switch (days.kind) {
    case 'days':
      return t('days', { count: days.every });
    case 'weeks':
      return t('weeks', { count: days.every, weekdays: weekdayWords(days.weekdays, language) });
    case 'month-days': {
      const numbers = days.days.filter((day) => day !== 'last').sort((a, b) => a - b);
      const words = [...numbers.map(String), ...(days.days.includes('last') ? [t('lastDay')] : [])];
      const months = monthWords(days.months, t, language);
      return t(words.length === 1 ? 'monthDay' : 'monthDays', { days: listOf(words, language), months });
    }
    case 'month-weekdays': {
      const ordinals = ORDINALS.filter((one) => days.ordinals.includes(one)).map((one) => t(one));
      const months = monthWords(days.months, t, language);
      const words = listOf(ordinals, language);
      const text = t('monthWeekdays', { ordinals: words, weekdays: weekdayWords(days.weekdays, language), months });
      return text.charAt(0).toUpperCase() + text.slice(1);
    }
  }
}

/** The interval of a schedule in words: "Every week on Monday and Friday, from 08:00 every 5 min for 12 h". */
export function recurrenceWords({ days, time, repeat, holidays }: Recurrence, t: T, language: Language): string {
  const when = daysWords(days, t, language);
  const text =
    repeat === null
      ? t('at', { days: when, time })
      : t('from', {
          ...{ days: when, time },
          step: durationWords(repeat.everyMinutes, t),
          window: durationWords(repeat.forMinutes, t),
        });
  if (holidays.calendar === 'none' || holidays.rule === 'run') return text;
  return `${text}; ${t(`holidays_${holidays.rule}`)} (${holidays.calendar})`;
}

export function useRecurrenceWords(): (recurrence: Recurrence) => string {
  const t = useTexts(wordsTexts);
  const language = useLanguage();
  return (recurrence) => recurrenceWords(recurrence, t, language);
}
