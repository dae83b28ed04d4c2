import { expect, it } from 'vitest';
import type { FlowDiff } from '#schemas/flow-diff.ts';
import { sampleDefinition } from '#ui/canvas/sample-flow.ts';
import { bothFlows } from './both-flows.ts';

const nothing: FlowDiff = {
  ...{ isSame: true, flow: [], slots: [], nodes: [], edges: [], moved: [], notesChanged: false },
};

it('keeps what is gone in the picture, where it stood, with the lines that led to it', () => {
  const { upload: _gone, ...kept } = sampleDefinition.nodes;
  const after = { ...sampleDefinition, nodes: kept, edges: sampleDefinition.edges.slice(0, 3) };
  const [edge] = sampleDefinition.edges.slice(3);
  if (!edge) throw new Error('the sample has too few edges');
  const facts = { type: 'upload', version: 1, title: null, connection: null };
  const both = bothFlows(sampleDefinition, after, {
    ...nothing,
    isSame: false,
    nodes: [{ node: 'upload', change: 'removed', before: facts, after: null, settings: [] }],
    edges: [{ ...edge, change: 'removed' }],
  });
  expect(both.nodes).toEqual(sampleDefinition.nodes);
  expect(both.edges).toEqual(sampleDefinition.edges);
  expect(both.layout.nodes['upload']).toBeDefined();
});

it('is the flow after when nothing is gone', () => {
  expect(bothFlows(sampleDefinition, sampleDefinition, nothing)).toEqual(sampleDefinition);
});
