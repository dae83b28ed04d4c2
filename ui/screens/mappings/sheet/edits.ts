import type { Sheet } from './book.ts';
import { type Column, type Row, withText } from './column.ts';

/** One cell and what it is to say. */
export interface CellEdit {
  readonly row: string;
  readonly column: Column;
  readonly text: string;
}

function mapRows(sheet: Sheet, change: (row: Row) => Row): Sheet {
  const fallback = change(sheet.fallback);
  let isChanged = fallback !== sheet.fallback;
  const rows = sheet.rows.map((row) => {
    const after = change(row);
    if (after !== row) isChanged = true;
    return after;
  });
  return isChanged ? { fallback, rows } : sheet;
}

/** Whether a person may write there: the default holds for everything and takes no conditions. */
export function isEditable(sheet: Sheet, row: string, column: Column): boolean {
  return !(column.kind === 'match' && row === sheet.fallback.id);
}

/** Writes cells. What is not editable and rows that are not there are passed over; no change gives the same sheet. */
export function setCells(sheet: Sheet, edits: readonly CellEdit[]): Sheet {
  const byRow = Map.groupBy(
    edits.filter(({ row, column }) => isEditable(sheet, row, column)),
    ({ row }) => row,
  );
  if (byRow.size === 0) return sheet;
  return mapRows(sheet, (row) =>
    (byRow.get(row.id) ?? []).reduce((before, { column, text }) => withText(before, column, text), row),
  );
}

/** Puts rows in behind the row with that id; behind the default they come first, behind null last. */
export function insertRows(sheet: Sheet, behind: string | null, added: readonly Row[]): Sheet {
  if (added.length === 0) return sheet;
  const found = sheet.rows.findIndex((row) => row.id === behind);
  const at = behind === sheet.fallback.id ? 0 : found < 0 ? sheet.rows.length : found + 1;
  return { ...sheet, rows: [...sheet.rows.slice(0, at), ...added, ...sheet.rows.slice(at)] };
}

/** Takes exceptions out; the default stays. */
export function removeRows(sheet: Sheet, ids: ReadonlySet<string>): Sheet {
  const rows = sheet.rows.filter((row) => !ids.has(row.id));
  return rows.length === sheet.rows.length ? sheet : { ...sheet, rows };
}

/** Writes what the default says in one field into rows. */
export function applyDefault(sheet: Sheet, ids: ReadonlySet<string>, field: string): Sheet {
  const text = sheet.fallback.set[field] ?? '';
  const column: Column = { id: `set.${field}`, kind: 'set', field };
  return mapRows(sheet, (row) => (ids.has(row.id) ? withText(row, column, text) : row));
}

/** Empties what rows say, so that a less specific rule or the default says it; their conditions stay. */
export function resetRows(sheet: Sheet, ids: ReadonlySet<string>): Sheet {
  return mapRows(sheet, (row) => (ids.has(row.id) && Object.keys(row.set).length > 0 ? { ...row, set: {} } : row));
}

/** Moves one exception a place up or down: of two equally specific rules the upper one wins. */
export function moveRow(sheet: Sheet, id: string, by: -1 | 1): Sheet {
  const at = sheet.rows.findIndex((row) => row.id === id);
  const moved = sheet.rows[at];
  const other = sheet.rows[at + by];
  if (!moved || !other) return sheet;
  const rows = [...sheet.rows];
  rows[at] = other;
  rows[at + by] = moved;
  return { ...sheet, rows };
}
