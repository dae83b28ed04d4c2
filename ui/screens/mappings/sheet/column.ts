import { axesOf, fieldsOf, type MappingAxis, type MappingTable } from '#schemas/mapping/tables.ts';

/** A row of a table as it is edited. The one without conditions that stands on top is the default. */
export interface Row {
  readonly id: string;
  readonly match: Readonly<Partial<Record<MappingAxis, string>>>;
  readonly set: Readonly<Record<string, string>>;
  readonly note: string;
}

/** What a cell belongs to: a condition of the rule, what it says, or the note beside it. */
export type Column =
  | { readonly id: string; readonly kind: 'match'; readonly axis: MappingAxis }
  | { readonly id: string; readonly kind: 'set'; readonly field: string }
  | { readonly id: 'note'; readonly kind: 'note' };

const known = new Map<MappingTable, readonly Column[]>();

/** The columns of a table from left to right. */
export function columnsOf(table: MappingTable): readonly Column[] {
  const found = known.get(table);
  if (found) return found;
  const made: readonly Column[] = [
    ...axesOf(table).map((axis) => ({ id: `match.${axis}`, kind: 'match', axis }) as const),
    ...fieldsOf(table).map((field) => ({ id: `set.${field}`, kind: 'set', field }) as const),
    { id: 'note', kind: 'note' },
  ];
  known.set(table, made);
  return made;
}

export function textOf(row: Row, column: Column): string {
  if (column.kind === 'note') return row.note;
  return (column.kind === 'match' ? row.match[column.axis] : row.set[column.field]) ?? '';
}

/** One line, without spaces around it: what a spreadsheet pastes may hold line breaks. */
export function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function withEntry<Key extends string>(entries: Readonly<Partial<Record<Key, string>>>, key: Key, text: string) {
  const { [key]: _, ...others } = entries;
  return (text === '' ? others : { ...entries, [key]: text }) as Readonly<Partial<Record<Key, string>>>;
}

/** The row with another text in a cell; the same row when the cell says that already. */
export function withText(row: Row, column: Column, text: string): Row {
  const tidied = tidy(text);
  if (textOf(row, column) === tidied) return row;
  if (column.kind === 'note') return { ...row, note: tidied };
  if (column.kind === 'match') return { ...row, match: withEntry(row.match, column.axis, tidied) };
  const { [column.field]: _, ...others } = row.set;
  return { ...row, set: tidied === '' ? others : { ...row.set, [column.field]: tidied } };
}

/** Whether the row says nothing at all yet. */
export function isBlank(row: Row): boolean {
  return Object.keys(row.match).length === 0 && Object.keys(row.set).length === 0 && row.note === '';
}
