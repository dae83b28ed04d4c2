import type { FlowDefinition } from '#schemas/flow.ts';
import type { FlowDiff } from '#schemas/flow-diff.ts';
import { positionOf } from '#ui/canvas/document.ts';

/** The flow after, with what is gone from it standing where it stood before. */
export function bothFlows(before: FlowDefinition, after: FlowDefinition, diff: FlowDiff): FlowDefinition {
  const gone = diff.nodes.filter(({ change }) => change === 'removed').map(({ node }) => node);
  const lost = gone.flatMap((id) => {
    const node = before.nodes[id];
    return node ? [[id, node, positionOf(before, id)] as const] : [];
  });
  const edges = diff.edges.filter(({ change }) => change === 'removed').map(({ from, to }) => ({ from, to }));
  return {
    ...after,
    nodes: { ...after.nodes, ...Object.fromEntries(lost.map(([id, node]) => [id, node])) },
    edges: [...after.edges, ...edges],
    layout: {
      ...after.layout,
      nodes: { ...after.layout.nodes, ...Object.fromEntries(lost.map(([id, , place]) => [id, place])) },
    },
  };
}
