/** The parts of a JSON Schema that forms and checks look at. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly additionalProperties?: boolean | FieldSchema;
  readonly items?: FieldSchema;
  readonly required?: readonly string[];
  readonly oneOf?: readonly FieldSchema[];
  readonly anyOf?: readonly FieldSchema[];
  readonly default?: unknown;
  /** Which part of an entry it is about (`EntryFeature`). */
  readonly feature?: string;
}

export interface Field {
  /** "vat.domestic", "rules[].account"; the values of a free map are "map.*". */
  readonly path: string;
  readonly schema: FieldSchema;
  /** A field with a name of its own; false for the unnamed items of an array or map. */
  readonly named: boolean;
}

function isSchema(value: unknown): value is FieldSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schemas one step below a schema, each with its path. */
function childrenOf(schema: FieldSchema, path: string): Field[] {
  const prefix = path === '' ? '' : `${path}.`;
  const children = Object.entries(schema.properties ?? {}).map(([name, child]) => ({
    path: `${prefix}${name}`,
    schema: child,
    named: true,
  }));
  if (isSchema(schema.items)) children.push({ path: `${path}[]`, schema: schema.items, named: false });
  const { additionalProperties: rest } = schema;
  if (isSchema(rest)) children.push({ path: `${prefix}*`, schema: rest, named: false });
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [...children, ...branches.flatMap((branch) => childrenOf(branch, path))];
}

/** All fields of a schema, the outer before the inner. */
export function fieldsOf(schema: object, path = ''): Field[] {
  if (!isSchema(schema)) return [];
  return childrenOf(schema, path).flatMap((child) => [child, ...fieldsOf(child.schema, child.path)]);
}
