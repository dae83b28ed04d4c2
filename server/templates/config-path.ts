import type { FieldSchema } from '#nodes/kit/schema-fields.ts';

/** Where a setting goes: "entries.vat.domestic" is the field "vat.domestic" of the node "entries". */
export interface ConfigPath {
  readonly node: string;
  readonly field: string;
}

export function parseConfigPath(text: string): ConfigPath {
  const dot = text.indexOf('.');
  return { node: text.slice(0, dot), field: text.slice(dot + 1) };
}

/** The schema of a field inside a config schema, or null when there is no such field. */
export function schemaAt(schema: object, field: string): FieldSchema | null {
  let at: FieldSchema | undefined = schema as FieldSchema;
  for (const step of field.split('.')) at = at?.properties?.[step];
  return at ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field inside a config; undefined when nothing stands there. */
export function valueAt(config: unknown, field: string): unknown {
  return field.split('.').reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), config);
}

/** A config with one field set; the given one stays as it is. */
export function withValueAt(
  config: Readonly<Record<string, unknown>>,
  field: string,
  value: unknown,
): Record<string, unknown> {
  const [step = '', ...rest] = field.split('.');
  if (rest.length === 0) return { ...config, [step]: value };
  const inner = config[step];
  return { ...config, [step]: withValueAt(isRecord(inner) ? inner : {}, rest.join('.'), value) };
}
