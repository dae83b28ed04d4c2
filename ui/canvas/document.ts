import type { Edge, FlowDefinition } from '#schemas/flow.ts';

/**
 * What the canvas edits: a flow and which connection of the workspace each of its slots uses. It is never changed in
 * place: every command gives a new one that shares what did not change, so that an undo is the former one itself.
 */
export interface CanvasDocument {
  readonly definition: FlowDefinition;
  /** Connection id by slot name. */
  readonly bindings: Readonly<Record<string, string>>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Side of the grid on which boxes snap, in canvas pixels. */
export const GRID = 16;
export const NODE_WIDTH = 240;
const NODE_HEAD = 64;
const PORT_ROW = 24;

/** Height of a node's box: its head and one row for each port on the fuller side. */
export function nodeHeight(inputs: number, outputs: number): number {
  return NODE_HEAD + Math.max(inputs, outputs, 0) * PORT_ROW;
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

export function positionOf(definition: FlowDefinition, node: string): Point {
  return definition.layout.nodes[node] ?? { x: 0, y: 0 };
}

/** Text by which an edge is known: an input takes one edge, so its end names it. */
export function edgeId(edge: Edge): string {
  return `${edge.from.node}.${edge.from.port}>${edge.to.node}.${edge.to.port}`;
}

/**
 * An id that is not taken, made of a base: "journal-entry", then "journal-entry-2".
 * Flow ids hold 40 characters at most; the base is cut so that the number fits.
 */
export function freshId(base: string, taken: ReadonlySet<string>): string {
  const stem = base.slice(0, 36);
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
