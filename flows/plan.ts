import type { NodeKind } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { feedersOf, topologicalOrder } from './graph.ts';

/** Documents that come into a stage: those a node stored, less what was unticked in the reviews they passed. */
export interface Inlet {
  readonly node: string;
  readonly reviews: readonly string[];
}

/**
 * A stretch of the flow that is done batch by batch, each batch in one transaction. A stage ends where something
 * leaves or where everything must be there.
 * - read: a source, and the mappings fed by it alone, which run on each page in the same pass
 * - enrich: questions to the outside about stored documents, page by page, and the mappings fed by it alone
 * - map: a mapping over stored documents, page by page
 * - review: waits for a person
 * - render: a file from all entries, page by page
 * - deliver: one file, or one document, after the other
 */
export type Stage = { readonly index: number; readonly node: string; readonly inlets: readonly Inlet[] } & (
  | { readonly kind: 'read'; readonly maps: readonly string[] }
  | { readonly kind: 'enrich'; readonly maps: readonly string[] }
  | { readonly kind: 'map' | 'review' | 'render' | 'deliver' }
);

export interface PlannedStep {
  readonly node: string;
  readonly stage: number;
  readonly kind: NodeKind;
}

export interface Plan {
  readonly stages: readonly Stage[];
  /** Every node in order, triggers first (stage -1: it has happened when the run exists). */
  readonly steps: readonly PlannedStep[];
}

function stageOfKind(common: Pick<Stage, 'index' | 'node' | 'inlets'>, kind: Exclude<NodeKind, 'trigger'>): Stage {
  if (kind === 'source') return { ...common, kind: 'read', maps: [] };
  return kind === 'enrich' ? { ...common, kind, maps: [] } : { ...common, kind };
}

/** Plans a sound flow; ask `validateFlow` first. */
export function planFlow(flow: FlowDefinition, registry: Registry): Plan {
  const kindOf = (id: string): NodeKind => {
    const type = registry.nodeTypes.get(flow.nodes[id]?.type ?? '');
    if (!type) throw new Error(`node ${id} has no type: the flow was not validated`);
    return type.kind;
  };

  const stages: Stage[] = [];
  const stageOf = new Map<string, number>();
  const { order } = topologicalOrder(flow);

  const inletsOf = (id: string, reviews: readonly string[] = []): Inlet[] =>
    feedersOf(flow, id).flatMap((feeder) =>
      kindOf(feeder) === 'review' ? inletsOf(feeder, [...reviews, feeder]) : [{ node: feeder, reviews }],
    );

  const fuse = (id: string): boolean => {
    const feeding = new Set(feedersOf(flow, id).map((feeder) => stageOf.get(feeder)));
    const [only] = feeding;
    const stage = only === undefined || feeding.size > 1 ? undefined : stages[only];
    if (stage?.kind !== 'read' && stage?.kind !== 'enrich') return false;
    stages[stage.index] = { ...stage, maps: [...stage.maps, id] };
    stageOf.set(id, stage.index);
    return true;
  };

  for (const id of order) {
    const kind = kindOf(id);
    if (kind === 'trigger' || (kind === 'map' && fuse(id))) continue;
    const common = { index: stages.length, node: id, inlets: kind === 'source' ? [] : inletsOf(id) };
    stages.push(stageOfKind(common, kind));
    stageOf.set(id, common.index);
  }
  const isTrigger = (id: string) => kindOf(id) === 'trigger';
  const steps = [...order.filter(isTrigger), ...order.filter((id) => !isTrigger(id))].map((node) => ({
    node,
    stage: stageOf.get(node) ?? -1,
    kind: kindOf(node),
  }));
  return { stages, steps };
}
