import { proposeRules } from '#schemas/mapping/bulk-add.ts';
import type { MappingAxis, MappingTable } from '#schemas/mapping/tables.ts';
import { rulesOfSheet, type Sheet } from './book.ts';
import { type ChoicesByList, choicesOf } from './choices.ts';
import type { Row } from './column.ts';
import { newId } from './new-id.ts';

interface Bulk {
  readonly rows: readonly Row[];
  /** Combinations that the table has already. */
  readonly known: number;
  /** Combinations of all known values. */
  readonly total: number;
}

/** The values of an axis that connected systems have today; a tax counts once, by its rate, and not by its name again. */
export function valuesOf(axis: MappingAxis, lists: ChoicesByList): readonly string[] {
  const { all } = choicesOf({ id: `match.${axis}`, kind: 'match', axis }, lists);
  return all.filter(({ isGone, isAlias }) => !isGone && !isAlias).map(({ value }) => value);
}

/** Rows for all known values of an axis, or all combinations of two, without those that the table has already. */
export function bulkRows(table: MappingTable, axes: readonly MappingAxis[], sheet: Sheet, lists: ChoicesByList): Bulk {
  const values = Object.fromEntries(axes.map((axis) => [axis, valuesOf(axis, lists)]));
  const existing = rulesOfSheet(table, sheet);
  const total = proposeRules(table, values, [], newId).length;
  const rows = proposeRules(table, values, existing, newId).map(({ id, match, set, note }) => ({
    id,
    match,
    set,
    note,
  }));
  return { rows, known: total - rows.length, total };
}
