import { ENTRY_FEATURES, type EntryFeature } from '#nodes/kit/entry-rules.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { fieldsOf } from '#nodes/kit/schema-fields.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { type WayOut, waysOut } from './ways-out.ts';

/** What none of these ways has a place for; nothing where there is no way. */
function ignoredByAll(ways: readonly WayOut[]): EntryFeature[] {
  if (ways.length === 0) return [];
  return ENTRY_FEATURES.filter((feature) => ways.every(({ rules }) => rules.ignores?.includes(feature) ?? false));
}

/**
 * Settings of each mapping that none of its ways out has a place for, by node: forms hide them. A setting says in its
 * schema which part of an entry it is about (keyword `feature`).
 */
export function ignoredSettings(flow: FlowDefinition, registry: Registry): Map<string, string[]> {
  const ways = waysOut(flow, registry);
  const found = Object.entries(flow.nodes).map(([id, node]): [string, string[]] => {
    const type = registry.nodeTypes.get(node.type);
    const own = ways.filter(({ feeders, summed }) => feeders.includes(id) || summed.includes(id));
    const ignored: readonly string[] = ignoredByAll(own);
    const fields = type?.kind === 'map' && ignored.length > 0 ? fieldsOf(type.config) : [];
    return [id, fields.filter(({ schema }) => ignored.includes(schema.feature ?? '')).map(({ path }) => path)];
  });
  return new Map(found.filter(([, paths]) => paths.length > 0));
}
