import { v4 as uuidv4 } from 'uuid';
import type { RuleDraft } from '#schemas/api/mappings.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import type { Message } from '#schemas/messages.ts';
import { Refusal } from '../http/refusal.ts';
import { findRuleProblems } from './check-rules.ts';
import { type Column, columnNamed, columnsOf, headingsOf } from './csv-columns.ts';
import { type CsvLine, readCsv } from './csv-text.ts';
import { mappingMessages } from './mapping-messages.ts';

const { build } = mappingMessages;

export interface Unreadable {
  readonly line: number;
  readonly message: Message;
}
export interface ReadTable {
  /** Rules as the file says them, with ids of their own. */
  readonly rules: readonly MappingRule[];
  /** The columns that the file has. */
  readonly columns: readonly Column[];
  readonly unreadable: readonly Unreadable[];
}

/** By position in the file; null for a column that the table has not. */
function readHeading(heading: CsvLine, known: readonly Column[]) {
  const columns: (Column | null)[] = [];
  const unreadable: Unreadable[] = [];
  for (const text of heading.cells) {
    const column = text.trim() === '' ? null : columnNamed(known, text);
    const isTwice = column !== null && columns.includes(column);
    const shown = { column: text.trim().slice(0, 60) };
    if (isTwice) unreadable.push({ line: heading.line, message: build.csv_column_twice(shown) });
    if (column === null && text.trim() !== '') {
      unreadable.push({ line: heading.line, message: build.csv_column(shown) });
    }
    columns.push(isTwice ? null : column);
  }
  return { columns, unreadable };
}

function draftOf(table: MappingTable, cells: readonly string[], columns: readonly (Column | null)[]): RuleDraft {
  const draft = {
    id: uuidv4(),
    table,
    match: {} as Record<string, string>,
    set: {} as Record<string, string>,
    note: '',
  };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (column?.part === 'note') draft.note = cell;
    else if (column) draft[column.part][column.id] = cell;
  }
  return draft;
}

function readLine(
  table: MappingTable,
  { line, cells, isOpen }: CsvLine,
  columns: readonly (Column | null)[],
): { readonly rules: readonly MappingRule[]; readonly unreadable: readonly Unreadable[] } {
  const unread = (...messages: readonly Message[]) => ({
    rules: [],
    unreadable: messages.map((message) => ({ line, message })),
  });
  if (isOpen) return unread(build.csv_quote());
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    return unread(build.csv_cells({ count: String(cells.length), columns: String(columns.length) }));
  }
  const { rules, problems } = findRuleProblems([draftOf(table, cells, columns)]);
  return problems.length > 0 ? unread(...problems) : { rules, unreadable: [] };
}

/**
 * Reads the CSV file of a table. A line that cannot be read is named and left out; the others are read.
 *
 * @throws Refusal 422 when the first line names no column of the table
 */
export function readTable(text: string, table: MappingTable): ReadTable {
  const known = columnsOf(table);
  const [heading, ...lines] = readCsv(text);
  const read = heading && !heading.isOpen ? readHeading(heading, known) : { columns: [], unreadable: [] };
  const columns = read.columns.filter((column) => column !== null);
  if (columns.length === 0) {
    throw new Refusal(422, build.csv_empty({ columns: headingsOf(known, 'en').join('; ') }));
  }
  const made = lines.map((line) => readLine(table, line, read.columns));
  return {
    columns,
    rules: made.flatMap(({ rules }) => rules),
    unreadable: [...read.unreadable, ...made.flatMap(({ unreadable }) => unreadable)],
  };
}
