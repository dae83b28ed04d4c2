import { LIST_IDS, type ListId } from '#schemas/mapping/list-ids.ts';
import { type FieldSchema, fromRjsfSchema } from './types.ts';

/** The list that a field is chosen from: its own keyword, or that of its items. */
export function listOf(schema: object): ListId | null {
  const own = fromRjsfSchema(schema);
  const items: FieldSchema = own.items ?? {};
  return LIST_IDS.find((id) => id === own['list'] || id === items['list']) ?? null;
}
