import { describe, expect, it } from 'vitest';
import type { Connection } from '#schemas/api/connections.ts';
import { sampleDefinition, sampleDocument, sampleTypes } from '#ui/canvas/sample-flow.ts';
import { createCanvasStore } from '#ui/canvas/store.ts';
import { insertNode } from './add-node.ts';
import { addNote } from './add-note.ts';
import { aim, beginConnecting } from './connect-mode.ts';

const EMPTY = {
  definition: { ...sampleDefinition, connections: {}, nodes: {}, edges: [], layout: { nodes: {}, notes: [] } },
  bindings: {},
};
const SFTP: Connection = {
  id: '00000000-0000-4000-8000-000000000009',
  type: 'sftp',
  name: 'Serveur du comptable',
  fields: {},
  secretsSet: [],
  isDemo: false,
  status: 'ok',
  lastTestedAt: null,
  lastProblem: null,
  warnings: [],
  health: { state: 'closed', failures: 0, retryAt: null, problem: null },
  callsPerSecond: null,
  usedBy: [],
  createdAt: '2026-11-01T00:00:00Z',
};

describe('adding a node', () => {
  it('connects it to the selected node and takes both back in one undo', () => {
    const store = createCanvasStore(EMPTY);
    insertNode(store, sampleTypes, [], 'orders');
    insertNode(store, sampleTypes, [], 'entries');
    const { definition } = store.getState().history.present;
    expect(definition.edges.map((edge) => [edge.from.node, edge.to.node])).toEqual([['orders', 'entries']]);
    expect(store.getState().selection.nodes).toEqual(['entries']);
    store.undo();
    expect(store.getState().history.present.definition.edges).toEqual([]);
    expect(Object.keys(store.getState().history.present.definition.nodes)).toEqual(['orders']);
    expect(store.getState().selection.nodes).toEqual([]);
  });

  it('never puts two boxes on one place', () => {
    const store = createCanvasStore(EMPTY);
    for (let count = 0; count < 4; count += 1) {
      insertNode(store, sampleTypes, [], 'orders');
      store.select({ nodes: ['orders'] });
    }
    const places = Object.values(store.getState().history.present.definition.layout.nodes);
    expect(new Set(places.map(({ x, y }) => `${x}/${y}`)).size).toBe(4);
  });

  it('chooses the only connection of its type, and none where there are two', () => {
    const one = createCanvasStore(EMPTY);
    insertNode(one, sampleTypes, [SFTP], 'upload');
    expect(one.getState().history.present.bindings).toEqual({ sftp: SFTP.id });
    const two = createCanvasStore(EMPTY);
    insertNode(two, sampleTypes, [SFTP, { ...SFTP, id: '00000000-0000-4000-8000-000000000010' }], 'upload');
    expect(two.getState().history.present.bindings).toEqual({});
  });
});

describe('connecting by keyboard', () => {
  it('aims first at a node that fits', () => {
    const store = createCanvasStore(EMPTY);
    insertNode(store, sampleTypes, [], 'entries', { x: 0, y: 0 });
    insertNode(store, sampleTypes, [], 'upload', { x: 320, y: 0 });
    insertNode(store, sampleTypes, [], 'text-file', { x: 640, y: 0 });
    const { definition } = store.getState().history.present;
    expect(beginConnecting(definition, sampleTypes, 'entries')).toEqual({ source: 'entries', target: 'text-file' });
  });

  it('steps over the node it starts from', () => {
    const mode = { source: 'entries', target: 'check' };
    expect(aim(sampleDefinition, mode, 'left').target).toBe('orders');
  });
});

describe('adding a note', () => {
  it('leaves what the flow does as it is', () => {
    const store = createCanvasStore(sampleDocument);
    addNote(store);
    const { layout: _layout, ...behaviour } = store.getState().history.present.definition;
    const { layout: _former, ...before } = sampleDefinition;
    expect(behaviour).toEqual(before);
    expect(store.getState().selection.notes).toEqual(['note-2']);
  });
});
