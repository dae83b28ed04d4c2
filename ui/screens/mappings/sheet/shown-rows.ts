import type { MappingTable } from '#schemas/mapping/tables.ts';
import type { Sheet } from './book.ts';
import { type ChoicesByList, nameOf } from './choices.ts';
import { columnsOf, type Row, textOf } from './column.ts';
import type { EditorState, View } from './editor-state.ts';
import { createFilter, type Filter } from './filter.ts';
import { markOf } from './marks.ts';
import { findHidden, type Hidden } from './reach.ts';

/** Remembers the last answer for the last arguments: the grid asks many times between two edits. */
function remember<Args extends readonly unknown[], Answer>(work: (...args: Args) => Answer) {
  let last: { readonly args: Args; readonly answer: Answer } | null = null;
  return (...args: Args): Answer => {
    if (last?.args.every((arg, index) => arg === args[index])) return last.answer;
    const answer = work(...args);
    last = { args, answer };
    return answer;
  };
}

function keptRows(rows: readonly Row[], found: readonly Row[], kept: ReadonlySet<string>): readonly Row[] {
  if (kept.size === 0 || found === rows) return found;
  const shown = new Set(found);
  return rows.filter((row) => shown.has(row) || kept.has(row.id));
}

/** Answers what the grid shows, for one screen. */
export function createShownRows() {
  const filterOf = remember((table: MappingTable, lists: ChoicesByList) =>
    createFilter(columnsOf(table), (column, text) => nameOf(column, text, lists)),
  );
  const hiddenOf = remember(({ fallback, rows }: Sheet, table: MappingTable) => findHidden([fallback, ...rows], table));
  const found = remember((sheet: Sheet, table: MappingTable, lists: ChoicesByList, filter: Filter) => {
    const isMarked = (row: Row) =>
      hiddenOf(sheet, table).has(row.id) ||
      columnsOf(table).some((column) => markOf(column, textOf(row, column), lists) !== null);
    return filterOf(table, lists)(sheet.rows, filter, isMarked);
  });
  const shown = remember((sheet: Sheet, rows: readonly Row[], kept: View['kept']): readonly Row[] => [
    sheet.fallback,
    ...keptRows(sheet.rows, rows, kept),
  ]);

  return {
    /** The rows as they are shown, the default first whatever the filter. */
    rowsOf: ({ history, table, views, lists }: EditorState): readonly Row[] => {
      const sheet = history.book[table];
      const { filter, kept } = views[table];
      return shown(sheet, found(sheet, table, lists, filter), kept);
    },
    /** The rows of the table that another row stands in the way of. */
    hiddenOf: ({ history, table }: EditorState): ReadonlyMap<string, Hidden> => hiddenOf(history.book[table], table),
  };
}
