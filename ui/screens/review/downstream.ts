import type { FlowDefinition } from '#schemas/flow.ts';

/**
 * Where documents go from a node on: one list of node ids for each way to an end of the flow, in order. Tells a person
 * what a confirmation sets going.
 */
export function waysOn(definition: FlowDefinition, node: string, seen: readonly string[] = []): string[][] {
  const next = [...new Set(definition.edges.filter((edge) => edge.from.node === node).map((edge) => edge.to.node))];
  // A flow that runs in a circle cannot be published; this only keeps a broken one from hanging the page.
  const open = next.filter((id) => !seen.includes(id));
  return open.flatMap((id) => {
    const further = waysOn(definition, id, [...seen, node]);
    return further.length === 0 ? [[id]] : further.map((way) => [id, ...way]);
  });
}
