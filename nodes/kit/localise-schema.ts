import type { Language } from '#schemas/localised.ts';
import type { FieldSchema } from './schema-fields.ts';
import type { FieldText, FieldTexts } from './texts.ts';

type Texts = Readonly<Record<string, FieldText>>;

function mapRecord<T, R>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

/** Values with a name become a choice of constants, which form renderers show by their titles. */
function localiseOptions(schema: FieldSchema, options: FieldText['options']): object {
  if (!schema.enum || !options) return schema;
  const { enum: values, ...rest } = schema;
  return { ...rest, oneOf: values.map((value) => ({ const: value, title: options[String(value)] ?? String(value) })) };
}

function localise(schema: FieldSchema, texts: Texts, path: string): object {
  const text = texts[path];
  const prefix = path === '' ? '' : `${path}.`;
  // The items of a list of choices are named where the list itself is, unless they have texts of their own.
  const options = text?.options ?? texts[path.replace(/(\[\]|\.\*)$/, '')]?.options;
  const { properties, items, additionalProperties: rest, oneOf, anyOf } = schema;
  const branch = (one: FieldSchema) => localise(one, { ...texts, [path]: { title: '', help: '' } }, path);
  return {
    ...localiseOptions(schema, options),
    ...(text?.title ? { title: text.title } : {}),
    ...(text?.help ? { description: text.help } : {}),
    ...(properties
      ? { properties: mapRecord(properties, (one, name) => localise(one, texts, `${prefix}${name}`)) }
      : {}),
    ...(items ? { items: localise(items, texts, `${path}[]`) } : {}),
    ...(typeof rest === 'object' ? { additionalProperties: localise(rest, texts, `${prefix}*`) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(branch) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(branch) } : {}),
  };
}

/**
 * The JSON Schema with its titles, help and names of values filled in, ready for a form renderer. The rules are the
 * same: what is valid against the one is valid against the other.
 */
export function localiseSchema(schema: object, texts: FieldTexts, language: Language): object {
  return localise(schema as FieldSchema, texts[language], '');
}
