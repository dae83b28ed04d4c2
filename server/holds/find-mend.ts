import { controlMessages } from '#flows/controls/control-messages.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { fieldsOf } from '#nodes/kit/schema-fields.ts';
import type { FlowDefinition } from '#schemas/flow.ts';

interface Mend {
  readonly node: string;
  readonly setting: string;
}

/** What the engine's own checks find is mended where the entries are made: in the mapping that has the setting. */
function findMapping(registry: Registry, flow: FlowDefinition, code: string): Mend | null {
  const setting = controlMessages.catalogue[code]?.setting;
  if (setting === undefined) return null;
  const found = Object.entries(flow.nodes).find(([, node]) => {
    const type = registry.nodeTypes.get(node.type);
    return type?.kind === 'map' && fieldsOf(type.config).some(({ path }) => path === setting);
  });
  return found ? { node: found[0], setting } : null;
}

/**
 * Where in a flow a cause is mended: the node whose type brings the message, and the setting that the message names.
 * Null when no setting mends it (the document itself is wrong) or the flow no longer has such a node.
 */
export function findMend(registry: Registry, flow: FlowDefinition, code: string): Mend | null {
  const setting = registry.messages[code]?.setting;
  if (setting === undefined) return findMapping(registry, flow, code);
  const found = Object.entries(flow.nodes).find(
    ([, node]) => registry.nodeTypes.get(node.type)?.messages[code] !== undefined,
  );
  return found ? { node: found[0], setting } : null;
}
