import { plainTax } from '#schemas/mapping/look-up.ts';
import { rank } from '#schemas/mapping/precedence.ts';
import { axesOf, type MappingAxis, type MappingTable } from '#schemas/mapping/tables.ts';
import { matcher } from '#schemas/mapping/wildcard.ts';
import { isBlank, type Row } from './column.ts';

/** A row that another one stands in the way of. */
export interface Hidden {
  /** Id of the row that is asked first. */
  readonly by: string;
  /** Whether both hold for exactly the same. */
  readonly isSame: boolean;
  /** Whether the other row says all that this one says, so that this one is never used. */
  readonly isUnused: boolean;
}

interface Condition {
  readonly axis: MappingAxis;
  readonly text: string;
  readonly isPattern: boolean;
}

/** Conditions as they are compared: small letters, rates as numbers. An axis that holds for all is left out. */
function conditionsOf(row: Row, table: MappingTable): readonly Condition[] {
  return axesOf(table).flatMap((axis) => {
    const written = (row.match[axis] ?? '').trim().toLowerCase();
    if (written === '' || written === '*') return [];
    const text = axis === 'tax' ? plainTax(written.replace(/\s*%$/, '').replace(',', '.')) : written;
    return [{ axis, text, isPattern: text.includes('*') }];
  });
}

const remembered = new WeakMap<Row['match'], { readonly conditions: readonly Condition[]; readonly key: string }>();

function comparedBy(row: Row, table: MappingTable) {
  const known = remembered.get(row.match);
  if (known) return known;
  const conditions = conditionsOf(row, table);
  const key = conditions.map(({ axis, text, isPattern }) => `${axis}=${isPattern ? '*' : text}`).join('\n');
  const made = { conditions, key };
  remembered.set(row.match, made);
  return made;
}

/** Whether a row holds wherever the other one holds; both name the same axes, and the same values by name. */
function covers(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.every((one, index) => !one.isPattern || matcher(one.text)(b[index]?.text ?? ''));
}

function saysAll(a: Row, b: Row): boolean {
  return Object.keys(b.set).every((field) => field in a.set);
}

/** Groups bigger than this (patterns on one axis, by the thousand) are not compared one by one. */
const MOST_COMPARED = 400;

function hiddenIn(group: readonly Row[], table: MappingTable, found: Map<string, Hidden>): void {
  const byId = new Map(group.map((row) => [row.id, row]));
  const ranked = rank(group.map((row) => ({ table, ...row }))).flatMap(({ id }) => byId.get(id) ?? []);
  for (const [index, row] of ranked.entries()) {
    const { conditions } = comparedBy(row, table);
    const first = ranked.slice(0, index).find((other) => covers(comparedBy(other, table).conditions, conditions));
    if (!first) continue;
    const isSame = covers(conditions, comparedBy(first, table).conditions);
    const isUnused = saysAll(first, row);
    if (isSame || isUnused) found.set(row.id, { by: first.id, isSame, isUnused });
  }
}

/**
 * Rows that hold for exactly what another row holds for, or are never used because a row that is asked earlier holds
 * wherever they do and says all that they say. Only rows that name the same axes can hide one another: one that names
 * more is asked first, one that names less does not hold for less.
 *
 * @param rows the default first
 */
export function findHidden(rows: readonly Row[], table: MappingTable): ReadonlyMap<string, Hidden> {
  const found = new Map<string, Hidden>();
  const groups = new Map<string, Row[]>();
  for (const [index, row] of rows.entries()) {
    if (index > 0 && isBlank(row)) continue;
    const { key } = comparedBy(row, table);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) {
    if (group.length > 1 && group.length <= MOST_COMPARED) hiddenIn(group, table, found);
  }
  return found;
}
