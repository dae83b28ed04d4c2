import { Radio, Stack, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { dayIn, type Period } from '#schemas/period.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { PERIOD_CHOICES, type PeriodChoice, periodOf } from './periods.ts';
import { runDialogTexts } from './texts.ts';

/** A chosen period; undefined while the days of a custom one are not complete. */
export type ChosenPeriod = Period | null | undefined;

interface PeriodFieldProps {
  /** IANA zone in which "today" is counted. */
  zone: string;
  initial: Exclude<PeriodChoice, 'custom'>;
  value: ChosenPeriod;
  onChange: (period: ChosenPeriod) => void;
}

export function PeriodField({ zone, initial, value, onChange }: PeriodFieldProps) {
  const t = useTexts(runDialogTexts);
  const format = useFormat();
  const [choice, setChoice] = useState<PeriodChoice>(initial);
  const [days, setDays] = useState<[string | null, string | null]>([null, null]);

  const choose = (name: string) => {
    const next = PERIOD_CHOICES.find((known) => known === name) ?? initial;
    setChoice(next);
    onChange(next === 'custom' ? undefined : periodOf(next, dayIn(zone, new Date())));
  };
  const chooseDays = (next: [string | null, string | null]) => {
    setDays(next);
    const [from, to] = next;
    onChange(from && to ? { from, to } : undefined);
  };

  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('period')}
        description={t('periodHelp')}
        value={choice}
        onChange={choose}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      >
        <Stack gap={8} my="xs">
          {PERIOD_CHOICES.map((name) => (
            <Radio key={name} value={name} label={t(`period_${name}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {choice === 'custom' && (
        <DatePickerInput
          type="range"
          allowSingleDateInRange
          label={t('days')}
          description={t('daysHelp')}
          value={days}
          onChange={chooseDays}
          clearable
        />
      )}
      {value && (
        <Text size="sm" fw={550}>
          {t('span', { from: format.day(value.from), to: format.day(value.to) })}
        </Text>
      )}
      {value === null && (
        <Text size="sm" fw={550}>
          {t('everything')}
        </Text>
      )}
    </Stack>
  );
}
