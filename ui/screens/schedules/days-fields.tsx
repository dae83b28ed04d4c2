import { Input, SegmentedControl, SimpleGrid } from '@mantine/core';
import { ORDINALS, WEEKDAYS } from '#schemas/recurrence.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ChoiceChips } from './choice-chips.tsx';
import { CountInput } from './count-input.tsx';
import type { Draft } from './draft.ts';
import type { FormPart } from './form-context.ts';
import { wordsTexts } from './words-texts.ts';
import { monthName, weekdayName } from './zone-time.ts';

const KINDS = ['days', 'weeks', 'month-days', 'month-weekdays'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const MONTH_DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

/** On which days: the kind of recurrence and what it asks for. */
export function DaysFields(part: FormPart) {
  const { draft, onChange, errorOf, t } = part;
  return (
    <>
      <Input.Wrapper label={t('kind')} labelElement="div">
        <SegmentedControl
          fullWidth
          orientation="horizontal"
          aria-label={t('kind')}
          value={draft.kind}
          onChange={(value) => onChange({ kind: KINDS.find((kind) => kind === value) ?? 'days' })}
          data={KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
          styles={{ label: { whiteSpace: 'normal', lineHeight: 1.25, height: '100%' } }}
        />
      </Input.Wrapper>
      {draft.kind === 'days' && (
        <CountInput
          label={t('everyDays')}
          help={t('everyDaysHelp')}
          error={errorOf('everyDays')}
          max={365}
          value={draft.everyDays}
          onChange={(everyDays) => onChange({ everyDays })}
        />
      )}
      {draft.kind === 'weeks' && <WeekFields {...part} />}
      {draft.kind === 'month-days' && <MonthDayFields {...part} />}
      {draft.kind === 'month-weekdays' && <MonthWeekdayFields {...part} />}
    </>
  );
}

function WeekdayChips({ draft, onChange, errorOf, t, field }: FormPart & { field: 'weekdays' | 'monthWeekdays' }) {
  const language = useLanguage();
  return (
    <ChoiceChips
      label={t('weekdays')}
      help={t('weekdaysHelp')}
      error={errorOf(field)}
      choices={WEEKDAYS.map((day) => ({ value: day, label: weekdayName(day, language) }))}
      chosen={draft[field]}
      onChange={(chosen) => onChange({ [field]: chosen })}
    />
  );
}

function WeekFields(part: FormPart) {
  const { draft, onChange, errorOf, t } = part;
  return (
    <>
      <CountInput
        label={t('everyWeeks')}
        help={t('everyWeeksHelp')}
        error={errorOf('everyWeeks')}
        max={52}
        value={draft.everyWeeks}
        onChange={(everyWeeks) => onChange({ everyWeeks })}
      />
      <WeekdayChips {...part} field="weekdays" />
    </>
  );
}

function MonthFields({ draft, onChange, errorOf, t }: FormPart) {
  const language = useLanguage();
  const modes: readonly Draft['monthsMode'][] = ['chosen', 'every'];
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Input.Wrapper label={t('monthsMode')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('monthsMode')}
            value={draft.monthsMode}
            onChange={(value) => onChange({ monthsMode: value === 'every' ? 'every' : 'chosen' })}
            data={modes.map((mode) => ({ value: mode, label: t(`months_${mode}`) }))}
          />
        </Input.Wrapper>
        {draft.monthsMode === 'every' && (
          <CountInput
            label={t('everyMonths')}
            help={t('everyMonthsHelp')}
            error={errorOf('everyMonths')}
            max={24}
            value={draft.everyMonths}
            onChange={(everyMonths) => onChange({ everyMonths })}
          />
        )}
      </SimpleGrid>
      {draft.monthsMode === 'chosen' && (
        <ChoiceChips
          label={t('months')}
          error={errorOf('months')}
          choices={MONTHS.map((month) => ({ value: month, label: monthName(month, language) }))}
          chosen={draft.months}
          onChange={(months) => onChange({ months })}
        />
      )}
    </>
  );
}

function MonthDayFields(part: FormPart) {
  const { draft, onChange, errorOf, t } = part;
  const days = MONTH_DAYS.map((day): { value: number | 'last'; label: string } => ({ value: day, label: String(day) }));
  return (
    <>
      <MonthFields {...part} />
      <ChoiceChips
        label={t('monthDays')}
        help={t('monthDaysHelp')}
        error={errorOf('monthDays')}
        choices={[...days, { value: 'last', label: t('lastDay') }]}
        chosen={draft.monthDays}
        onChange={(monthDays) => onChange({ monthDays })}
      />
    </>
  );
}

function MonthWeekdayFields(part: FormPart) {
  const { draft, onChange, errorOf, t } = part;
  const words = useTexts(wordsTexts);
  return (
    <>
      <MonthFields {...part} />
      <ChoiceChips
        label={t('ordinals')}
        help={t('ordinalsHelp')}
        error={errorOf('ordinals')}
        choices={ORDINALS.map((one) => ({ value: one, label: words(one) }))}
        chosen={draft.ordinals}
        onChange={(ordinals) => onChange({ ordinals })}
      />
      <WeekdayChips {...part} field="monthWeekdays" />
    </>
  );
}
