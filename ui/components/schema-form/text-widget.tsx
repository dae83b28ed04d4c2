import { NumberInput, TextInput } from '@mantine/core';
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
  if (schema.type === 'integer' || schema.type === 'number') {
    return (
      <NumberInput
        {...field}
        value={typeof value === 'number' ? value : ''}
        placeholder={placeholder}
        allowDecimal={schema.type === 'number'}
        clampBehavior="none"
        {...(schema.minimum === undefined ? {} : { min: schema.minimum })}
        {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        {...(reset ? { rightSection: reset } : {})}
      />
    );
  }
  return (
    <TextInput
      {...field}
      value={typeof value === 'string' ? value : ''}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      rightSection={reset}
    />
  );
}
