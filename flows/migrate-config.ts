import { checkConfig } from '#nodes/kit/config.ts';
import type { NodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { FlowDefinition, FlowNode } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import { flowMessages } from './flow-messages.ts';

const { build } = flowMessages;

/** A node as the installed version of its type takes it; with a problem, the node as far as it could be brought. */
export interface PresentNode {
  readonly node: FlowNode;
  readonly problem: Message | null;
}

/** That a node was made for an older version of its type and has been brought to the present one. */
export interface BroughtNode {
  readonly node: string;
  readonly from: number;
  readonly to: number;
}

function takeStep(node: FlowNode, type: NodeType): PresentNode {
  const step = type.migrations?.[node.version];
  const params = {
    node: node.title ?? type.texts.title.en,
    type: type.id,
    made: String(node.version),
    next: String(node.version + 1),
  };
  if (!step) return { node, problem: build.no_migration(params) };
  try {
    // A migration works on a copy: the version that it comes from must stay what it is.
    return { node: { ...node, version: node.version + 1, config: step(structuredClone(node.config)) }, problem: null };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { node, problem: build.migration_failed({ ...params, detail: detail.slice(0, 300) }) };
  }
}

/**
 * Brings a node to the installed version of its type, one version after the other. A step that its type does not
 * declare is a problem: settings of another version are never guessed at.
 */
export function presentNode(node: FlowNode, type: NodeType): PresentNode {
  if (node.version > type.version) {
    const title = node.title ?? type.texts.title.en;
    const params = { node: title, type: type.id, wanted: String(node.version), present: String(type.version) };
    return { node, problem: build.newer_type(params) };
  }
  let present: PresentNode = { node, problem: null };
  while (present.problem === null && present.node.version < type.version) present = takeStep(present.node, type);
  return present;
}

/**
 * A flow with every node brought to the installed version of its type, and which ones that were. A node that cannot be
 * brought, or whose type is not installed, stays as it is: `validateFlow` says why.
 */
export function presentFlow(
  flow: FlowDefinition,
  registry: Registry,
): { readonly flow: FlowDefinition; readonly brought: readonly BroughtNode[] } {
  const brought: BroughtNode[] = [];
  const nodes = Object.entries(flow.nodes).map(([id, node]): [string, FlowNode] => {
    const type = registry.nodeTypes.get(node.type);
    const present = type ? presentNode(node, type) : null;
    if (!present || present.problem || present.node === node) return [id, node];
    brought.push({ node: id, from: node.version, to: present.node.version });
    return [id, present.node];
  });
  return brought.length === 0 ? { flow, brought } : { flow: { ...flow, nodes: Object.fromEntries(nodes) }, brought };
}

/**
 * The settings with which a node runs: brought to the installed version of its type, checked, defaults filled in.
 *
 * @throws SettingsError when they cannot be brought there or do not suit
 */
export function configOf(flow: FlowDefinition, id: string, registry: Registry): unknown {
  const node = flow.nodes[id];
  const type = registry.nodeTypes.get(node?.type ?? '');
  if (!node || !type) throw new Error(`node ${id} has no type: the flow was not validated`);
  const present = presentNode(node, type);
  if (present.problem) throw new SettingsError(present.problem);
  return checkConfig(type, present.node.config);
}
