import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowDefinitionSchema } from '#schemas/flow.ts';
import type { Command } from './commands.ts';
import { type CanvasDocument, edgeId, freshId } from './document.ts';
import { cutOut, fitInto } from './fragment.ts';
import { HISTORY_LIMIT, type History, perform, redo, seal, startHistory, undo } from './history.ts';
import { sampleDocument } from './sample-flow.ts';

/** A command made for the document as it stands then: `pick` chooses among its nodes, edges and notes. */
type Move = (document: CanvasDocument, pick: number) => Command;

function chosen<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(items.length, 1)];
}

const nodeAt = ({ definition }: CanvasDocument, pick: number) => chosen(Object.keys(definition.nodes), pick) ?? 'gone';

const moves: readonly Move[] = [
  (document, pick) => ({ kind: 'remove', nodes: [nodeAt(document, pick)], notes: [], edges: [] }),
  ({ definition }, pick) => {
    const edge = chosen(definition.edges, pick);
    return { kind: 'remove', nodes: [], notes: ['note'], edges: edge ? [edgeId(edge)] : [] };
  },
  (document, pick) => ({
    kind: 'move',
    nodes: { [nodeAt(document, pick)]: { x: pick, y: -pick } },
    notes: { note: { x: pick, y: pick } },
  }),
  (document, pick) => ({
    kind: 'connect',
    edge: {
      from: { node: nodeAt(document, pick), port: 'out' },
      to: { node: nodeAt(document, pick + 1), port: `in-${pick % 3}` },
    },
  }),
  (document, pick) => ({ kind: 'configure', node: nodeAt(document, pick), config: { depth: { value: pick } } }),
  (document, pick) => ({ kind: 'entitle', node: nodeAt(document, pick), title: pick % 3 === 0 ? '' : `Boîte ${pick}` }),
  (document, pick) => ({
    kind: 'bind',
    node: nodeAt(document, pick),
    type: pick % 2 === 0 ? 'shop' : 'sftp',
    connection: pick % 3 === 0 ? null : `00000000-0000-4000-8000-00000000000${pick % 4}`,
  }),
  (_, pick) => ({ kind: 'rename', name: `Flux ${pick % 5}` }),
  (_, pick) => ({ kind: 'edit-note', note: 'note', text: `Remarque ${pick}`, width: 100 + (pick % 50) }),
  (document, pick) => {
    const piece = cutOut(document.definition, [nodeAt(document, pick), nodeAt(document, pick + 1)], ['note']);
    return { kind: 'insert', fragment: fitInto(document, piece, { x: 32, y: 32 }) };
  },
];

const moveArbitrary = fc.tuple(fc.constantFrom(...moves), fc.nat(1000));

function play(start: History, list: readonly (readonly [Move, number])[]): History {
  return list.reduce((history, [make, pick]) => perform(history, make(history.present, pick)), start);
}

function undoAll(history: History): History {
  return history.past.reduce((state) => undo(state), history);
}

describe('history', () => {
  it('gives the first document back byte for byte when every command is undone', () => {
    const first = JSON.stringify(sampleDocument);
    fc.assert(
      fc.property(fc.array(moveArbitrary, { maxLength: 60 }), (list) => {
        const played = play(startHistory(sampleDocument), list);
        expect(JSON.stringify(undoAll(played).present)).toBe(first);
      }),
    );
  });

  it('gives the last document back byte for byte when every undo is redone', () => {
    fc.assert(
      fc.property(fc.array(moveArbitrary, { maxLength: 40 }), (list) => {
        const played = play(startHistory(sampleDocument), list);
        const back = undoAll(played);
        const again = back.future.reduce((state) => redo(state), back);
        expect(JSON.stringify(again.present)).toBe(JSON.stringify(played.present));
      }),
    );
  });

  it('keeps a flow that can be saved after any row of commands', () => {
    fc.assert(
      fc.property(fc.array(moveArbitrary, { maxLength: 40 }), (list) => {
        const { definition, bindings } = play(startHistory(sampleDocument), list).present;
        flowDefinitionSchema.parse(definition);
        const slots = Object.keys(definition.connections);
        for (const edge of definition.edges) {
          expect(definition.nodes).toHaveProperty([edge.from.node]);
          expect(definition.nodes).toHaveProperty([edge.to.node]);
        }
        for (const id of Object.keys(definition.layout.nodes)) expect(definition.nodes).toHaveProperty([id]);
        for (const node of Object.values(definition.nodes)) {
          if (node.connection) expect(slots).toContain(node.connection);
        }
        for (const slot of Object.keys(bindings)) expect(slots).toContain(slot);
        const inputs = definition.edges.map((edge) => `${edge.to.node}/${edge.to.port}`);
        expect(new Set(inputs).size).toBe(inputs.length);
      }),
    );
  });

  it('remembers 200 steps and no more', () => {
    let history = startHistory(sampleDocument);
    for (let count = 1; count <= HISTORY_LIMIT + 5; count += 1) {
      history = perform(history, { kind: 'rename', name: `Flux ${count}` });
    }
    expect(history.past).toHaveLength(200);
    expect(undoAll(history).present.definition.name).toBe('Flux 5');
  });

  it('leaves no step for a command that changes nothing', () => {
    const start = startHistory(sampleDocument);
    const same = perform(start, { kind: 'move', nodes: { orders: { x: 0, y: 0 } }, notes: {} });
    expect(same).toBe(start);
    const form = perform(start, { kind: 'configure', node: 'orders', config: { statuses: ['completed'] } });
    expect(form).toBe(start);
  });

  it('makes one step of a word typed letter by letter, until the row is sealed', () => {
    let history = startHistory(sampleDocument);
    for (const name of ['V', 'Ve', 'Ven']) history = perform(history, { kind: 'rename', name }, 'name');
    expect(history.past).toHaveLength(1);
    history = perform(seal(history), { kind: 'rename', name: 'Vente' }, 'name');
    expect(history.past).toHaveLength(2);
    expect(undo(history).present.definition.name).toBe('Ven');
    expect(undo(undo(history)).present).toBe(sampleDocument);
  });

  it('forgets what was undone once something new is done', () => {
    const done = perform(startHistory(sampleDocument), { kind: 'rename', name: 'Un' });
    const other = perform(undo(done), { kind: 'rename', name: 'Deux' });
    expect(redo(other)).toBe(other);
  });
});

describe('freshId', () => {
  it('stays within the 40 characters of a flow id', () => {
    const base = 'a'.repeat(60);
    const taken = new Set<string>();
    for (let count = 0; count < 12; count += 1) taken.add(freshId(base, taken));
    expect(taken.size).toBe(12);
    for (const id of taken) expect(id.length).toBeLessThanOrEqual(40);
  });
});
