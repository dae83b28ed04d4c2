import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { listOf } from './list-of.ts';
import { type FieldSchema, type FieldText, toRjsfSchema } from './types.ts';

interface Options {
  readonly texts: Readonly<Record<string, FieldText>>;
  readonly secrets: readonly string[];
  readonly secretsSet: readonly string[];
}

/** Strings that people write in several lines; JSON Schema has no word for them. */
const LONG_TEXT = /(^|\.)(privateKey|instructions|notes|certificate)$/i;
const LONG_FROM = 1000;

function widgetOf(key: string, schema: FieldSchema, isSecret: boolean): string | null {
  if (schema.type === 'string' && !schema.enum) {
    if (LONG_TEXT.test(key) || (schema.maxLength ?? 0) >= LONG_FROM) return 'textarea';
    if (isSecret) return 'password';
    if (schema['format'] === 'mapping') return 'mapping';
    if (listOf(schema)) return 'list';
    if (schema['format'] === 'template') return 'template';
  }
  if (schema.type === 'array' && schema.items?.type === 'string') {
    if (schema.items.enum) return 'choices';
    return listOf(schema) ? 'listTags' : 'tags';
  }
  return null;
}

function uiOf(key: string, schema: FieldSchema, text: FieldText | undefined, isSecret: boolean): UiSchema {
  const widget = widgetOf(key, schema, isSecret);
  const values = schema.enum ?? schema.items?.enum;
  const isFreeObject = schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0;
  return {
    ...(widget ? { 'ui:widget': widget } : {}),
    ...(isFreeObject ? { 'ui:field': 'FreeObject' } : {}),
    ...(values ? { 'ui:enumNames': values.map((value) => text?.options?.[String(value)] ?? String(value)) } : {}),
  };
}

interface Localised {
  readonly schema: FieldSchema;
  readonly ui: UiSchema;
}

function localiseObject(key: string, schema: FieldSchema, options: Options): Localised {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, localiseField(key === '' ? name : `${key}.${name}`, field, options)] as const,
  );
  // What has a default or is already stored need not be filled in.
  const isDemanded = (name: string) =>
    schema.properties?.[name]?.default === undefined && !options.secretsSet.includes(name);
  return {
    schema: {
      ...schema,
      properties: Object.fromEntries(fields.map(([name, field]) => [name, field.schema])),
      ...(schema.required ? { required: schema.required.filter(isDemanded) } : {}),
    },
    ui: Object.fromEntries(fields.map(([name, field]) => [name, field.ui])),
  };
}

function localiseField(key: string, schema: FieldSchema, options: Options): Localised {
  const text = options.texts[key];
  const title = text?.title ?? schema.title ?? key;
  const description = text?.help ?? schema.description ?? '';
  const isSecret = options.secrets.includes(key);
  const named = { ...schema, title, description };
  const ui = uiOf(key, schema, text, isSecret);
  if (schema.properties) {
    const inner = localiseObject(key, named, options);
    return { schema: inner.schema, ui: { ...inner.ui, ...ui } };
  }
  if (schema.type === 'array' && schema.items) {
    const items = localiseField(`${key}[]`, schema.items, options);
    return { schema: { ...named, items: items.schema }, ui: { ...ui, items: items.ui } };
  }
  return { schema: named, ui };
}

/**
 * Fills titles, help and option names of one language into a JSON Schema, and says which widget each field wants.
 * Defaults are kept apart (default-values.ts), so that a form never writes them into what the user entered.
 */
export function localiseSchema(schema: FieldSchema, options: Options): { schema: RJSFSchema; uiSchema: UiSchema } {
  const { $schema: _, ...rest } = schema;
  const { schema: localised, ui } = localiseObject('', rest, options);
  return { schema: toRjsfSchema(localised), uiSchema: { ...ui, 'ui:submitButtonOptions': { norender: true } } };
}
