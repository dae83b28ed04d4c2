import type { FlowDefinition } from '#schemas/flow.ts';
import { type CanvasDocument, freshId } from './document.ts';

function usersOf(definition: FlowDefinition, slot: string): string[] {
  return Object.entries(definition.nodes)
    .filter(([, node]) => node.connection === slot)
    .map(([id]) => id);
}

/** Drops slots that no node names any more, and what they were bound to. */
export function pruneSlots(document: CanvasDocument): CanvasDocument {
  const { definition, bindings } = document;
  const used = new Set(Object.values(definition.nodes).map((node) => node.connection));
  const isUsed = ([slot]: [string, unknown]) => used.has(slot);
  return {
    definition: {
      ...definition,
      connections: Object.fromEntries(Object.entries(definition.connections).filter(isUsed)),
    },
    bindings: Object.fromEntries(Object.entries(bindings).filter(isUsed)),
  };
}

function slotFor(document: CanvasDocument, node: string, type: string, connection: string | null): string {
  const { definition, bindings } = document;
  const ofType = Object.keys(definition.connections).filter((slot) => definition.connections[slot]?.type === type);
  const shared = ofType.find((slot) => (bindings[slot] ?? null) === connection);
  if (shared) return shared;
  const own = definition.nodes[node]?.connection;
  // A slot that others use too keeps its connection: they were not asked.
  if (own && ofType.includes(own) && usersOf(definition, own).every((user) => user === node)) return own;
  return freshId(type, new Set(Object.keys(definition.connections)));
}

/**
 * Makes a node use a connection of the workspace, or none yet. Nodes with the same connection share a slot, so that
 * a flow that is exported asks for it once.
 */
export function bindNode(
  document: CanvasDocument,
  node: string,
  type: string,
  connection: string | null,
): CanvasDocument {
  const { definition } = document;
  const target = definition.nodes[node];
  if (!target) return document;
  const slot = slotFor(document, node, type, connection);
  if (target.connection === slot && (document.bindings[slot] ?? null) === connection) return document;
  const { [slot]: _former, ...others } = document.bindings;
  return pruneSlots({
    definition: {
      ...definition,
      connections: { ...definition.connections, [slot]: { type } },
      nodes: { ...definition.nodes, [node]: { ...target, connection: slot } },
    },
    bindings: connection === null ? others : { ...others, [slot]: connection },
  });
}
