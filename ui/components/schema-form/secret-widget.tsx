import { PasswordInput } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFieldProps } from './field-props.ts';
import { useFormState } from './form-context.ts';
import { formTexts } from './texts.ts';

/** A secret: what is stored is never sent here, an empty field keeps it. */
export function SecretWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  const field = useFieldProps(props);
  const isKept = useFormState().secretsSet.includes(props.name);
  return (
    <PasswordInput
      {...field}
      value={typeof props.value === 'string' ? props.value : ''}
      placeholder={isKept ? t('secretKept') : ''}
      autoComplete="new-password"
      onChange={(event) => props.onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}
