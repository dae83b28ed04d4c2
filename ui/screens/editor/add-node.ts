import type { Connection } from '#schemas/api/connections.ts';
import type { NodeTypes } from '#ui/canvas/connect.ts';
import { joinNodes } from '#ui/canvas/connect.ts';
import { freshId, snap } from '#ui/canvas/document.ts';
import { EMPTY_FRAGMENT } from '#ui/canvas/fragment.ts';
import { freePlace } from '#ui/canvas/layout.ts';
import type { CanvasStore } from '#ui/canvas/store.ts';

/**
 * Adds a node of a type and selects it. Beside a selected node whose documents it takes it comes connected: that is
 * what was meant nearly always, and one undo takes both back. A connection that is the only one of its type is chosen.
 */
export function insertNode(
  store: CanvasStore,
  types: NodeTypes,
  connections: readonly Connection[],
  typeId: string,
  at?: { x: number; y: number },
): void {
  const type = types.get(typeId);
  if (!type) return;
  const { history, selection } = store.getState();
  const { definition, bindings } = history.present;
  const beside = at ? null : (selection.nodes[0] ?? null);
  const id = freshId(type.id, new Set(Object.keys(definition.nodes)));
  const place = at ? { x: snap(at.x), y: snap(at.y) } : freePlace(definition, types, beside);
  const slot = type.connection ? slotFor(definition.connections, type.connection) : null;
  const node = { type: type.id, version: type.version, config: {}, ...(slot ? { connection: slot } : {}) };
  const nodes = { ...definition.nodes, [id]: node };
  const join = beside ? joinNodes({ ...definition, nodes }, types, beside, id) : null;
  const only = connections.filter((connection) => connection.type === type.connection);
  const chosen = slot && !bindings[slot] && only.length === 1 ? only[0] : undefined;
  store.run({
    kind: 'insert',
    fragment: {
      ...EMPTY_FRAGMENT,
      connections: slot && type.connection ? { [slot]: { type: type.connection } } : {},
      nodes: { [id]: node },
      edges: join && 'edge' in join ? [join.edge] : [],
      positions: { [id]: place },
    },
    ...(slot && chosen ? { bindings: { [slot]: chosen.id } } : {}),
  });
  store.select({ nodes: [id] });
}

function slotFor(slots: Readonly<Record<string, { type: string }>>, type: string): string {
  const known = Object.keys(slots).find((slot) => slots[slot]?.type === type);
  return known ?? freshId(type, new Set(Object.keys(slots)));
}
