import type { WidgetProps } from '@rjsf/utils';
import { useFormState } from './form-context.ts';

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** What every Mantine input gets from a form field: label, help below, error, state. */
export function useFieldProps({
  id,
  label,
  schema,
  required,
  disabled,
  readonly,
  rawErrors,
  value,
  onBlur,
}: WidgetProps) {
  const { touched, showErrors, serverErrors } = useFormState();
  const own = touched.has(id) || showErrors ? rawErrors?.[0] : undefined;
  const error = serverErrors.get(id) ?? own;
  return {
    id,
    label,
    description: schema.description === '' ? undefined : schema.description,
    error,
    required: required ?? false,
    disabled: disabled ?? false,
    readOnly: readonly ?? false,
    inputWrapperOrder: ORDER,
    onBlur: () => onBlur(id, value),
  };
}
