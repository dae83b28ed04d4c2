import { defineTexts } from '#ui/i18n/use-texts.ts';

/** The interval of a schedule in words. */
export const wordsTexts = defineTexts({
  days_one: { en: 'Every day', fr: 'Chaque jour', nl: 'Elke dag' },
  days_other: { en: 'Every {count} days', fr: 'Tous les {count} jours', nl: 'Om de {count} dagen' },
  weeks_one: { en: 'Every week on {weekdays}', fr: 'Chaque semaine : {weekdays}', nl: 'Elke week op {weekdays}' },
  weeks_other: {
    en: 'Every {count} weeks on {weekdays}',
    fr: 'Toutes les {count} semaines : {weekdays}',
    nl: 'Om de {count} weken op {weekdays}',
  },
  monthDay: { en: 'Day {days}, {months}', fr: 'Le {days}, {months}', nl: 'Dag {days}, {months}' },
  monthDays: { en: 'Days {days}, {months}', fr: 'Les {days}, {months}', nl: 'Dagen {days}, {months}' },
  monthWeekdays: {
    en: '{ordinals} {weekdays}, {months}',
    fr: '{ordinals} {weekdays}, {months}',
    nl: '{ordinals} {weekdays}, {months}',
  },
  allMonths: { en: 'every month', fr: 'chaque mois', nl: 'elke maand' },
  everyMonths_one: { en: 'every month', fr: 'chaque mois', nl: 'elke maand' },
  everyMonths_other: { en: 'every {count} months', fr: 'tous les {count} mois', nl: 'om de {count} maanden' },
  lastDay: { en: 'last', fr: 'dernier', nl: 'laatste' },
  first: { en: 'first', fr: 'premier', nl: 'eerste' },
  second: { en: 'second', fr: 'deuxième', nl: 'tweede' },
  third: { en: 'third', fr: 'troisième', nl: 'derde' },
  fourth: { en: 'fourth', fr: 'quatrième', nl: 'vierde' },
  last: { en: 'last', fr: 'dernier', nl: 'laatste' },
  at: { en: '{days}, at {time}', fr: '{days}, à {time}', nl: '{days}, om {time}' },
  from: {
    en: '{days}, from {time} every {step} for {window}',
    fr: '{days}, dès {time}, toutes les {step} pendant {window}',
    nl: '{days}, vanaf {time} om de {step} gedurende {window}',
  },
  minutes: { en: '{count} min', fr: '{count} min', nl: '{count} min' },
  hours: { en: '{count} h', fr: '{count} h', nl: '{count} u' },
  oneDay: { en: '1 day', fr: '1 jour', nl: '1 dag' },
  holidays_skip: { en: 'not on public holidays', fr: 'sauf jours fériés', nl: 'niet op feestdagen' },
  holidays_before: {
    en: 'on a public holiday: the working day before',
    fr: 'jour férié : le jour ouvrable précédent',
    nl: 'op een feestdag: de werkdag ervoor',
  },
  holidays_after: {
    en: 'on a public holiday: the working day after',
    fr: 'jour férié : le jour ouvrable suivant',
    nl: 'op een feestdag: de werkdag erna',
  },
});
