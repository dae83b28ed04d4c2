import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';

/** A source node of the past version, and the node of the other version that reads the same. */
export interface MatchedSource {
  readonly before: string;
  readonly after: string;
}

function sourcesOf(flow: FlowDefinition, registry: Registry): [string, string][] {
  return Object.entries(flow.nodes).flatMap(([id, { type }]) =>
    registry.nodeTypes.get(type)?.kind === 'source' ? [[id, type]] : [],
  );
}

/** Ids of the source nodes of a flow, in stable order. */
export function sourceNodes(flow: FlowDefinition, registry: Registry): string[] {
  return sourcesOf(flow, registry)
    .map(([id]) => id)
    .sort();
}

/**
 * Which source of one version reads what a source of the other read: the node of the same id and type, else the only one
 * of its type that is left. A source without a counterpart is not in the list.
 */
export function matchSources(before: FlowDefinition, after: FlowDefinition, registry: Registry): MatchedSource[] {
  const [was, is] = [sourcesOf(before, registry), sourcesOf(after, registry)];
  const isKept = ([id, type]: [string, string]) => before.nodes[id]?.type === type && after.nodes[id]?.type === type;
  const kept = was.filter(isKept).map(([id]) => ({ before: id, after: id }));
  const gone = was.filter((source) => !isKept(source));
  const fresh = is.filter((source) => !isKept(source));
  const renamed = gone.flatMap(([id, type]) => {
    const [only, ...others] = fresh.filter(([, other]) => other === type);
    const rivals = gone.filter(([, other]) => other === type);
    return only && others.length === 0 && rivals.length === 1 ? [{ before: id, after: only[0] }] : [];
  });
  return [...kept, ...renamed];
}
