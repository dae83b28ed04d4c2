import type { MappingTable } from '#schemas/mapping/tables.ts';
import type { Book } from './book.ts';

/** Steps that can be taken back. Books share what they leave alone, so a step costs little. */
export const HISTORY_LIMIT = 500;

interface Step {
  readonly book: Book;
  /** The table that the edit was made in: undoing shows it. */
  readonly table: MappingTable;
}

/** All tables, the way back and the way forth. */
export interface History {
  readonly book: Book;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export function startHistory(book: Book): History {
  return { book, past: [], future: [] };
}

/** Remembers the way back; an edit that changes nothing leaves no step. */
export function perform(history: History, table: MappingTable, book: Book): History {
  if (book === history.book) return history;
  return { book, past: [...history.past, { book: history.book, table }].slice(-HISTORY_LIMIT), future: [] };
}

export function undo({ book, past, future }: History): History {
  const last = past.at(-1);
  if (!last) return { book, past, future };
  return { book: last.book, past: past.slice(0, -1), future: [...future, { book, table: last.table }] };
}

export function redo({ book, past, future }: History): History {
  const next = future.at(-1);
  if (!next) return { book, past, future };
  return { book: next.book, past: [...past, { book, table: next.table }], future: future.slice(0, -1) };
}
