import { Select, SimpleGrid } from '@mantine/core';
import { ABOUTS, CATCH_UPS, HOLIDAY_CALENDARS, HOLIDAY_RULES, OVERLAPS } from '#schemas/recurrence.ts';
import type { FormPart } from './form-context.ts';

interface ChoiceProps<Value extends string> {
  label: string;
  help: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  value: Value;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, help, values, nameOf, value, onChange }: ChoiceProps<Value>) {
  return (
    <Select
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={values.map((one) => ({ value: one, label: nameOf(one) }))}
      value={value}
      onChange={(text) => onChange(values.find((one) => one === text) ?? value)}
    />
  );
}

export function HolidayFields({ draft, onChange, t }: FormPart) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Choice
        label={t('calendar')}
        help={t('calendarHelp')}
        values={HOLIDAY_CALENDARS}
        nameOf={(value) => t(`calendar_${value}`)}
        value={draft.calendar}
        onChange={(calendar) => onChange({ calendar })}
      />
      {draft.calendar !== 'none' && (
        <Choice
          label={t('rule')}
          help={t('ruleHelp')}
          values={HOLIDAY_RULES}
          nameOf={(value) => t(`rule_${value}`)}
          value={draft.rule}
          onChange={(rule) => onChange({ rule })}
        />
      )}
    </SimpleGrid>
  );
}

/** What a run is about, and what happens when something stands in its way. */
export function RunFields({ draft, onChange, t }: FormPart) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Choice
        label={t('about')}
        help={t('aboutHelp')}
        values={ABOUTS}
        nameOf={(value) => t(`about_${value}`)}
        value={draft.about}
        onChange={(about) => onChange({ about })}
      />
      <Choice
        label={t('overlap')}
        help={t('overlapHelp')}
        values={OVERLAPS}
        nameOf={(value) => t(`overlap_${value}`)}
        value={draft.overlap}
        onChange={(overlap) => onChange({ overlap })}
      />
      <Choice
        label={t('catchUp')}
        help={t('catchUpHelp')}
        values={CATCH_UPS}
        nameOf={(value) => t(`catchUp_${value}`)}
        value={draft.catchUp}
        onChange={(catchUp) => onChange({ catchUp })}
      />
    </SimpleGrid>
  );
}
