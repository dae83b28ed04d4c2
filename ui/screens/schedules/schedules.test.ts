import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Schedule } from '#schemas/api/schedules.ts';
import { planSchema, type Recurrence, type RecurrenceDays } from '#schemas/recurrence.ts';
import { translator } from '#ui/i18n/use-texts.ts';
import { draftOf, missingIn, newDraft, settingsOf } from './draft.ts';
import { parseDay } from './parse-day.ts';
import { recurrenceWords } from './use-words.ts';
import { wordsTexts } from './words-texts.ts';
import { formatInZone } from './zone-time.ts';

beforeAll(async () => {
  const interpolation = { prefix: '{', suffix: '}', escapeValue: false };
  await i18next.init({ lng: 'en', resources: {}, keySeparator: false, nsSeparator: false, interpolation });
});

const NO_HOLIDAYS = { calendar: 'none', rule: 'run' } as const;
const recurrence = (days: RecurrenceDays, more: Partial<Recurrence> = {}): Recurrence => ({
  ...{ days, time: '08:00', repeat: null, holidays: NO_HOLIDAYS },
  ...more,
});
const say = (value: Recurrence, language: 'en' | 'fr' | 'nl') =>
  recurrenceWords(value, translator(wordsTexts, language), language).replaceAll('\u00a0', ' ');

describe('the interval in words', () => {
  it('names every kind of recurrence in the reader’s language', () => {
    const weekly = recurrence({ kind: 'weeks', every: 2, weekdays: ['FR', 'MO'] });
    expect(say(weekly, 'en')).toBe('Every 2 weeks on Monday and Friday, at 08:00');
    expect(say(weekly, 'fr')).toBe('Toutes les 2 semaines : lundi et vendredi, à 08:00');
    expect(say(weekly, 'nl')).toBe('Om de 2 weken op maandag en vrijdag, om 08:00');
    expect(say(recurrence({ kind: 'days', every: 1 }), 'nl')).toBe('Elke dag, om 08:00');
    const lastDay = recurrence({ kind: 'month-days', months: [3, 1], days: [15, 'last', 1] });
    expect(say(lastDay, 'fr')).toBe('Les 1, 15 et dernier, janvier et mars, à 08:00');
    const mondays = recurrence({
      ...{ kind: 'month-weekdays', months: { every: 3 }, ordinals: ['last', 'first'], weekdays: ['MO'] },
    });
    expect(say(mondays, 'en')).toBe('First and last Monday, every 3 months, at 08:00');
  });

  it('says the repetition and what becomes of public holidays', () => {
    const often = recurrence(
      { kind: 'days', every: 1 },
      { repeat: { everyMinutes: 5, forMinutes: 720 }, holidays: { calendar: 'BE', rule: 'skip' } },
    );
    expect(say(often, 'en')).toBe('Every day, from 08:00 every 5 min for 12 h; not on public holidays (BE)');
  });
});

describe('the form', () => {
  const kinds: readonly RecurrenceDays[] = [
    { kind: 'days', every: 3 },
    { kind: 'weeks', every: 2, weekdays: ['TU', 'SA'] },
    { kind: 'month-days', months: [2, 7], days: [29, 'last'] },
    { kind: 'month-days', months: { every: 5 }, days: [1] },
    { kind: 'month-weekdays', months: [1], ordinals: ['second', 'last'], weekdays: ['WE'] },
  ];

  it.each(kinds)('gives back what a schedule says, unchanged: $kind', (days) => {
    const settings = {
      ...{ name: 'n', startsOn: '2026-11-01', zone: 'Europe/Paris' },
      ...{ about: 'week-before', overlap: 'queue', catchUp: 'all' },
      recurrence: recurrence(days, {
        repeat: { everyMinutes: 30, forMinutes: 60 },
        holidays: { calendar: 'FR', rule: 'before' },
      }),
    } as const;
    const schedule = { ...settings, id: 'id', flow: { id: 'flow' } } as unknown as Schedule;
    expect(settingsOf(draftOf(schedule))).toEqual(settings);
  });

  it('starts with answers that can be saved once a flow is chosen', () => {
    const draft = newDraft(null, '2026-11-21', 'Europe/Brussels');
    expect([...missingIn(draft)]).toEqual(['flow']);
    expect(planSchema.safeParse(settingsOf(draft)).success).toBe(true);
  });

  it('says what is missing of the chosen kind, and of no other', () => {
    const draft = { ...newDraft('flow', '2026-11-21', 'Europe/Brussels'), weekdays: [], everyDays: null, time: '' };
    expect([...missingIn(draft)].sort()).toEqual(['everyDays', 'time']);
    expect([...missingIn({ ...draft, kind: 'weeks' })].sort()).toEqual(['time', 'weekdays']);
    expect(settingsOf(draft)).toBeNull();
  });
});

it('shows an instant as the clocks of the schedule’s zone do', () => {
  expect(formatInZone('2026-10-28T07:00:00Z', 'Europe/Brussels', 'en')).toBe('Wed, 28 Oct 2026, 08:00');
  expect(formatInZone('2026-07-28T06:00:00Z', 'Europe/Brussels', 'fr')).toContain('08:00');
});

it('understands a day as it is typed here, day first, and no day that does not exist', () => {
  expect(['5/11/2026', '05.11.26', '5-11-2026', '2026-11-05'].map(parseDay)).toEqual(Array(4).fill('2026-11-05'));
  expect(['31/02/2026', '11/13/2026', 'demain', ''].map(parseDay)).toEqual(Array(4).fill(null));
});
