import {
  fieldsOf,
  MAPPING_AXES,
  MAPPING_TABLE_IDS,
  type MappingAxis,
  type MappingTable,
} from '#schemas/mapping/tables.ts';
import type { Message } from '#schemas/messages.ts';

/** The rule of a mapping table that a document waits for. */
export interface MissingRule {
  readonly table: MappingTable;
  readonly match: Partial<Record<MappingAxis, string>>;
  /** Fields of the table, that which was looked for alone when the message names it. */
  readonly fields: string[];
}

/**
 * What a message says is missing from the mapping tables, by its parameters `table`, `axis` and `value` (several axes
 * and values are separated by "|"), and `field` when it tells. Null for any other message.
 */
export function findMissingRule({ params }: Message): MissingRule | null {
  const table = MAPPING_TABLE_IDS.find((one) => one === params['table']);
  const axes = (params['axis'] ?? '').split('|').filter((one) => one !== '');
  const values = axes.length > 1 ? (params['value'] ?? '').split('|') : [params['value'] ?? ''];
  if (!table || axes.length === 0 || values.length !== axes.length) return null;
  const match: Partial<Record<MappingAxis, string>> = {};
  for (const [index, axis] of axes.entries()) {
    const known = MAPPING_AXES.find((one) => one === axis);
    const value = values[index]?.trim() ?? '';
    if (!known || value === '') return null;
    match[known] = value;
  }
  const fields = fieldsOf(table);
  const named = fields.filter((field) => field === params['field']);
  return { table, match, fields: named.length > 0 ? named : [...fields] };
}
