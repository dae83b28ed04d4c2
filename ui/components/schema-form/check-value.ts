import type { FieldSchema } from './types.ts';

export type Rule =
  | 'type'
  | 'required'
  | 'enum'
  | 'pattern'
  | 'minLength'
  | 'maxLength'
  | 'minimum'
  | 'maximum'
  | 'minItems'
  | 'maxItems'
  | 'uniqueItems';

/** One thing wrong with a value: where, which rule, and the rule's figure where it has one. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly rule: Rule;
  readonly limit?: number;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function hasType(value: unknown, type: FieldSchema['type']): boolean {
  if (type === undefined) return true;
  const own = typeOf(value);
  return [type].flat().some((wanted) => wanted === own || (wanted === 'number' && own === 'integer'));
}

/** Compares a measure with a bound of the schema, where it has one. */
function bound(schema: FieldSchema, rule: Rule, measure: number, isLower: boolean): Omit<Fault, 'path'>[] {
  const limit = schema[rule];
  if (typeof limit !== 'number') return [];
  return (isLower ? measure < limit : measure > limit) ? [{ rule, limit }] : [];
}

function textFaults(schema: FieldSchema, value: string): Omit<Fault, 'path'>[] {
  const length = [...value].length;
  const pattern = schema['pattern'];
  const isOff = typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value);
  return [
    ...bound(schema, 'minLength', length, true),
    ...bound(schema, 'maxLength', length, false),
    ...(isOff ? [{ rule: 'pattern' as const }] : []),
  ];
}

function listFaults(schema: FieldSchema, value: readonly unknown[]): Omit<Fault, 'path'>[] {
  const isDouble =
    schema['uniqueItems'] === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length;
  return [
    ...bound(schema, 'minItems', value.length, true),
    ...bound(schema, 'maxItems', value.length, false),
    ...(isDouble ? [{ rule: 'uniqueItems' as const }] : []),
  ];
}

function ownFaults(schema: FieldSchema, value: unknown): Omit<Fault, 'path'>[] {
  if (!hasType(value, schema.type)) return [{ rule: 'type' }];
  if (schema.enum && !schema.enum.includes(value)) return [{ rule: 'enum' }];
  if (typeof value === 'string') return textFaults(schema, value);
  if (Array.isArray(value)) return listFaults(schema, value);
  if (typeof value !== 'number') return [];
  return [...bound(schema, 'minimum', value, true), ...bound(schema, 'maximum', value, false)];
}

function objectFaults(schema: FieldSchema, value: object, path: Fault['path']): Fault[] {
  const fields = new Map<string, unknown>(Object.entries(value).filter(([, own]) => own !== undefined));
  const missing = (schema.required ?? []).filter((name) => !fields.has(name));
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    fields.has(name) ? checkValue(field, fields.get(name), [...path, name]) : [],
  );
  return [...missing.map((name) => ({ path: [...path, name], rule: 'required' as const })), ...inner];
}

/**
 * What a form can tell at once about a value: the rules of JSON Schema that our configs use. The server checks with the
 * whole standard and has the last word. Written here because the usual validators compile schemas with `new Function`,
 * which the content security policy of the product forbids.
 */
export function checkValue(schema: FieldSchema, value: unknown, path: Fault['path'] = []): Fault[] {
  const own = ownFaults(schema, value).map((fault) => ({ ...fault, path }));
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? [...own, ...value.flatMap((item, index) => checkValue(items, item, [...path, index]))] : own;
  }
  if (value === null || typeof value !== 'object') return own;
  return [...own, ...objectFaults(schema, value, path)];
}
