import { describe, expect, it } from 'vitest';
import { sampleDefinition } from '#ui/canvas/sample-flow.ts';
import { waysOn } from './downstream.ts';

describe('the ways on from a review', () => {
  it('follow the nodes to the end of the flow', () => {
    expect(waysOn(sampleDefinition, 'check')).toEqual([['text-file', 'upload']]);
  });

  it('are several when the entries part', () => {
    const edge = { from: { node: 'check', port: 'journal-entry' }, to: { node: 'other', port: 'journal-entry' } };
    const parted = { ...sampleDefinition, edges: [...sampleDefinition.edges, edge] };
    expect(waysOn(parted, 'check')).toEqual([['text-file', 'upload'], ['other']]);
  });

  it('end even in a flow that runs in a circle', () => {
    const back = { from: { node: 'upload', port: 'file' }, to: { node: 'check', port: 'journal-entry' } };
    const circle = { ...sampleDefinition, edges: [...sampleDefinition.edges, back] };
    expect(waysOn(circle, 'check')).toEqual([['text-file', 'upload']]);
  });
});
