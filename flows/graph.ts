import type { FlowDefinition } from '#schemas/flow.ts';

/** Node ids that feed a node, each once, in stable order. */
export function feedersOf(flow: FlowDefinition, node: string): string[] {
  const feeders = flow.edges.filter((edge) => edge.to.node === node).map((edge) => edge.from.node);
  return [...new Set(feeders)].sort();
}

/**
 * Node ids such that each comes after all that feed it; equal choices go by id, so that the same graph always gives
 * the same order.
 *
 * @returns the order, and the ids that lie on or behind a cycle (empty for a sound flow)
 */
export function topologicalOrder(flow: FlowDefinition): { order: string[]; cyclic: string[] } {
  const waiting = new Map(Object.keys(flow.nodes).map((id) => [id, new Set(feedersOf(flow, id))]));
  const order: string[] = [];
  for (;;) {
    const ready = [...waiting]
      .filter(([, feeders]) => ![...feeders].some((id) => waiting.has(id)))
      .map(([id]) => id)
      .sort();
    if (ready.length === 0) break;
    for (const id of ready) waiting.delete(id);
    order.push(...ready);
  }
  return { order, cyclic: [...waiting.keys()].sort() };
}
