import type { MappingRule } from '#schemas/mapping/rule.ts';
import { MAPPING_TABLE_IDS, type MappingTable } from '#schemas/mapping/tables.ts';
import { isBlank, type Row } from './column.ts';
import { newId } from './new-id.ts';

/** One table: its default, which is always there, and the exceptions in the order of the screen. */
export interface Sheet {
  readonly fallback: Row;
  readonly rows: readonly Row[];
}

/** All tables of a mapping as they are edited. Never changed in place: an edit shares what it leaves alone. */
export type Book = Readonly<Record<MappingTable, Sheet>>;

export function blankRow(): Row {
  return { id: newId(), match: {}, set: {}, note: '' };
}

function holdsForAll({ match }: Pick<MappingRule, 'match'>): boolean {
  return Object.values(match).every((text) => (text ?? '') === '' || text === '*');
}

function sheetOf(rules: readonly MappingRule[]): Sheet {
  const rows = rules.map(({ id, match, set, note }): Row => ({ id, match, set, note }));
  const at = rules.findIndex(holdsForAll);
  const fallback = rows[at];
  if (!fallback) return { fallback: blankRow(), rows };
  return { fallback: { ...fallback, match: {} }, rows: rows.filter((_, index) => index !== at) };
}

/** Takes the rules of a mapping apart into tables; the first rule of a table without conditions is its default. */
export function bookOf(rules: readonly MappingRule[]): Book {
  const sheets = MAPPING_TABLE_IDS.map((table) => [table, sheetOf(rules.filter((rule) => rule.table === table))]);
  return Object.fromEntries(sheets);
}

/**
 * The rules of one table as they are saved. Rows that say nothing yet are left out; the default comes first, and also
 * when it says nothing, so that the server counts rows as the screen does. An empty table has no rules.
 */
export function rulesOfSheet(table: MappingTable, { fallback, rows }: Sheet): MappingRule[] {
  const spoken = rows.filter((row) => !isBlank(row));
  const all = spoken.length > 0 || !isBlank(fallback) ? [fallback, ...spoken] : [];
  return all.map((row) => ({ table, ...row }));
}

export function rulesOf(book: Book): MappingRule[] {
  return MAPPING_TABLE_IDS.flatMap((table) => rulesOfSheet(table, book[table]));
}
