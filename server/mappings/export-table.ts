import type { Language } from '#schemas/localised.ts';
import { TABLE_NAMES } from '#schemas/mapping/names.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import { cellOf, columnsOf, headingsOf } from './csv-columns.ts';
import { writeCsv } from './csv-text.ts';
import { currentRules, type Db, findMapping, type Scope } from './mapping-rows.ts';

/** The rules of one table as CSV; all axes and fields are columns, so that an empty table is a form to fill in. */
export function writeTable(rules: readonly MappingRule[], table: MappingTable, language: Language): string {
  const columns = columnsOf(table);
  const rows = rules.filter((rule) => rule.table === table).map((rule) => columns.map((one) => cellOf(rule, one)));
  return writeCsv([headingsOf(columns, language), ...rows]);
}

/** A table of a mapping as it is saved. @throws Refusal 404 */
export async function exportTable(
  db: Db,
  scope: Scope,
  id: string,
  { table, language = 'en' }: { readonly table: MappingTable; readonly language?: Language | undefined },
): Promise<{ fileName: string; text: string }> {
  const row = await findMapping(db, scope, id);
  const text = writeTable(await currentRules(db, row), table, language);
  const safe = `${row.name} - ${TABLE_NAMES[table][language]}`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  return { fileName: `${safe}.csv`, text };
}
