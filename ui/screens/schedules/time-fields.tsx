import { Select, SimpleGrid } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import { REPEAT_STEPS, REPEAT_WINDOWS } from '#schemas/recurrence.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { FormPart } from './form-context.ts';
import { parseDay } from './parse-day.ts';
import { durationWords } from './use-words.ts';
import { wordsTexts } from './words-texts.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const ONCE = 'once';

/** The window that a step fits into: the one chosen, else the next longer one. */
function windowFor(step: number, window: (typeof REPEAT_WINDOWS)[number]) {
  return step < window ? window : (REPEAT_WINDOWS.find((longer) => step < longer) ?? 1440);
}

/** At what time, from when on, where, and how often within the day. */
export function TimeFields({ draft, onChange, errorOf, t }: FormPart) {
  const words = useTexts(wordsTexts);
  const chooseStep = (value: string | null) => {
    const step = REPEAT_STEPS.find((known) => String(known) === value) ?? null;
    onChange(step === null ? { step } : { step, window: windowFor(step, draft.window) });
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TimePicker
        label={t('time')}
        description={t('timeHelp')}
        error={errorOf('time')}
        format="24h"
        hoursInputLabel={t('hours')}
        minutesInputLabel={t('minutes')}
        value={draft.time}
        onChange={(time) => onChange({ time })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <DateInput
        label={t('startsOn')}
        description={t('startsOnHelp')}
        error={errorOf('startsOn')}
        valueFormat="DD/MM/YYYY"
        dateParser={parseDay}
        placeholder={t('dayShape')}
        value={draft.startsOn || null}
        onChange={(day) => onChange({ startsOn: day ?? '' })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Select
        label={t('step')}
        description={t('stepHelp')}
        allowDeselect={false}
        value={draft.step === null ? ONCE : String(draft.step)}
        onChange={chooseStep}
        data={[
          { value: ONCE, label: t('once') },
          ...REPEAT_STEPS.map((step) => ({
            value: String(step),
            label: t('every', { step: durationWords(step, words) }),
          })),
        ]}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {draft.step !== null && (
        <Select
          label={t('window')}
          description={t('windowHelp')}
          allowDeselect={false}
          value={String(draft.window)}
          onChange={(value) =>
            onChange({ window: REPEAT_WINDOWS.find((known) => String(known) === value) ?? draft.window })
          }
          data={REPEAT_WINDOWS.map((window) => ({
            value: String(window),
            label: durationWords(window, words),
            disabled: window <= (draft.step ?? 0),
          }))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      )}
      <Select
        label={t('zone')}
        description={t('zoneHelp')}
        error={errorOf('zone')}
        searchable
        allowDeselect={false}
        value={draft.zone}
        onChange={(zone) => onChange({ zone: zone ?? '' })}
        data={ZONES.includes(draft.zone) ? ZONES : [draft.zone, ...ZONES]}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
    </SimpleGrid>
  );
}
