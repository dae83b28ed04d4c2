import { type RJSFSchema, type RJSFValidationError, toErrorSchema, type ValidatorType } from '@rjsf/utils';
import { checkValue, type Fault } from './check-value.ts';
import { type FormValue, fromRjsfSchema } from './types.ts';

function propertyOf(path: Fault['path']): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
}

function toFormError({ path, rule, limit }: Fault): RJSFValidationError {
  const property = propertyOf(path);
  return { name: rule, property, stack: `${property} ${rule}`, params: limit === undefined ? {} : { limit } };
}

/** Our own checks in the shape that the form library asks for. */
export const formValidator: ValidatorType<FormValue, RJSFSchema> = {
  validateFormData: (formData, schema, _custom, transform, uiSchema) => {
    const found = checkValue(fromRjsfSchema(schema), formData ?? {}).map(toFormError);
    const errors = transform ? transform(found, uiSchema) : found;
    return { errors, errorSchema: toErrorSchema(errors) };
  },
  isValid: (schema, formData) => checkValue(fromRjsfSchema(schema), formData).length === 0,
  rawValidation: () => ({ errors: [] }),
};
