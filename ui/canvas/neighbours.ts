import type { FlowDefinition } from '#schemas/flow.ts';
import { positionOf } from './document.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const VECTOR: Readonly<Record<Direction, { x: number; y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Nodes in reading order: from left to right, then from top to bottom. */
export function readingOrder(definition: FlowDefinition): string[] {
  return Object.keys(definition.nodes).sort((a, b) => {
    const first = positionOf(definition, a);
    const second = positionOf(definition, b);
    return first.x - second.x || first.y - second.y || (a < b ? -1 : 1);
  });
}

/**
 * The node next to another in a direction, for moving about with the arrow keys. What lies straight ahead wins over
 * what lies nearer but aside.
 */
export function neighbour(definition: FlowDefinition, node: string, direction: Direction): string | null {
  const here = positionOf(definition, node);
  const ahead = VECTOR[direction];
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const id of readingOrder(definition)) {
    if (id === node) continue;
    const there = positionOf(definition, id);
    const offset = { x: there.x - here.x, y: there.y - here.y };
    const along = offset.x * ahead.x + offset.y * ahead.y;
    const aside = Math.abs(offset.x * ahead.y) + Math.abs(offset.y * ahead.x);
    const cost = along + 2 * aside;
    if (along > 0 && cost < bestCost) [best, bestCost] = [id, cost];
  }
  return best;
}
