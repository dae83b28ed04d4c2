import type { FlowDiff } from '#schemas/flow-diff.ts';
import type { Mark } from '#ui/canvas/view.ts';

/** How the boxes of one side's picture are marked: what is gone stands only before, what is new only after. */
export function marksOf(diff: FlowDiff): ReadonlyMap<string, Mark> {
  return new Map(diff.nodes.map(({ node, change }) => [node, change]));
}
