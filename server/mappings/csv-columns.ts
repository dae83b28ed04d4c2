import { LANGUAGES, type Language, type Localised } from '#schemas/localised.ts';
import { AXIS_NAMES, FIELD_NAMES, NOTE_NAME } from '#schemas/mapping/names.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { axesOf, fieldsOf, type MappingField, type MappingTable } from '#schemas/mapping/tables.ts';

/** A column of a table's CSV file. */
export interface Column {
  readonly part: 'match' | 'set' | 'note';
  /** The axis, the field, or "note". */
  readonly id: string;
  readonly name: Localised;
}

/** The columns of a table, in the order of the screen. */
export function columnsOf(table: MappingTable): readonly Column[] {
  return [
    ...axesOf(table).map((id) => ({ part: 'match' as const, id, name: AXIS_NAMES[id] })),
    ...fieldsOf(table).map((id) => ({ part: 'set' as const, id, name: FIELD_NAMES[id as MappingField] })),
    { part: 'note', id: 'note', name: NOTE_NAME },
  ];
}

function simple(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ');
}

/** The column that a heading names, by its id or in any language; null for none. */
export function columnNamed(columns: readonly Column[], heading: string): Column | null {
  const wanted = simple(heading);
  return (
    columns.find(({ id, name }) =>
      [id, ...LANGUAGES.map((one) => name[one])].some((text) => simple(text) === wanted),
    ) ?? null
  );
}

export function headingsOf(columns: readonly Column[], language: Language): string[] {
  return columns.map(({ name }) => name[language]);
}

/** What a rule says in a column. */
export function cellOf(rule: Pick<MappingRule, 'match' | 'set' | 'note'>, { part, id }: Column): string {
  if (part === 'note') return rule.note;
  const cells: Readonly<Record<string, string | undefined>> = part === 'match' ? rule.match : rule.set;
  return cells[id] ?? '';
}
