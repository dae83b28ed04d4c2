import { assertNever } from '#schemas/errors.ts';
import type { Edge, FlowDefinition, FlowNode } from '#schemas/flow.ts';
import { type CanvasDocument, edgeId, type Point } from './document.ts';
import type { Fragment } from './fragment.ts';
import { bindNode, pruneSlots } from './slots.ts';

/** Every way to change a flow on the canvas. Mouse, keyboard and forms all make these; nothing else edits. */
export type Command =
  | { readonly kind: 'insert'; readonly fragment: Fragment; readonly bindings?: Readonly<Record<string, string>> }
  | {
      readonly kind: 'remove';
      readonly nodes: readonly string[];
      readonly notes: readonly string[];
      /** Edge ids. */
      readonly edges: readonly string[];
    }
  | {
      readonly kind: 'move';
      readonly nodes: Readonly<Record<string, Point>>;
      readonly notes: Readonly<Record<string, Point>>;
    }
  | { readonly kind: 'connect'; readonly edge: Edge }
  | { readonly kind: 'configure'; readonly node: string; readonly config: Readonly<Record<string, unknown>> }
  | { readonly kind: 'entitle'; readonly node: string; readonly title: string }
  | { readonly kind: 'bind'; readonly node: string; readonly type: string; readonly connection: string | null }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'describe'; readonly description: string }
  | {
      readonly kind: 'edit-note';
      readonly note: string;
      readonly text?: string;
      readonly width?: number;
      readonly height?: number;
    };

/** Applies one command. A command that changes nothing gives the very same document back. */
export function applyCommand(document: CanvasDocument, command: Command): CanvasDocument {
  switch (command.kind) {
    case 'insert':
      return insert(document, command.fragment, command.bindings ?? {});
    case 'remove':
      return remove(document, command);
    case 'move':
      return withDefinition(document, move(document.definition, command));
    case 'connect':
      return withDefinition(document, connect(document.definition, command.edge));
    case 'configure':
      return editNode(document, command.node, (node) => ({ ...node, config: { ...command.config } }));
    case 'entitle':
      return editNode(document, command.node, (node) => entitle(node, command.title));
    case 'bind':
      return bindNode(document, command.node, command.type, command.connection);
    case 'rename':
      return command.name.trim() === '' ? document : patch(document, { name: command.name.trim().slice(0, 120) });
    case 'describe':
      return patch(document, { description: command.description.slice(0, 2000) });
    case 'edit-note':
      return editNote(document, command);
    default:
      return assertNever(command);
  }
}

function withDefinition(document: CanvasDocument, definition: FlowDefinition): CanvasDocument {
  return definition === document.definition ? document : { ...document, definition };
}

function patch(document: CanvasDocument, change: Partial<FlowDefinition>): CanvasDocument {
  return withDefinition(document, { ...document.definition, ...change });
}

function insert(
  document: CanvasDocument,
  fragment: Fragment,
  bindings: Readonly<Record<string, string>>,
): CanvasDocument {
  const { definition } = document;
  if (Object.keys(fragment.nodes).some((id) => id in definition.nodes)) return document;
  return {
    bindings: { ...document.bindings, ...bindings },
    definition: {
      ...definition,
      connections: { ...definition.connections, ...fragment.connections },
      nodes: { ...definition.nodes, ...fragment.nodes },
      edges: [...definition.edges, ...fragment.edges],
      layout: {
        nodes: { ...definition.layout.nodes, ...fragment.positions },
        notes: [...definition.layout.notes, ...fragment.notes],
      },
    },
  };
}

function without<Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

function remove(document: CanvasDocument, command: Extract<Command, { kind: 'remove' }>): CanvasDocument {
  const { definition } = document;
  const { layout } = definition;
  const nodes = without(definition.nodes, command.nodes);
  const edges = definition.edges.filter(
    (edge) => edge.from.node in nodes && edge.to.node in nodes && !command.edges.includes(edgeId(edge)),
  );
  const notes = layout.notes.filter((note) => !command.notes.includes(note.id));
  const same =
    Object.keys(nodes).length === Object.keys(definition.nodes).length &&
    edges.length === definition.edges.length &&
    notes.length === layout.notes.length;
  if (same) return document;
  const kept = { ...definition, nodes, edges, layout: { nodes: without(layout.nodes, command.nodes), notes } };
  return pruneSlots({ ...document, definition: kept });
}

function move(definition: FlowDefinition, command: Extract<Command, { kind: 'move' }>): FlowDefinition {
  const { layout } = definition;
  const changed = Object.entries(command.nodes).filter(([id, point]) => {
    const now = layout.nodes[id];
    return id in definition.nodes && (now?.x !== point.x || now.y !== point.y);
  });
  const notes = layout.notes.map((note) => {
    const point = command.notes[note.id];
    return point && (point.x !== note.x || point.y !== note.y) ? { ...note, x: point.x, y: point.y } : note;
  });
  if (changed.length === 0 && notes.every((note, index) => note === layout.notes[index])) return definition;
  const moved = Object.fromEntries(changed.map(([id, { x, y }]) => [id, { x, y }]));
  return { ...definition, layout: { nodes: { ...layout.nodes, ...moved }, notes } };
}

function connect(definition: FlowDefinition, edge: Edge): FlowDefinition {
  const isTaken = definition.edges.some((other) => other.to.node === edge.to.node && other.to.port === edge.to.port);
  if (isTaken || !(edge.from.node in definition.nodes) || !(edge.to.node in definition.nodes)) return definition;
  return { ...definition, edges: [...definition.edges, edge] };
}

function editNode(document: CanvasDocument, id: string, change: (node: FlowNode) => FlowNode): CanvasDocument {
  const node = document.definition.nodes[id];
  if (!node) return document;
  const changed = change(node);
  // Forms report a change for every keystroke, also when the value came back to what it was.
  if (JSON.stringify(changed) === JSON.stringify(node)) return document;
  return patch(document, { nodes: { ...document.definition.nodes, [id]: changed } });
}

function entitle(node: FlowNode, title: string): FlowNode {
  const { title: _former, ...rest } = node;
  const text = title.trim().slice(0, 80);
  return text === '' ? rest : { ...rest, title: text };
}

function editNote(document: CanvasDocument, command: Extract<Command, { kind: 'edit-note' }>): CanvasDocument {
  const { kind: _kind, note: id, ...change } = command;
  const { layout } = document.definition;
  if (!layout.notes.some((note) => note.id === id)) return document;
  const text = change.text?.slice(0, 2000);
  const notes = layout.notes.map((note) =>
    note.id === id ? { ...note, ...change, ...(text === undefined ? {} : { text }) } : note,
  );
  return patch(document, { layout: { ...layout, notes } });
}
