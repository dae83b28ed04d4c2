import { plainTax } from './look-up.ts';
import { axesOf, type MappingAxis, type MappingTable } from './tables.ts';

interface Matching {
  readonly table: MappingTable;
  readonly match: Readonly<Partial<Record<MappingAxis, string>>>;
}

/** A cell as look-ups read it: case does not count, "5,50 %" is 5.5, and "*" says nothing. */
function plainCell(axis: MappingAxis, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '*') return '';
  if (axis !== 'tax') return trimmed.toLowerCase();
  return plainTax(trimmed.replace(/\s*%$/, '').replace(',', '.')).toLowerCase();
}

/** What a rule holds for, as a text: two rules with the same text hold for exactly the same cases. */
export function matchKey({ table, match }: Matching): string {
  return JSON.stringify([table, ...axesOf(table).map((axis) => plainCell(axis, match[axis] ?? ''))]);
}

/** Groups of rules that hold for exactly the same, each in the order of the screen: the first that says something wins. */
export function findDuplicates<Rule extends Matching>(rules: readonly Rule[]): Rule[][] {
  return [...Map.groupBy(rules, matchKey).values()].filter((group) => group.length > 1);
}
