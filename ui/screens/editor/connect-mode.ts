import type { FlowDefinition } from '#schemas/flow.ts';
import { joinNodes, type NodeTypes } from '#ui/canvas/connect.ts';
import { neighbour, readingOrder } from '#ui/canvas/neighbours.ts';

/** Connecting by keyboard: from which node, and the one aimed at. */
export interface ConnectMode {
  readonly source: string;
  readonly target: string;
}

/** Begins at a node, aiming at the first one it can be joined to, else at its neighbour; null when it is alone. */
export function beginConnecting(definition: FlowDefinition, types: NodeTypes, source: string): ConnectMode | null {
  const others = readingOrder(definition).filter((id) => id !== source);
  const fits = others.find((id) => 'edge' in joinNodes(definition, types, source, id));
  const target = fits ?? neighbour(definition, source, 'right') ?? others[0];
  return target ? { source, target } : null;
}

/** Aims at the next node in a direction; stays where there is none. */
export function aim(
  definition: FlowDefinition,
  mode: ConnectMode,
  direction: 'left' | 'right' | 'up' | 'down',
): ConnectMode {
  const next = neighbour(definition, mode.target, direction);
  const beyond = next === mode.source ? neighbour(definition, mode.source, direction) : next;
  return beyond ? { ...mode, target: beyond } : mode;
}
