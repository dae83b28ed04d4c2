import { describe, expect, it } from 'vitest';
import { applyCommand } from './commands.ts';
import { cutOut, fitInto, parseFragment } from './fragment.ts';
import { sampleDefinition, sampleDocument } from './sample-flow.ts';

const FIRST = '00000000-0000-4000-8000-000000000001';
const SECOND = '00000000-0000-4000-8000-000000000002';

function withSecondOrders() {
  const piece = fitInto(sampleDocument, cutOut(sampleDefinition, ['orders'], []), { x: 0, y: 160 });
  return applyCommand(sampleDocument, { kind: 'insert', fragment: piece });
}

describe('removing a node', () => {
  it('takes its edges, its place and its unused slot along', () => {
    const { definition, bindings } = applyCommand(sampleDocument, {
      kind: 'remove',
      nodes: ['orders'],
      notes: [],
      edges: [],
    });
    expect(Object.keys(definition.nodes)).not.toContain('orders');
    expect(definition.edges).toHaveLength(3);
    expect(definition.layout.nodes).not.toHaveProperty('orders');
    expect(definition.connections).toEqual({ sftp: { type: 'sftp' } });
    expect(bindings).toEqual({});
  });

  it('keeps the slot while another node uses it', () => {
    const document = applyCommand(withSecondOrders(), { kind: 'remove', nodes: ['orders'], notes: [], edges: [] });
    expect(document.bindings).toEqual({ shop: FIRST });
  });
});

describe('pasting', () => {
  it('gives new ids, keeps the edges among the pasted and the slot of the same name', () => {
    const piece = cutOut(sampleDefinition, ['orders', 'entries'], ['note']);
    const fitted = fitInto(sampleDocument, piece, { x: 16, y: 32 });
    expect(Object.keys(fitted.nodes)).toEqual(['orders-2', 'entries-2']);
    expect(fitted.edges).toEqual([
      {
        from: { node: 'orders-2', port: 'sales-document' },
        to: { node: 'entries-2', port: 'sales-document' },
      },
    ]);
    expect(fitted.nodes['orders-2']?.connection).toBe('shop');
    expect(fitted.positions['entries-2']).toEqual({ x: 336, y: 32 });
    expect(fitted.notes.map((note) => note.id)).toEqual(['note-2']);
  });

  it('carries no connection of the workspace through the clipboard', () => {
    const text = JSON.stringify(cutOut(sampleDefinition, ['orders', 'upload'], []));
    expect(text).not.toContain(FIRST);
    expect(Object.keys(parseFragment(text)?.connections ?? {})).toEqual(['shop', 'sftp']);
  });

  it('makes a slot of its own when the name stands for another type here', () => {
    const piece = { ...cutOut(sampleDefinition, ['orders'], []), connections: { shop: { type: 'other-shop' } } };
    const fitted = fitInto(sampleDocument, piece, { x: 0, y: 0 });
    expect(fitted.connections).toEqual({ 'shop-2': { type: 'other-shop' } });
    expect(fitted.nodes['orders-2']?.connection).toBe('shop-2');
  });

  it('takes other text on the clipboard for nothing', () => {
    expect(parseFragment('Bonjour')).toBeNull();
    expect(parseFragment('{"format":"passerelle.flow/1"}')).toBeNull();
  });
});

describe('binding a connection', () => {
  it('shares the slot of a node that already uses that connection', () => {
    const document = applyCommand(withSecondOrders(), {
      kind: 'bind',
      node: 'orders-2',
      type: 'shop',
      connection: FIRST,
    });
    expect(document.definition.nodes['orders-2']?.connection).toBe('shop');
    expect(document.bindings).toEqual({ shop: FIRST });
  });

  it('leaves the other users of a shared slot alone', () => {
    const document = applyCommand(withSecondOrders(), {
      kind: 'bind',
      node: 'orders-2',
      type: 'shop',
      connection: SECOND,
    });
    expect(document.definition.nodes).toMatchObject({ orders: { connection: 'shop' } });
    expect(document.definition.nodes['orders-2']?.connection).toBe('shop-2');
    expect(document.bindings).toEqual({ shop: FIRST, 'shop-2': SECOND });
  });

  it('rebinds the slot in place when the node is its only user', () => {
    const document = applyCommand(sampleDocument, { kind: 'bind', node: 'orders', type: 'shop', connection: SECOND });
    expect(document.definition.connections).toEqual(sampleDefinition.connections);
    expect(document.bindings).toEqual({ shop: SECOND });
  });
});

describe('small edits', () => {
  it('refuses an empty flow name and drops an empty node title', () => {
    expect(applyCommand(sampleDocument, { kind: 'rename', name: '  ' })).toBe(sampleDocument);
    const untitled = applyCommand(sampleDocument, { kind: 'entitle', node: 'entries', title: ' ' });
    expect(untitled.definition.nodes).not.toHaveProperty('entries.title');
  });

  it('does not draw a second edge into an input', () => {
    const edge = {
      from: { node: 'orders', port: 'sales-document' },
      to: { node: 'entries', port: 'sales-document' },
    };
    expect(applyCommand(sampleDocument, { kind: 'connect', edge })).toBe(sampleDocument);
  });
});
