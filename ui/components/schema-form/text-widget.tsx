import { TextInput } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { useFieldProps } from './field-props.ts';
import { ResetButton } from './reset-button.tsx';

function placeholderOf(schema: WidgetProps['schema']): string {
  const { default: fallback } = schema;
  return typeof fallback === 'string' || typeof fallback === 'number' ? String(fallback) : '';
}

/** One line of text or a number. Empty means the default, which stands in the field as placeholder. */
export function TextWidget(props: WidgetProps) {
  const { schema, value, onChange, label } = props;
  const field = useFieldProps(props);
  const placeholder = placeholderOf(schema);
  const isChanged = value !== undefined && value !== '' && placeholder !== '' && !field.readOnly && !field.disabled;
  const reset = isChanged ? <ResetButton field={label} onReset={() => onChange(undefined)} /> : undefined;
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  const read = (input: HTMLInputElement) => {
    if (input.value === '') return undefined;
    return isNumber ? input.valueAsNumber : input.value;
  };
  return (
    <TextInput
      {...field}
      {...(isNumber ? { type: 'number', min: schema.minimum, max: schema.maximum, step: schema.multipleOf ?? 1 } : {})}
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(read(event.currentTarget))}
      rightSection={reset}
    />
  );
}
