import { expect, it } from 'vitest';
import { NODE_WIDTH } from './document.ts';
import { arrange, placesOfNodes, sizeOf } from './layout.ts';
import { sampleDefinition, sampleTypes } from './sample-flow.ts';

const placed = (nodes: typeof sampleDefinition.layout.nodes) =>
  placesOfNodes({ ...sampleDefinition, layout: { nodes, notes: [] } }, sampleTypes);

it('draws a flow that came without its picture as arranging would', () => {
  expect(placed({})).toEqual(arrange(sampleDefinition, sampleTypes));
});

it('leaves what has its place there and puts the rest where it covers nothing', () => {
  const kept = { orders: { x: 10, y: 500 }, entries: { x: 320, y: 20 } };
  const places = placed(kept);
  expect(places).toMatchObject(kept);
  const boxes = Object.entries(places).map(([id, at]) => ({ ...at, ...sizeOf(sampleDefinition, sampleTypes, id) }));
  expect(boxes).toHaveLength(Object.keys(sampleDefinition.nodes).length);
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const isApart = Math.abs(one.x - other.x) >= NODE_WIDTH || Math.abs(one.y - other.y) >= one.height;
      expect(isApart, JSON.stringify([one, other])).toBe(true);
    }
  }
});
