import type { MappingRule } from '#schemas/mapping/rule.ts';
import { MAPPING_TABLE_IDS, type MappingTable } from '#schemas/mapping/tables.ts';
import { type Book, bookOf } from './book.ts';
import type { ChoicesByList } from './choices.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import { type History, startHistory } from './history.ts';
import { type Selection, START } from './selection.ts';

/** How one table is looked at. */
export interface View {
  readonly selection: Selection;
  readonly filter: Filter;
  readonly ticked: ReadonlySet<string>;
  /** Rows that were edited or added since the filter was set: they do not vanish under one's hands. */
  readonly kept: ReadonlySet<string>;
}

/** The cell that is typed into. */
export interface Editing {
  readonly row: string;
  readonly column: string;
  /** What stands in it at first. */
  readonly text: string;
  /** What was typed replaces the cell's text: arrow keys leave the cell, as in a spreadsheet. */
  readonly isFresh: boolean;
}

export interface EditorState {
  readonly history: History;
  /** The tables as the server has them. */
  readonly saved: Book;
  /** The revision on the server that the tables are based on. */
  readonly revision: number;
  readonly table: MappingTable;
  readonly views: Readonly<Record<MappingTable, View>>;
  readonly editing: Editing | null;
  readonly lists: ChoicesByList;
  readonly isReadOnly: boolean;
}

const VIEW: View = { selection: START, filter: NO_FILTER, ticked: new Set(), kept: new Set() };

function startViews(): Readonly<Record<MappingTable, View>> {
  const views = MAPPING_TABLE_IDS.map((table) => [table, VIEW]);
  return Object.fromEntries(views);
}

export function startState(rules: readonly MappingRule[], revision: number, isReadOnly: boolean): EditorState {
  const book = bookOf(rules);
  return {
    history: startHistory(book),
    saved: book,
    revision,
    table: 'sales',
    views: startViews(),
    editing: null,
    lists: new Map(),
    isReadOnly,
  };
}

export function isDirty({ history, saved }: EditorState): boolean {
  return history.book !== saved;
}
