import { Graph, layout as runDagre } from '@dagrejs/dagre';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { NodeTypes } from './connect.ts';
import { NODE_WIDTH, nodeHeight, type Point, positionOf, snap } from './document.ts';

export function sizeOf(definition: FlowDefinition, types: NodeTypes, node: string): { width: number; height: number } {
  const type = types.get(definition.nodes[node]?.type ?? '');
  return { width: NODE_WIDTH, height: nodeHeight(type?.inputs.length ?? 1, type?.outputs.length ?? 1) };
}

/**
 * Places every node from left to right in the direction of the documents. The same flow gives the same picture:
 * nodes are handed over from top to bottom as they stand now, so that arranging twice moves nothing.
 */
export function arrange(definition: FlowDefinition, types: NodeTypes): Record<string, Point> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 48, ranksep: 72, marginx: 32, marginy: 32 });
  graph.setDefaultEdgeLabel(() => ({}));
  const ids = Object.keys(definition.nodes).sort();
  for (const id of ids) graph.setNode(id, sizeOf(definition, types, id));
  for (const edge of definition.edges) graph.setEdge(edge.from.node, edge.to.node);
  runDagre(graph);
  const placed: Record<string, Point> = {};
  for (const id of ids) {
    const { x, y } = graph.node(id);
    const { width, height } = sizeOf(definition, types, id);
    placed[id] = { x: snap((x ?? 0) - width / 2), y: snap((y ?? 0) - height / 2) };
  }
  return placed;
}

/**
 * Where each node stands: as the flow says. A node of which it says nothing, as in a file that came without its picture,
 * stands where arranging would put it, below all that has its place.
 */
export function placesOfNodes(definition: FlowDefinition, types: NodeTypes): Readonly<Record<string, Point>> {
  const kept = definition.layout.nodes;
  const ids = Object.keys(definition.nodes);
  if (ids.every((id) => kept[id])) return kept;
  const bottoms = ids.flatMap((id) => (kept[id] ? [kept[id].y + sizeOf(definition, types, id).height + 48] : []));
  const below = bottoms.length === 0 ? 0 : Math.max(...bottoms);
  const arranged = Object.entries(arrange(definition, types));
  return { ...Object.fromEntries(arranged.map(([id, { x, y }]) => [id, { x, y: y + below }])), ...kept };
}

/** A free place for one more node: right of the given one, or right of everything, never on top of another. */
export function freePlace(definition: FlowDefinition, types: NodeTypes, beside: string | null): Point {
  const ids = Object.keys(definition.nodes);
  const anchor = beside && beside in definition.nodes ? beside : ids.at(-1);
  if (!anchor) return { x: 32, y: 32 };
  const start = positionOf(definition, anchor);
  const place = { x: snap(start.x + NODE_WIDTH + 80), y: snap(start.y) };
  const overlaps = () =>
    ids.some((id) => {
      const other = positionOf(definition, id);
      const { height } = sizeOf(definition, types, id);
      return Math.abs(other.x - place.x) < NODE_WIDTH + 16 && Math.abs(other.y - place.y) < height + 16;
    });
  while (overlaps()) place.y += 32;
  return place;
}
