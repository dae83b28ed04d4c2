import type { MappingTable } from '#schemas/mapping/tables.ts';
import { type ChoicesByList, choicesOf, listOf } from './choices.ts';
import { type Column, columnsOf, type Row, textOf } from './column.ts';

/**
 * What is to be said about a cell.
 *
 * - too-long, country, placeholder, yes-no: it cannot be used as it is
 * - gone: the system had this value once and has it no longer
 * - unlisted: no list knows it; that may be right, for a payment method that has not been used yet
 */
export type Mark = 'too-long' | 'country' | 'placeholder' | 'yes-no' | 'gone' | 'unlisted';

export const MOST_LETTERS = 120;
export const MOST_NOTE_LETTERS = 200;
const FAULTS: ReadonlySet<Mark> = new Set(['too-long', 'country', 'placeholder', 'yes-no']);

/** Whether a mark says that the cell must be changed. */
export function isFault(mark: Mark | null): boolean {
  return mark !== null && FAULTS.has(mark);
}

function faultOf(column: Column, text: string): Mark | null {
  if (text.length > (column.kind === 'note' ? MOST_NOTE_LETTERS : MOST_LETTERS)) return 'too-long';
  if (column.id === 'match.country' && !/^([A-Z]{2}|[A-Z]?\*)$/i.test(text)) return 'country';
  if (column.id === 'set.create' && text !== 'yes' && text !== 'no') return 'yes-no';
  const rest = text.replaceAll(/\{(rate|country)\}/g, '');
  return listOf(column) === 'accounts' && /[{}]/.test(rest) ? 'placeholder' : null;
}

/** What a list says about a text; patterns, placeholders and lists of sections are not looked up. */
function listMark(column: Column, text: string, lists: ChoicesByList): Mark | null {
  if (column.kind === 'note' || /[*{;]/.test(text)) return null;
  const { named, isKnown } = choicesOf(column, lists);
  const found = named.get(text.toLowerCase());
  if (found) return found.isGone ? 'gone' : null;
  return isKnown ? 'unlisted' : null;
}

export function markOf(column: Column, text: string, lists: ChoicesByList): Mark | null {
  if (text === '') return null;
  return faultOf(column, text) ?? listMark(column, text, lists);
}

/** How many cells of a table must be changed, and how many name what is gone. */
export function countMarks(table: MappingTable, rows: readonly Row[], lists: ChoicesByList) {
  let faults = 0;
  let gone = 0;
  for (const row of rows) {
    for (const column of columnsOf(table)) {
      const mark = markOf(column, textOf(row, column), lists);
      if (isFault(mark)) faults += 1;
      else if (mark === 'gone') gone += 1;
    }
  }
  return { faults, gone };
}
