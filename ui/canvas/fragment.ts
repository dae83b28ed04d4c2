import { z } from 'zod';
import { edgeSchema, type FlowDefinition, flowNodeSchema, noteSchema } from '#schemas/flow.ts';
import { type CanvasDocument, freshId, type Point } from './document.ts';

/** A piece of a flow: what the clipboard carries and what is inserted. It names slots, never connections. */
export const fragmentSchema = z.object({
  format: z.literal('passerelle.fragment/1'),
  connections: z.record(z.string(), z.object({ type: z.string() })),
  nodes: z.record(z.string(), flowNodeSchema),
  edges: z.array(edgeSchema),
  positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
  notes: z.array(noteSchema),
});
export type Fragment = z.infer<typeof fragmentSchema>;

export const EMPTY_FRAGMENT: Fragment = {
  format: 'passerelle.fragment/1',
  connections: {},
  nodes: {},
  edges: [],
  positions: {},
  notes: [],
};

function pick<Value>(record: Readonly<Record<string, Value>>, keys: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
}

/** Takes nodes, the edges among them, and notes out of a flow, without its bindings. */
export function cutOut(definition: FlowDefinition, nodes: readonly string[], notes: readonly string[]): Fragment {
  const kept = new Set(nodes);
  const picked = pick(definition.nodes, kept);
  const slots = new Set(Object.values(picked).flatMap((node) => (node.connection ? [node.connection] : [])));
  return {
    ...EMPTY_FRAGMENT,
    connections: pick(definition.connections, slots),
    nodes: picked,
    edges: definition.edges.filter((edge) => kept.has(edge.from.node) && kept.has(edge.to.node)),
    positions: pick(definition.layout.nodes, kept),
    notes: definition.layout.notes.filter((note) => notes.includes(note.id)),
  };
}

/** Reads clipboard text; null when it is something else. */
export function parseFragment(text: string): Fragment | null {
  try {
    return fragmentSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

function renameAll(names: Iterable<string>, taken: Set<string>): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const name of names) {
    const id = freshId(name.replace(/-\d+$/, ''), taken);
    taken.add(id);
    renamed.set(name, id);
  }
  return renamed;
}

/** Slots of the fragment as they will be called here: a slot of the same name and type is the same slot. */
function slotNames(document: CanvasDocument, fragment: Fragment): Map<string, string> {
  const here = document.definition.connections;
  const taken = new Set(Object.keys(here));
  const names = new Map<string, string>();
  for (const [slot, { type }] of Object.entries(fragment.connections)) {
    const id = here[slot]?.type === type ? slot : freshId(slot, taken);
    taken.add(id);
    names.set(slot, id);
  }
  return names;
}

/** The fragment with ids that are free in this flow, moved by an offset: ready to be inserted. */
export function fitInto(document: CanvasDocument, fragment: Fragment, offset: Point): Fragment {
  const { nodes, layout } = document.definition;
  const ids = renameAll(Object.keys(fragment.nodes), new Set(Object.keys(nodes)));
  const noteIds = renameAll(
    fragment.notes.map((note) => note.id),
    new Set(layout.notes.map((note) => note.id)),
  );
  const slots = slotNames(document, fragment);
  const idOf = (id: string) => ids.get(id) ?? id;
  const shift = (point: Point) => ({ x: point.x + offset.x, y: point.y + offset.y });
  return {
    ...EMPTY_FRAGMENT,
    connections: Object.fromEntries(
      Object.entries(fragment.connections).map(([slot, use]) => [slots.get(slot) ?? slot, use]),
    ),
    nodes: Object.fromEntries(
      Object.entries(fragment.nodes).map(([id, node]) => [
        idOf(id),
        node.connection ? { ...node, connection: slots.get(node.connection) ?? node.connection } : node,
      ]),
    ),
    edges: fragment.edges.map(({ from, to }) => ({
      from: { ...from, node: idOf(from.node) },
      to: { ...to, node: idOf(to.node) },
    })),
    positions: Object.fromEntries(Object.entries(fragment.positions).map(([id, point]) => [idOf(id), shift(point)])),
    notes: fragment.notes.map((note) => ({ ...note, ...shift(note), id: noteIds.get(note.id) ?? note.id })),
  };
}
