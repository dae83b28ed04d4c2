import { canonicalJson } from '#schemas/canonical-json.ts';
import type { FieldSchema, FormValue } from './types.ts';

function isRecord(value: unknown): value is FormValue {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/**
 * The value as the form shows it: lists that were not changed appear with their default rows. Plain fields stay empty,
 * their default stands in them as placeholder.
 */
export function showDefaultLists(schema: FieldSchema, value: FormValue): FormValue {
  const shown: Record<string, unknown> = { ...value };
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const own = value[name];
    if (field.type === 'array' && own === undefined && field.default !== undefined) shown[name] = field.default;
    if (field.properties) {
      const inner = showDefaultLists(field, isRecord(own) ? own : {});
      if (Object.keys(inner).length > 0) shown[name] = inner;
    }
  }
  return shown;
}

/** The value as it is stored: only what differs from the defaults, so that a later default reaches unchanged forms. */
export function dropDefaults(schema: FieldSchema, value: FormValue): FormValue {
  const kept: Record<string, unknown> = {};
  for (const [name, own] of Object.entries(value)) {
    const field = schema.properties?.[name];
    const inner = field?.properties && isRecord(own) ? dropDefaults(field, own) : own;
    if (inner === undefined) continue;
    if (field?.default !== undefined && isSame(inner, field.default)) continue;
    if (field?.properties && isRecord(inner) && Object.keys(inner).length === 0) continue;
    kept[name] = inner;
  }
  return kept;
}

/** How many fields of a section differ from their defaults. */
export function countChanges(value: unknown): number {
  if (!isRecord(value)) return 0;
  return Object.values(value).reduce<number>(
    (count, own) => count + (isRecord(own) ? countChanges(own) : own === undefined ? 0 : 1),
    0,
  );
}
