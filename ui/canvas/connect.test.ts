import { describe, expect, it } from 'vitest';
import { joinNodes, refusalOf } from './connect.ts';
import { arrange } from './layout.ts';
import { neighbour } from './neighbours.ts';
import { sampleDefinition, sampleTypes } from './sample-flow.ts';

const unlinked = { ...sampleDefinition, edges: [] };
const edge = (from: string, fromPort: string, to: string, toPort: string) => ({
  from: { node: from, port: fromPort },
  to: { node: to, port: toPort },
});

describe('drawing an edge', () => {
  it('is allowed between ports of the same kind of document', () => {
    expect(refusalOf(unlinked, sampleTypes, edge('orders', 'sales-document', 'entries', 'sales-document'))).toBeNull();
  });

  it('is refused between kinds, naming the node type that stands between', () => {
    const refusal = refusalOf(unlinked, sampleTypes, edge('entries', 'journal-entry', 'upload', 'file'));
    expect(refusal).toMatchObject({ reason: 'kind', from: 'journal-entry', to: 'file' });
    expect(refusal?.reason === 'kind' && refusal.between?.id).toBe('text-file');
  });

  it('may join another one in the same input, but not stand there twice', () => {
    const other = {
      ...sampleDefinition,
      nodes: { ...sampleDefinition.nodes, more: { type: 'orders', version: 1, config: {} } },
    };
    expect(refusalOf(other, sampleTypes, edge('more', 'sales-document', 'entries', 'sales-document'))).toBeNull();
    const present = edge('orders', 'sales-document', 'entries', 'sales-document');
    expect(refusalOf(sampleDefinition, sampleTypes, present)?.reason).toBe('taken');
  });

  it('is refused when documents would run in a circle', () => {
    const nodes = { a: { type: 'check', version: 1, config: {} }, b: { type: 'check', version: 1, config: {} } };
    const circle = { ...unlinked, nodes, edges: [edge('a', 'journal-entry', 'b', 'journal-entry')] };
    expect(refusalOf(circle, sampleTypes, edge('b', 'journal-entry', 'a', 'journal-entry'))?.reason).toBe('cycle');
    expect(refusalOf(circle, sampleTypes, edge('a', 'journal-entry', 'a', 'journal-entry'))?.reason).toBe('itself');
  });

  it('finds the ports itself when two nodes are named', () => {
    expect(joinNodes(unlinked, sampleTypes, 'orders', 'entries')).toEqual({
      edge: edge('orders', 'sales-document', 'entries', 'sales-document'),
    });
    expect(joinNodes(unlinked, sampleTypes, 'entries', 'orders')).toEqual({
      refusal: { reason: 'no-input', target: 'orders' },
    });
  });
});

describe('arranging', () => {
  it('puts each node right of the one it reads from, and moves nothing the second time', () => {
    const placed = arrange(sampleDefinition, sampleTypes);
    for (const { from, to } of sampleDefinition.edges) {
      expect(placed[to.node]?.x ?? 0).toBeGreaterThan(placed[from.node]?.x ?? 0);
    }
    const again = arrange({ ...sampleDefinition, layout: { nodes: placed, notes: [] } }, sampleTypes);
    expect(again).toEqual(placed);
  });

  it('does not depend on the order in which nodes were added', () => {
    const turned = { ...sampleDefinition, nodes: Object.fromEntries(Object.entries(sampleDefinition.nodes).reverse()) };
    expect(arrange(turned, sampleTypes)).toEqual(arrange(sampleDefinition, sampleTypes));
  });
});

describe('moving about with arrows', () => {
  it('goes to the node straight ahead', () => {
    expect(neighbour(sampleDefinition, 'orders', 'right')).toBe('entries');
    expect(neighbour(sampleDefinition, 'check', 'left')).toBe('entries');
    expect(neighbour(sampleDefinition, 'orders', 'up')).toBeNull();
  });
});
