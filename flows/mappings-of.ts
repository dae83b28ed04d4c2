import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';

function isMappingField(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'format' in schema && schema.format === 'mapping';
}

/** Ids of the sets of mapping tables that the nodes of a flow name in their settings. */
export function mappingsOf(flow: FlowDefinition, registry: Registry): string[] {
  const named = Object.values(flow.nodes).flatMap((node) => {
    const schema = registry.nodeTypes.get(node.type)?.config as { readonly properties?: object } | undefined;
    const fields = Object.entries(schema?.properties ?? {}).filter(([, field]) => isMappingField(field));
    return fields.map(([name]) => node.config[name]);
  });
  return [...new Set(named.filter((id): id is string => typeof id === 'string' && id !== ''))];
}
