import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import type { DocumentKind } from '#schemas/documents/index.ts';
import type { Edge, FlowDefinition } from '#schemas/flow.ts';

export type NodeTypes = ReadonlyMap<string, NodeTypeInfo>;

/** Why two ports cannot be joined; the screen says it in the reader's language. */
export type Refusal =
  | { readonly reason: 'unknown-port' }
  | { readonly reason: 'itself' }
  | { readonly reason: 'no-input'; readonly target: string }
  | {
      readonly reason: 'kind';
      readonly from: DocumentKind;
      readonly to: DocumentKind;
      /** Node types that stand between the two, when one does. */
      readonly between: NodeTypeInfo | null;
    }
  | { readonly reason: 'taken' }
  | { readonly reason: 'cycle' };

export function nodeTypeOf(definition: FlowDefinition, types: NodeTypes, node: string): NodeTypeInfo | undefined {
  const found = definition.nodes[node];
  return found && types.get(found.type);
}

/** True when documents that leave `start` can reach `goal`. */
export function reaches(edges: readonly Edge[], start: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === goal) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    for (const edge of edges) if (edge.from.node === node) open.push(edge.to.node);
  }
  return false;
}

function isSameEdge(a: Edge, b: Edge): boolean {
  const ends = ({ from, to }: Edge) => [from.node, from.port, to.node, to.port].join(' ');
  return ends(a) === ends(b);
}

function converter(types: NodeTypes, from: DocumentKind, to: DocumentKind): NodeTypeInfo | null {
  const fits = [...types.values()].find(
    (type) => type.inputs.some((port) => port.kind === from) && type.outputs.some((port) => port.kind === to),
  );
  return fits ?? null;
}

/** Why an edge cannot be drawn, or null when it can. Several edges may meet in one input (two shops, one mapping); documents never run in a circle. */
export function refusalOf(definition: FlowDefinition, types: NodeTypes, edge: Edge): Refusal | null {
  if (edge.from.node === edge.to.node) return { reason: 'itself' };
  const from = nodeTypeOf(definition, types, edge.from.node)?.outputs.find((port) => port.id === edge.from.port);
  const to = nodeTypeOf(definition, types, edge.to.node)?.inputs.find((port) => port.id === edge.to.port);
  if (!from || !to) return { reason: 'unknown-port' };
  if (from.kind !== to.kind) {
    return { reason: 'kind', from: from.kind, to: to.kind, between: converter(types, from.kind, to.kind) };
  }
  if (definition.edges.some((other) => isSameEdge(other, edge))) return { reason: 'taken' };
  if (reaches(definition.edges, edge.to.node, edge.from.node)) return { reason: 'cycle' };
  return null;
}

/**
 * The edge to draw when a person names two nodes and no ports (keyboard, a drop on the box), or why there is none.
 * The first pair of ports that fits is taken; when none fits, the refusal of the pair that came closest is given.
 */
export function joinNodes(
  definition: FlowDefinition,
  types: NodeTypes,
  source: string,
  target: string,
): { edge: Edge } | { refusal: Refusal } {
  const outputs = nodeTypeOf(definition, types, source)?.outputs ?? [];
  const inputs = nodeTypeOf(definition, types, target)?.inputs ?? [];
  if (source === target) return { refusal: { reason: 'itself' } };
  if (inputs.length === 0) return { refusal: { reason: 'no-input', target } };
  if (outputs.length === 0) return { refusal: { reason: 'unknown-port' } };
  let nearest: Refusal | null = null;
  for (const output of outputs) {
    for (const input of inputs) {
      const edge = { from: { node: source, port: output.id }, to: { node: target, port: input.id } };
      const refusal = refusalOf(definition, types, edge);
      if (!refusal) return { edge };
      if (!nearest || nearest.reason === 'kind') nearest = refusal;
    }
  }
  return { refusal: nearest ?? { reason: 'unknown-port' } };
}
