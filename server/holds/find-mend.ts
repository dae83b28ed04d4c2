import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';

/**
 * Where in a flow a cause is mended: the node whose type brings the message, and the setting that the message names.
 * Null when no setting mends it (the document itself is wrong) or the flow no longer has such a node.
 */
export function findMend(
  registry: Registry,
  flow: FlowDefinition,
  code: string,
): { readonly node: string; readonly setting: string } | null {
  const setting = registry.messages[code]?.setting;
  if (setting === undefined) return null;
  const found = Object.entries(flow.nodes).find(
    ([, node]) => registry.nodeTypes.get(node.type)?.messages[code] !== undefined,
  );
  return found ? { node: found[0], setting } : null;
}
