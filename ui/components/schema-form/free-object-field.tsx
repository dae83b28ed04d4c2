import { JsonInput } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFormState } from './form-context.ts';
import { formTexts } from './texts.ts';

function parsed(text: string): { value?: unknown; isJson: boolean } {
  if (text.trim() === '') return { value: undefined, isJson: true };
  try {
    return { value: JSON.parse(text), isJson: true };
  } catch {
    return { isJson: false };
  }
}

/** An object whose keys only its reader knows (a file format of one's own): edited as JSON. */
export function FreeObjectField({ schema, formData, fieldPathId, onChange, disabled, readonly }: FieldProps) {
  const t = useTexts(formTexts);
  const { serverErrors } = useFormState();
  const isEmpty = formData === undefined || JSON.stringify(formData) === '{}';
  const [text, setText] = useState(isEmpty ? '' : JSON.stringify(formData, null, 2));
  const error = parsed(text).isJson ? serverErrors.get(fieldPathId.$id) : t('notJson');
  return (
    <JsonInput
      id={fieldPathId.$id}
      label={schema.title}
      description={schema.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      disabled={disabled ?? false}
      readOnly={readonly ?? false}
      autosize
      minRows={3}
      maxRows={16}
      value={text}
      onChange={(next) => {
        setText(next);
        const result = parsed(next);
        if (result.isJson) onChange(result.value, fieldPathId.path);
      }}
    />
  );
}
