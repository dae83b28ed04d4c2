import type { Comparison } from '#schemas/entry-diff.ts';

export const COMPARISON_COLOURS: Readonly<Record<Comparison, string>> = {
  same: 'teal',
  changed: 'yellow',
  outcome: 'orange',
  'only-before': 'red',
  'only-after': 'blue',
  'not-comparable': 'gray',
  pending: 'gray',
};
