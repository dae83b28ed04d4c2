import { matchKey } from './match-key.ts';
import { type MappingRule, MOST_RULES } from './rule.ts';
import { axesOf, type MappingAxis, type MappingTable } from './tables.ts';

/** Values by axis: one axis gives a rule for each value, several give a rule for each combination. */
export type BulkValues = Readonly<Partial<Record<MappingAxis, readonly string[]>>>;

/** What "add all" can be asked for, by table: every axis alone, and the pairs that accountants fill. */
const PAIRS: readonly (readonly [MappingAxis, MappingAxis])[] = [
  ['tax', 'country'],
  ['country', 'carrier'],
  ['method', 'country'],
  ['category', 'tax'],
];

/**
 * The ways in which rules can be added to a table at once.
 *
 * @example bulkChoices('carriers') // [['carrier'], ['tax'], ['country'], ['shop'], ['tax', 'country'], …]
 */
export function bulkChoices(table: MappingTable): (readonly MappingAxis[])[] {
  const axes = axesOf(table);
  return [...axes.map((axis) => [axis]), ...PAIRS.filter((pair) => pair.every((axis) => axes.includes(axis)))];
}

function combine(axes: readonly MappingAxis[], values: BulkValues): MappingRule['match'][] {
  let made: MappingRule['match'][] = [{}];
  for (const axis of axes) {
    const known = (values[axis] ?? []).filter((value) => value.trim() !== '');
    made = made.flatMap((match) => known.map((value) => ({ ...match, [axis]: value.trim() })));
  }
  return made;
}

/**
 * Rules for all values of an axis, or for all combinations of several: only those that the table has not yet, so that
 * asking twice adds nothing. They say nothing yet; the person fills them in. Nothing is changed: undoing is leaving them
 * out again.
 *
 * @param existing the rules on the screen, of any table
 * @param newId makes the ids of the new rules (UUIDs)
 * @returns at most as many as a mapping still has room for
 *
 * @example proposeRules('taxes', { tax: ['21', '6'], country: ['BE', 'FR'] }, rules, () => crypto.randomUUID())
 */
export function proposeRules(
  table: MappingTable,
  values: BulkValues,
  existing: readonly MappingRule[],
  newId: () => string,
): MappingRule[] {
  const axes = axesOf(table).filter((axis) => values[axis] !== undefined);
  if (axes.length === 0) return [];
  const known = new Set(existing.map(matchKey));
  const added: MappingRule[] = [];
  for (const match of combine(axes, values)) {
    if (existing.length + added.length >= MOST_RULES) break;
    const key = matchKey({ table, match });
    if (known.has(key)) continue;
    known.add(key);
    added.push({ id: newId(), table, match, set: {}, note: '' });
  }
  return added;
}
