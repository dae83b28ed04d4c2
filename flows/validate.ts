import { findConfigProblems } from '#nodes/kit/config.ts';
import type { NodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Edge, FlowDefinition, FlowNode } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import { flowMessages } from './flow-messages.ts';
import { topologicalOrder } from './graph.ts';
import { presentNode } from './migrate-config.ts';

/** Something wrong with a flow; `node` tells the canvas which box to mark, null means the flow as a whole. */
export interface FlowProblem {
  readonly node: string | null;
  readonly message: Message;
}

const { build } = flowMessages;

/** What a person calls the node: its own title, or its type's English title, or its id. */
export function nodeTitle(id: string, node: FlowNode | undefined, type: NodeType | undefined): string {
  return node?.title ?? type?.texts.title.en ?? id;
}

function checkNode(flow: FlowDefinition, id: string, node: FlowNode, registry: Registry): Message[] {
  const type = registry.nodeTypes.get(node.type);
  const title = nodeTitle(id, node, type);
  if (!type) return [build.unknown_type({ node: title, type: node.type })];
  const present = presentNode(node, type);
  if (present.problem) return [present.problem];
  return [...checkSettings(type, present.node.config), ...checkSlot(flow, node, type, title)];
}

function checkSettings(type: NodeType, given: unknown): readonly Message[] {
  const { config, problems } = findConfigProblems(type, given);
  return problems.length > 0 || type.kind !== 'map' ? problems : (type.check?.(config) ?? []);
}

function checkSlot(flow: FlowDefinition, node: FlowNode, type: NodeType, title: string): Message[] {
  if (!type.connection) return [];
  const slot = node.connection === undefined ? undefined : flow.connections[node.connection];
  if (!slot || node.connection === undefined) return [build.no_connection({ node: title, type: type.connection })];
  if (slot.type === type.connection) return [];
  return [build.wrong_connection({ slot: node.connection, given: slot.type, node: title, type: type.connection })];
}

function checkEdge(flow: FlowDefinition, edge: Edge, registry: Registry): Message[] {
  const typeOf = (id: string) => registry.nodeTypes.get(flow.nodes[id]?.type ?? '');
  const from = typeOf(edge.from.node)?.outputs.find((port) => port.id === edge.from.port);
  const to = typeOf(edge.to.node)?.inputs.find((port) => port.id === edge.to.port);
  const names = {
    from: nodeTitle(edge.from.node, flow.nodes[edge.from.node], typeOf(edge.from.node)),
    to: nodeTitle(edge.to.node, flow.nodes[edge.to.node], typeOf(edge.to.node)),
  };
  if (!from || !to) return [build.unknown_end(names)];
  if (from.kind !== to.kind) return [build.wrong_kind({ ...names, given: from.kind, taken: to.kind })];
  // What is summed up is complete only at the end: it leaves, and nothing is made of it.
  const isLoose = typeOf(edge.from.node)?.kind === 'render' && typeOf(edge.to.node)?.kind !== 'deliver';
  return isLoose ? [build.render_feeds_delivery(names)] : [];
}

function checkEnds(flow: FlowDefinition, id: string, node: FlowNode, registry: Registry): Message[] {
  const type = registry.nodeTypes.get(node.type);
  if (!type) return [];
  const title = nodeTitle(id, node, type);
  const isFed = flow.edges.some((edge) => edge.to.node === id);
  const feeds = flow.edges.some((edge) => edge.from.node === id);
  return [
    ...(type.inputs.length > 0 && !isFed ? [build.nothing_in({ node: title })] : []),
    ...(type.outputs.length > 0 && !feeds ? [build.nothing_out({ node: title })] : []),
  ];
}

function checkWhole(flow: FlowDefinition, registry: Registry): Message[] {
  const kinds = new Set(Object.values(flow.nodes).map((node) => registry.nodeTypes.get(node.type)?.kind));
  const { cyclic } = topologicalOrder(flow);
  return [
    ...(kinds.has('trigger') ? [] : [build.no_trigger()]),
    ...(kinds.has('source') ? [] : [build.no_source()]),
    ...(kinds.has('deliver') ? [] : [build.no_delivery()]),
    ...(cyclic.length === 0 ? [] : [build.cycle({ nodes: cyclic.join(', ') })]),
    ...(Intl.supportedValuesOf('timeZone').includes(flow.zone)
      ? []
      : [build.unknown_zone({ zone: flow.zone }, 'zone')]),
  ];
}

/**
 * Everything that stands in the way of running a flow: unknown types, wrong settings, edges between ports of different
 * kinds, circles, loose ends. An empty list means that it can be published.
 */
export function validateFlow(flow: FlowDefinition, registry: Registry): FlowProblem[] {
  const nodes = Object.entries(flow.nodes);
  return [
    ...checkWhole(flow, registry).map((message) => ({ node: null, message })),
    ...nodes.flatMap(([id, node]) => checkNode(flow, id, node, registry).map((message) => ({ node: id, message }))),
    ...flow.edges.flatMap((edge) =>
      checkEdge(flow, edge, registry).map((message) => ({ node: edge.to.node, message })),
    ),
    ...nodes.flatMap(([id, node]) => checkEnds(flow, id, node, registry).map((message) => ({ node: id, message }))),
  ];
}

/** Slots that no connection of the right type is bound to, as problems of the nodes that use them. */
export function checkBindings(
  flow: FlowDefinition,
  bindings: Readonly<Record<string, string>>,
  connections: readonly { readonly id: string; readonly type: string }[],
): FlowProblem[] {
  return Object.entries(flow.nodes).flatMap(([id, node]) => {
    const slot = node.connection;
    if (slot === undefined) return [];
    const type = flow.connections[slot]?.type ?? '';
    const bound = connections.find((connection) => connection.id === bindings[slot]);
    if (bound?.type === type) return [];
    return [{ node: id, message: build.no_connection({ node: node.title ?? id, type }) }];
  });
}
