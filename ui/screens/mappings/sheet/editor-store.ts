import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import { readBlock, writeBlock } from './block.ts';
import { type Book, blankRow, bookOf, type Sheet } from './book.ts';
import { type ChoicesByList, settle } from './choices.ts';
import { columnsOf, type Row, textOf } from './column.ts';
import { type EditorState, startState, type View } from './editor-state.ts';
import { applyDefault, insertRows, isEditable, moveRow, removeRows, resetRows, setCells } from './edits.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import { perform, redo, undo } from './history.ts';
import { pasteBlock } from './paste.ts';
import {
  at,
  clampSelection,
  type Direction,
  type Extent,
  move,
  nextCell,
  type Place,
  rangeOf,
  type Selection,
  selectAll,
  step,
} from './selection.ts';
import { createShownRows } from './shown-rows.ts';

export type MappingStore = ReturnType<typeof createMappingStore>;
/** Where the chosen cell goes when a cell was written. */
export type After = 'down' | 'up' | 'next' | 'previous' | 'stay';

const PAGE_ROWS = 15;

/** Holds the tables of a mapping while a person edits them, with what is chosen, ticked and filtered. */
export function createMappingStore(rules: readonly MappingRule[], revision: number, isReadOnly: boolean) {
  let state: EditorState = startState(rules, revision, isReadOnly);
  const listeners = new Set<() => void>();
  const shown = createShownRows();

  function set(next: Partial<EditorState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  const sheetNow = () => state.history.book[state.table];
  const viewNow = () => state.views[state.table];
  const columns = () => columnsOf(state.table);
  const rowsNow = () => shown.rowsOf(state);
  const extent = (): Extent => ({ rows: rowsNow().length, columns: columns().length });
  const selectionNow = () => clampSelection(viewNow().selection, extent());
  const look = (view: Partial<View>) => set({ views: { ...state.views, [state.table]: { ...viewNow(), ...view } } });
  const select = (selection: Selection) => look({ selection });

  function edit(sheet: Sheet, touched: Iterable<string> = []): void {
    if (state.isReadOnly || sheet === sheetNow()) return;
    const kept = new Set([...viewNow().kept, ...touched]);
    const history = perform(state.history, state.table, { ...state.history.book, [state.table]: sheet });
    set({ history, views: { ...state.views, [state.table]: { ...viewNow(), kept } } });
  }

  /** The cells of the chosen range that can be written, row by row. */
  function chosenCells() {
    const { top, bottom, left, right } = rangeOf(selectionNow());
    const across = columns().slice(left, right + 1);
    return rowsNow()
      .slice(top, bottom + 1)
      .map((row) => ({ row, columns: across }));
  }
  const chosenRows = () => chosenCells().map(({ row }) => row);

  /** Ticked rows that are shown; without ticks the exceptions of the chosen range. */
  function targets(): ReadonlySet<string> {
    const { ticked } = viewNow();
    const ids = rowsNow().flatMap(({ id }) => (ticked.has(id) ? [id] : []));
    const chosen = ids.length > 0 ? ids : chosenRows().map(({ id }) => id);
    return new Set(chosen.filter((id) => id !== sheetNow().fallback.id));
  }

  function travel(back: boolean): void {
    const steps = back ? state.history.past : state.history.future;
    const last = steps.at(-1);
    if (!last || state.isReadOnly) return;
    set({ history: back ? undo(state.history) : redo(state.history), table: last.table, editing: null });
  }

  function after(direction: After): void {
    if (direction === 'stay') return;
    const from = at(selectionNow().focus);
    if (direction === 'next' || direction === 'previous')
      select(nextCell(from, direction === 'next' ? 1 : -1, extent()));
    else select(step(from, direction, 1, extent(), false));
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    rows: rowsNow,
    hidden: () => shown.hiddenOf(state),
    selection: selectionNow,
    targets,

    setLists: (lists: ChoicesByList) => set({ lists }),
    showTable: (table: MappingTable) => set({ table, editing: null }),
    /** A filter forgets which rows were edited under the one before it. */
    filter: (filter: Filter) =>
      look({ filter, kept: new Set(), selection: at({ row: 0, column: selectionNow().focus.column }) }),

    select: (place: Place, extend = false) => select(move(selectionNow(), place, extent(), extend)),
    /** Chooses a row of the table by its rule; a filter that hides it gives way. */
    selectRow: (id: string, column?: string) => {
      if (!rowsNow().some((row) => row.id === id)) look({ filter: NO_FILTER, kept: new Set() });
      const row = rowsNow().findIndex((one) => one.id === id);
      const across = columns().findIndex((one) => one.id === column);
      if (row >= 0) select(at({ row, column: Math.max(0, across) }));
    },
    selectAll: () => select(selectAll(extent())),
    step: (direction: Direction, isFar: boolean, extend: boolean) =>
      select(step(selectionNow(), direction, isFar ? extent().rows + extent().columns : 1, extent(), extend)),
    page: (by: 1 | -1, extend: boolean) => select(step(selectionNow(), 'down', PAGE_ROWS * by, extent(), extend)),
    toEdge: (end: 'first' | 'last', isFar: boolean, extend: boolean) => {
      const { rows, columns: width } = extent();
      const column = end === 'first' ? 0 : width - 1;
      const row = isFar ? (end === 'first' ? 0 : rows - 1) : selectionNow().focus.row;
      select(move(selectionNow(), { row, column }, extent(), extend));
    },
    toNext: (by: 1 | -1) => select(nextCell(selectionNow(), by, extent())),

    /** Begins to type into the chosen cell; false for a cell that cannot be written. */
    startEditing: (text: string | null): boolean => {
      const { row: index, column: across } = selectionNow().focus;
      const row = rowsNow()[index];
      const column = columns()[across];
      if (!row || !column || state.isReadOnly || !isEditable(sheetNow(), row.id, column)) return false;
      select(at({ row: index, column: across }));
      set({ editing: { row: row.id, column: column.id, text: text ?? textOf(row, column), isFresh: text !== null } });
      return true;
    },
    cancelEditing: () => set({ editing: null }),
    /** Writes what was typed and goes on. */
    finishEditing: (text: string, direction: After) => {
      const { editing } = state;
      const column = columns().find(({ id }) => id === editing?.column);
      set({ editing: null });
      if (!editing || !column) return;
      const written = settle(column, text, state.lists);
      edit(setCells(sheetNow(), [{ row: editing.row, column, text: written }]), [editing.row]);
      after(direction);
    },
    /** Writes one cell outside the grid: the form of a rule on a small screen. */
    write: (row: string, columnId: string, text: string) => {
      const column = columns().find(({ id }) => id === columnId);
      if (column) edit(setCells(sheetNow(), [{ row, column, text: settle(column, text, state.lists) }]), [row]);
    },

    clear: () => {
      const cells = chosenCells().flatMap(({ row, columns: own }) =>
        own.map((column) => ({ row: row.id, column, text: '' })),
      );
      edit(
        setCells(sheetNow(), cells),
        chosenRows().map(({ id }) => id),
      );
    },
    /** Writes the uppermost chosen cells into those below; a single row takes what stands above it. */
    fillDown: () => {
      const range = rangeOf(selectionNow());
      const isSingle = range.top === range.bottom;
      const source = rowsNow()[isSingle ? range.top - 1 : range.top];
      if (!source) return;
      const below = isSingle ? chosenCells() : chosenCells().slice(1);
      const cells = below.flatMap(({ row, columns: own }) =>
        own.map((column) => ({ row: row.id, column, text: textOf(source, column) })),
      );
      edit(
        setCells(sheetNow(), cells),
        below.map(({ row }) => row.id),
      );
    },
    copy: () => writeBlock(chosenCells().map(({ row, columns: own }) => own.map((column) => textOf(row, column)))),
    /** Pastes what a spreadsheet copied; says how many rows were added and how many texts had no place. */
    paste: (text: string): { added: number; left: number } => {
      if (state.isReadOnly || text === '') return { added: 0, left: 0 };
      const where = { shown: rowsNow(), columns: columns(), range: rangeOf(selectionNow()) };
      const pasted = pasteBlock(sheetNow(), readBlock(text), where, (column, own) => settle(column, own, state.lists));
      const { top, bottom, left, right } = pasted.range;
      const touched = where.shown.slice(top, bottom + 1).map(({ id }) => id);
      edit(pasted.sheet, [...touched, ...pasted.added]);
      select({ anchor: { row: bottom, column: right }, focus: { row: top, column: left } });
      return { added: pasted.added.length, left: pasted.left };
    },
    undo: () => travel(true),
    redo: () => travel(false),

    /** Adds a blank row behind the chosen one and chooses its first cell. */
    addRow: () => {
      if (state.isReadOnly) return;
      const row = blankRow();
      const behind = rowsNow()[selectionNow().focus.row]?.id ?? null;
      edit(insertRows(sheetNow(), behind, [row]), [row.id]);
      select(at({ row: rowsNow().findIndex(({ id }) => id === row.id), column: 0 }));
    },
    removeRows: () => edit(removeRows(sheetNow(), targets())),
    moveRow: (id: string, by: -1 | 1) => edit(moveRow(sheetNow(), id, by), [id]),
    applyDefault: (field: string) => edit(applyDefault(sheetNow(), targets(), field), targets()),
    resetRows: (ids: ReadonlySet<string>) => edit(resetRows(sheetNow(), ids), ids),
    /** Appends rows, as many adds at once make them. */
    addRows: (rows: readonly Row[]) =>
      edit(
        insertRows(sheetNow(), null, rows),
        rows.map(({ id }) => id),
      ),
    /** Puts the rules of a file in the place of the table. */
    replaceRules: (rules: readonly MappingRule[]) => edit(bookOf(rules)[state.table]),

    /** Ticks or unticks the exceptions of the chosen range, all as the first of them. */
    tickChosen: () => {
      const rows = chosenRows().filter(({ id }) => id !== sheetNow().fallback.id);
      const isOn = rows.some(({ id }) => !viewNow().ticked.has(id));
      const ticked = new Set(viewNow().ticked);
      for (const { id } of rows) isOn ? ticked.add(id) : ticked.delete(id);
      look({ ticked });
    },
    tick: (ids: Iterable<string>, isOn: boolean) => {
      const ticked = new Set(viewNow().ticked);
      for (const id of ids) isOn ? ticked.add(id) : ticked.delete(id);
      look({ ticked });
    },

    /** The server has these tables now; what was edited meanwhile stays to be saved. */
    markSaved: (saved: Book, newRevision: number) => set({ saved, revision: newRevision }),
    /** What is saved next goes over the revision that somebody else made. */
    basedOn: (newRevision: number) => set({ revision: newRevision }),
    /** Starts over with other rules: a revision brought back, somebody else's tables. */
    load: (rules: readonly MappingRule[], newRevision: number) => {
      const { table, lists } = state;
      set({ ...startState(rules, newRevision, state.isReadOnly), table, lists });
    },
  };
}
