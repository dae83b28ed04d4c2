import { type FieldSchema, isScalar } from '#ui/components/schema-form/types.ts';

/** The chart decides what most other answers mean: it is asked first; plain questions come before lists and sections. */
function rank(name: string, field: FieldSchema): number {
  if (name === 'chart') return 0;
  if (isScalar(field)) return 1;
  return field.type === 'array' ? 2 : 3;
}

/** The same settings in the order in which they are asked; within a rank the template's own order stays. */
export function orderSettings(schema: FieldSchema): FieldSchema {
  const fields = Object.entries(schema.properties ?? {});
  fields.sort(([a, left], [b, right]) => rank(a, left) - rank(b, right));
  return { ...schema, properties: Object.fromEntries(fields) };
}
