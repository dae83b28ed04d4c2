import { MultiSelect, Select, Switch, TagsInput } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFieldProps } from './field-props.ts';
import { formTexts } from './texts.ts';

/** Options are told apart by position: values of an enum may be empty texts or numbers. */
function optionsOf({ options }: WidgetProps) {
  return (options.enumOptions ?? []).map(({ label }, index) => ({ value: String(index), label }));
}

function positionsOf({ options }: WidgetProps, values: readonly unknown[]): string[] {
  const known = options.enumOptions ?? [];
  return values
    .map((value) => known.findIndex((option) => option.value === value))
    .filter((at) => at >= 0)
    .map(String);
}

export function ChoiceWidget(props: WidgetProps) {
  const { value, schema, options, onChange } = props;
  const field = useFieldProps(props);
  const data = optionsOf(props);
  const chosen = value === undefined ? schema.default : value;
  return (
    <Select
      {...field}
      data={data}
      value={positionsOf(props, [chosen])[0] ?? null}
      searchable={data.length > 8}
      allowDeselect={schema.default === undefined && !field.required}
      onChange={(next) => onChange(next === null ? undefined : options.enumOptions?.[Number(next)]?.value)}
    />
  );
}

export function ChoicesWidget(props: WidgetProps) {
  const { value, options, onChange } = props;
  const field = useFieldProps(props);
  return (
    <MultiSelect
      {...field}
      data={optionsOf(props)}
      value={positionsOf(props, Array.isArray(value) ? value : [])}
      searchable
      onChange={(next) => onChange(next.map((at) => options.enumOptions?.[Number(at)]?.value))}
    />
  );
}

export function TagsWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  const field = useFieldProps(props);
  const values: unknown[] = Array.isArray(props.value) ? props.value : [];
  return (
    <TagsInput
      {...field}
      value={values.map(String)}
      placeholder={values.length === 0 ? t('tagsHelp') : ''}
      acceptValueOnBlur
      onChange={(next) => props.onChange(next)}
    />
  );
}

export function SwitchWidget(props: WidgetProps) {
  const { inputWrapperOrder: _, readOnly, disabled, ...field } = useFieldProps(props);
  const isOn = props.value === undefined ? props.schema.default === true : props.value === true;
  return (
    <Switch
      {...field}
      disabled={disabled || readOnly}
      required={false}
      checked={isOn}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      withThumbIndicator={false}
    />
  );
}
