import type { MappingRule } from './rule.ts';
import { axesOf, type MappingAxis } from './tables.ts';

/** How precisely a rule names its case. */
export interface Precision {
  /** Axes that it names by their value. */
  readonly exact: readonly MappingAxis[];
  /** Axes that it names by a pattern ("stripe*"). */
  readonly pattern: readonly MappingAxis[];
}

type Naming = 'exact' | 'pattern' | 'any';

function namingOf(rule: MappingRule, axis: MappingAxis): Naming {
  const text = rule.match[axis]?.trim() ?? '';
  if (text === '' || text === '*') return 'any';
  return text.includes('*') ? 'pattern' : 'exact';
}

export function precisionOf(rule: MappingRule): Precision {
  const axes = axesOf(rule.table);
  return {
    exact: axes.filter((axis) => namingOf(rule, axis) === 'exact'),
    pattern: axes.filter((axis) => namingOf(rule, axis) === 'pattern'),
  };
}

const WEIGHT: Readonly<Record<Naming, number>> = { exact: 2, pattern: 1, any: 0 };

/** What rules of one table are compared by, each number before the next; more is asked earlier. */
function weightsOf(rule: MappingRule): readonly number[] {
  const { exact, pattern } = precisionOf(rule);
  const letters = pattern.reduce((sum, axis) => sum + (rule.match[axis]?.replaceAll('*', '').length ?? 0), 0);
  return [exact.length, pattern.length, ...axesOf(rule.table).map((axis) => WEIGHT[namingOf(rule, axis)]), letters];
}

/**
 * Puts the rules of one table in the order in which they are asked. The order does not depend on the case: a rule that
 * holds beats every rule that stands behind it.
 *
 * 1. the rule that names more axes by their value
 * 2. then the one that names more axes by a pattern
 * 3. then the one that is more precise on the first axis of the table on which they differ: the payment method before
 *    the product category, the carrier, the customer's group, the tax, the country, the shop
 * 4. then the longer patterns
 * 5. then the upper row of the screen
 */
export function rank(rules: readonly MappingRule[]): MappingRule[] {
  const weighed = rules.map((rule) => ({ rule, weights: weightsOf(rule) }));
  weighed.sort((a, b) => {
    const at = a.weights.findIndex((weight, index) => weight !== b.weights[index]);
    return at < 0 ? 0 : (b.weights[at] ?? 0) - (a.weights[at] ?? 0);
  });
  return weighed.map(({ rule }) => rule);
}
