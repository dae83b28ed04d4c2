import type { Column, Row } from './column.ts';
import { textOf } from './column.ts';

export interface Filter {
  /** Looked for in all cells. */
  readonly search: string;
  /** By column id, what its cells must hold; "=" alone finds empty cells, "=21" whole ones. */
  readonly columns: Readonly<Record<string, string>>;
  /** Only rows that something is to be said about. */
  readonly isMarkedOnly: boolean;
}

export const NO_FILTER: Filter = { search: '', columns: {}, isMarkedOnly: false };

export function isFiltering({ search, columns, isMarkedOnly }: Filter): boolean {
  return isMarkedOnly || search.trim() !== '' || Object.values(columns).some((text) => text.trim() !== '');
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Small letters without accents: "Chèque" is found by "cheque". */
export function fold(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

interface Cell {
  readonly text: string;
  /** Text and name, as they are searched. */
  readonly searched: string;
}

type Wanted = (cell: Cell) => boolean;

function wantedOf(text: string): Wanted | null {
  const folded = fold(text.trim());
  if (folded === '') return null;
  if (!folded.startsWith('=')) return ({ searched }) => searched.includes(folded);
  const whole = folded.slice(1).trim();
  return (cell) => cell.text === whole;
}

/**
 * Makes the search over the rows of a table. Cells are folded once and remembered by row: rows are never changed in
 * place.
 *
 * @param nameOf the name of a cell's value in its list, which is searched as well
 */
export function createFilter(columns: readonly Column[], nameOf: (column: Column, text: string) => string) {
  const folded = new WeakMap<Row, readonly Cell[]>();
  const cellsOf = (row: Row): readonly Cell[] => {
    const known = folded.get(row);
    if (known) return known;
    const made = columns.map((column) => {
      const own = textOf(row, column);
      const text = fold(own);
      const name = own === '' ? '' : nameOf(column, own);
      return { text, searched: name === '' ? text : `${text}\n${fold(name)}` };
    });
    folded.set(row, made);
    return made;
  };

  /** The rows that a filter lets through. `isMarked` tells which rows something is to be said about. */
  return (rows: readonly Row[], filter: Filter, isMarked: (row: Row) => boolean): readonly Row[] => {
    if (!isFiltering(filter)) return rows;
    const search = fold(filter.search.trim());
    const wanted = columns.flatMap((column, index) => {
      const test = wantedOf(filter.columns[column.id] ?? '');
      return test ? [{ index, test }] : [];
    });
    return rows.filter((row) => {
      if (filter.isMarkedOnly && !isMarked(row)) return false;
      const cells = cellsOf(row);
      if (search !== '' && !cells.some((cell) => cell.searched.includes(search))) return false;
      return wanted.every(({ index, test }) => {
        const cell = cells[index];
        return cell !== undefined && test(cell);
      });
    });
  };
}
