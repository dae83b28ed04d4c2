import { MAPPING_TABLE_IDS, type MappingTable } from '#schemas/mapping/tables.ts';

interface MappingSearch {
  /** The table that is shown at first. */
  readonly table?: MappingTable;
  /** Id of the rule that is chosen in it. */
  readonly rule?: string;
}

export function readMappingSearch(search: Record<string, unknown>): MappingSearch {
  const table = MAPPING_TABLE_IDS.find((id) => id === search['table']);
  return { ...(table ? { table } : {}), ...(typeof search['rule'] === 'string' ? { rule: search['rule'] } : {}) };
}
