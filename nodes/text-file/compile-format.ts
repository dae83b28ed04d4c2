import { HoldError } from '#schemas/errors.ts';
import { charsetFor } from './charset.ts';
import { type Condition, type Field, type FormatDefinition, type RecordDefinition, scopesOf } from './definition.ts';
import { messages } from './messages.ts';
import { PATHS, type ValueKind, type Views, valueAt } from './paths.ts';
import { compileTemplate } from './template.ts';
import { type CellPlace, type CellRules, writeCell } from './write-cell.ts';

/** Where a record stands, for messages. */
export type RecordPlace = Omit<CellPlace, 'field'>;
export interface CompiledRecord {
  readonly repeat: RecordDefinition['repeat'];
  readonly applies: (views: Views) => boolean;
  /** The record's text without the separator of records. */
  readonly write: (views: Views, place: RecordPlace) => string;
}
export interface CompiledFormat {
  readonly format: FormatDefinition;
  readonly rules: CellRules;
  readonly records: readonly CompiledRecord[];
  /** The line of column names; null when the format has none. */
  readonly columnNames: string | null;
}

function holds(views: Views, { path, is, not, filled }: Condition): boolean {
  const value = valueAt(views, path);
  if (is && !is.includes(value)) return false;
  if (not?.includes(value)) return false;
  return filled === undefined || filled === (value !== '');
}

function allHold(views: Views, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => holds(views, condition));
}

interface Source {
  readonly kind: ValueKind;
  readonly read: (views: Views) => string;
}

function sourceOf(field: Field, repeat: RecordDefinition['repeat']): Source {
  const { path, literal, template } = field;
  if (path !== undefined) return { kind: PATHS[path], read: (views) => valueAt(views, path) };
  if (template !== undefined) return { kind: 'text', read: compileTemplate(template, scopesOf(repeat)) };
  return { kind: 'text', read: () => literal ?? '' };
}

/** What messages call a field: its column, else what it holds, else its place. */
function nameOf(field: Field, index: number): string {
  return field.header || field.path || `#${index + 1}`;
}

function readSource(source: Source, views: Views, place: CellPlace): string {
  try {
    return source.read(views);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { entry, field } = place;
    throw new HoldError(messages.build.template_failed({ entry, field, reason }, field));
  }
}

type CellWriter = (views: Views, place: RecordPlace) => string;

function compileField(field: Field, index: number, repeat: RecordDefinition['repeat'], rules: CellRules): CellWriter {
  const source = sourceOf(field, repeat);
  const name = nameOf(field, index);
  return (views, recordPlace) => {
    const place = { ...recordPlace, field: name };
    const value = allHold(views, field.when) ? readSource(source, views, place) : '';
    const mapped = field.map ? (field.map[value] ?? field.map['*'] ?? value) : value;
    return writeCell(mapped, source.kind, field, rules, place);
  };
}

function joinCells(cells: readonly string[], format: FormatDefinition): string {
  const trailing = format.trailingSeparator ? format.fieldSeparator : '';
  return format.recordStart + cells.join(format.fieldSeparator) + trailing + format.recordEnd;
}

function compileRecord(record: RecordDefinition, rules: CellRules): CompiledRecord {
  const fields = record.fields.map((field, index) => compileField(field, index, record.repeat, rules));
  return {
    repeat: record.repeat,
    applies: (views) => allHold(views, record.when),
    write: (views, place) =>
      joinCells(
        fields.map((write) => write(views, place)),
        rules.format,
      ),
  };
}

function writeColumnNames(rules: CellRules): string {
  const line = rules.format.records.find((record) => record.repeat === 'line');
  const cells = (line?.fields ?? []).map((field) => {
    const shape: Field = { ...field, empty: '', required: false, characters: 'any', overflow: 'truncate-right' };
    return writeCell(field.header, 'text', shape, rules, {
      entry: '',
      field: field.header,
      onReplaced: () => undefined,
    });
  });
  return joinCells(cells, rules.format);
}

/**
 * Turns a checked definition into functions, once for a page of entries.
 *
 * @throws SettingsError when a template is not usable
 */
export function compileFormat(format: FormatDefinition): CompiledFormat {
  const charset = charsetFor(format.encoding);
  const inBytes = format.widthUnit === 'bytes';
  const measure = (text: string) => (inBytes ? charset.encode(text).length : [...text].length);
  const rules: CellRules = { format, charset, measure };
  return {
    format,
    rules,
    records: format.records.map((record) => compileRecord(record, rules)),
    columnNames: format.columnNames ? writeColumnNames(rules) : null,
  };
}
