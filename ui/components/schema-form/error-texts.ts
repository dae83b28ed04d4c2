import type { RJSFValidationError } from '@rjsf/utils';
import type { Translate } from '#ui/i18n/use-texts.ts';
import type { formTexts } from './texts.ts';

const PLAIN = ['required', 'pattern', 'uniqueItems', 'enum'] as const;
const LIMITED = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'] as const;

/** Says in the reader's language what the schema validator found, one sentence a field. */
export function localiseErrors(
  errors: readonly RJSFValidationError[],
  t: Translate<typeof formTexts>,
): RJSFValidationError[] {
  return errors.map((error) => ({ ...error, message: sentenceOf(error, t) }));
}

function sentenceOf(error: RJSFValidationError, t: Translate<typeof formTexts>): string {
  const params: Readonly<Record<string, unknown>> = error.params ?? {};
  const limit = String(params['limit']);
  // An empty text that must have a length is a field that was not filled in.
  if (error.name === 'minLength' && limit === '1') return t('required');
  const plain = PLAIN.find((name) => name === error.name);
  if (plain) return t(plain);
  const limited = LIMITED.find((name) => name === error.name);
  return limited ? t(limited, { limit }) : t('invalid');
}
