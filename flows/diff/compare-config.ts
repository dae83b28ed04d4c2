import type { FieldSchema } from '#nodes/kit/schema-fields.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { FieldChange } from '#schemas/flow-diff.ts';
import { type IdentifiedRows, identifyRows } from './identify-rows.ts';

type Config = Readonly<Record<string, unknown>>;

/** Where a comparison has come: the path as texts name it, and the rows and map keys that it went through. */
interface Place {
  readonly path: string;
  readonly row: string | null;
}

function isRecord(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEqual(before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === after;
  return canonicalJson(before) === canonicalJson(after);
}

function changeAt({ path, row }: Place, before: unknown, after: unknown): FieldChange {
  return { path, row, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function within(row: string | null, name: string): string {
  return row === null ? name : `${row} · ${name}`;
}

function compareRecords(place: Place, schema: FieldSchema, before: Config, after: Config): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const child = schema.properties?.[name];
    const { additionalProperties: rest } = schema;
    // The key of a free map is no field with a text of its own: it is what identifies the value.
    const isKey = !child && rest !== undefined && rest !== false;
    const path = join(place.path, isKey ? '*' : name);
    const row = isKey ? within(place.row, name) : place.row;
    const childSchema = child ?? (typeof rest === 'object' ? rest : {});
    return compareValues({ path, row }, childSchema, before[name], after[name]);
  });
}

function compareRows(place: Place, schema: FieldSchema, before: IdentifiedRows, after: IdentifiedRows): FieldChange[] {
  const items = schema.items ?? {};
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const rows = names.flatMap((name) => {
    const inside = { path: `${place.path}[]`, row: within(place.row, name) };
    const [was, is] = [before.get(name), after.get(name)];
    if (isRecord(was) && isRecord(is)) return compareRecords(inside, items, was, is);
    return isEqual(was, is) ? [] : [changeAt(inside, was, is)];
  });
  const kept = (from: IdentifiedRows, other: IdentifiedRows) => [...from.keys()].filter((name) => other.has(name));
  const [order, newOrder] = [kept(before, after), kept(after, before)];
  // In many lists the first row that fits wins: another order is another behaviour.
  return isEqual(order, newOrder) ? rows : [...rows, changeAt(place, order, newOrder)];
}

/** A group of settings that was never touched has all its defaults: what was set in it is told setting by setting. */
function groupOf(schema: FieldSchema, value: unknown): Config | null {
  return value === undefined && schema.properties !== undefined ? {} : null;
}

function compareValues(place: Place, schema: FieldSchema, before: unknown, after: unknown): FieldChange[] {
  if (isEqual(before, after)) return [];
  const [was, is] = [
    isRecord(before) ? before : groupOf(schema, before),
    isRecord(after) ? after : groupOf(schema, after),
  ];
  if (was && is) {
    const inside = compareRecords(place, schema, was, is);
    if (inside.length > 0) return inside;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const rows = identifyRows(before, after, schema.items?.required ?? []);
    if (rows) return compareRows(place, schema, rows.before, rows.after);
  }
  return [changeAt(place, before, after)];
}

/**
 * What differs between two configs of a node, field by field; rows of lists are matched by what identifies them.
 *
 * @param schema JSON Schema of the node type's config; `{}` for a type that is not installed
 */
export function compareConfigs(schema: object, before: Config, after: Config): FieldChange[] {
  return compareRecords({ path: '', row: null }, schema, before, after);
}
