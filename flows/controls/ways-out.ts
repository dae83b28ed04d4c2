import { checkConfig } from '#nodes/kit/config.ts';
import type { EntryRules } from '#nodes/kit/entry-rules.ts';
import type { NodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { feedersOf } from '../graph.ts';
import { nodeTitle } from '../validate.ts';

/** A file format or a delivery that entries come to, and what it demands of them. */
export interface WayOut {
  readonly node: string;
  readonly title: string;
  readonly rules: EntryRules;
  /** The nodes whose entries come to it as they are. */
  readonly feeders: readonly string[];
  /** The nodes whose entries come to it summed up: of theirs it sees the accounts, and no more. */
  readonly summed: readonly string[];
}

interface Feeder {
  readonly node: string;
  readonly isSummed: boolean;
}

function typeOf(flow: FlowDefinition, registry: Registry, id: string): NodeType | undefined {
  return registry.nodeTypes.get(flow.nodes[id]?.type ?? '');
}

function hasEntries(ports: NodeType['inputs']): boolean {
  return ports.some(({ kind }) => kind === 'journal-entry');
}

function entryFeeders(flow: FlowDefinition, registry: Registry, id: string, isSummed = false): Feeder[] {
  return feedersOf(flow, id).flatMap((node): Feeder[] => {
    const type = typeOf(flow, registry, node);
    if (!type) return [];
    // A review hands on what others made.
    if (type.kind === 'review') return entryFeeders(flow, registry, node, isSummed);
    if (!hasEntries(type.outputs)) return [];
    const before = type.kind === 'render' ? entryFeeders(flow, registry, node, true) : [];
    return [{ node, isSummed }, ...before];
  });
}

function rulesOf(type: NodeType, config: Readonly<Record<string, unknown>>): EntryRules {
  const rules = type.kind === 'render' || type.kind === 'deliver' ? type.entryRules : undefined;
  return typeof rules === 'function' ? rules(checkConfig(type, config)) : (rules ?? {});
}

/** Every way by which entries leave a flow, with what it demands and whose entries come to it. */
export function waysOut(flow: FlowDefinition, registry: Registry): WayOut[] {
  return Object.entries(flow.nodes).flatMap(([id, node]): WayOut[] => {
    const type = typeOf(flow, registry, id);
    const leaves = type?.kind === 'deliver' || (type?.kind === 'render' && !hasEntries(type.outputs));
    if (!type || !leaves || !hasEntries(type.inputs)) return [];
    const all = entryFeeders(flow, registry, id);
    const those = (isSummed: boolean) => [
      ...new Set(all.filter((one) => one.isSummed === isSummed).map((one) => one.node)),
    ];
    const feeders = those(false);
    if (all.length === 0) return [];
    return [
      { node: id, title: nodeTitle(id, node, type), rules: rulesOf(type, node.config), feeders, summed: those(true) },
    ];
  });
}
