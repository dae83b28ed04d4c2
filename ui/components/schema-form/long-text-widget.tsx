import { Textarea } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFieldProps } from './field-props.ts';
import { useFormState } from './form-context.ts';
import { formTexts } from './texts.ts';

/** Several lines: a key in PEM form, instructions for the reviewer. */
export function LongTextWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  const field = useFieldProps(props);
  const isKept = useFormState().secretsSet.includes(props.name);
  const isKey = /key|certificate/i.test(props.name);
  return (
    <Textarea
      {...field}
      value={typeof props.value === 'string' ? props.value : ''}
      placeholder={isKept ? t('secretKept') : ''}
      autosize
      minRows={3}
      maxRows={10}
      spellCheck={!isKey}
      styles={isKey ? { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } } : {}}
      onChange={(event) => props.onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}
