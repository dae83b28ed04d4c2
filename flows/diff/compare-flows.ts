import type { Registry } from '#nodes/kit/registry.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { Edge, FlowDefinition, FlowNode } from '#schemas/flow.ts';
import type { FieldChange, FlowDiff, NodeChange, NodeFacts } from '#schemas/flow-diff.ts';
import { compareConfigs } from './compare-config.ts';

function factsOf({ type, version, title, connection }: FlowNode): NodeFacts {
  return { type, version, title: title ?? null, connection: connection ?? null };
}

/** Keys of both, each once, those of the first one first. */
function keysOfBoth(before: object, after: object): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

function compareNode(registry: Registry, before: FlowDefinition, after: FlowDefinition, node: string): NodeChange[] {
  const [was, is] = [before.nodes[node], after.nodes[node]];
  if (was && is) {
    const schema = registry.nodeTypes.get(is.type)?.config ?? {};
    const settings = compareConfigs(schema, was.config, is.config);
    const [facts, newFacts] = [factsOf(was), factsOf(is)];
    if (settings.length === 0 && canonicalJson(facts) === canonicalJson(newFacts)) return [];
    return [{ node, change: 'changed', before: facts, after: newFacts, settings }];
  }
  if (is) return [{ node, change: 'added', before: null, after: factsOf(is), settings: [] }];
  return was ? [{ node, change: 'removed', before: factsOf(was), after: null, settings: [] }] : [];
}

function compareOutline(before: FlowDefinition, after: FlowDefinition): FieldChange[] {
  const outline = ({ name, description, zone, corrections }: FlowDefinition) => ({
    ...{ name, description, zone },
    ...(corrections === undefined ? {} : { corrections }),
  });
  return compareConfigs({}, outline(before), outline(after));
}

function compareSlots(before: FlowDefinition, after: FlowDefinition): FlowDiff['slots'] {
  return keysOfBoth(before.connections, after.connections)
    .map((slot) => ({
      slot,
      before: before.connections[slot]?.type ?? null,
      after: after.connections[slot]?.type ?? null,
    }))
    .filter((slot) => slot.before !== slot.after);
}

function edgesBeyond(edges: readonly Edge[], others: readonly Edge[], change: 'added' | 'removed'): FlowDiff['edges'] {
  const known = new Set(others.map(canonicalJson));
  const beyond = new Map(edges.map((edge) => [canonicalJson(edge), edge]));
  return [...beyond].filter(([text]) => !known.has(text)).map(([, { from, to }]) => ({ from, to, change }));
}

function movedNodes(before: FlowDefinition, after: FlowDefinition): string[] {
  return Object.keys(after.nodes).filter((id) => {
    const [was, is] = [before.layout.nodes[id], after.layout.nodes[id]];
    return id in before.nodes && (was?.x !== is?.x || was?.y !== is?.y);
  });
}

/**
 * What sets two definitions apart, as data. What concerns the picture only is told apart from what the flow does; the
 * order of edges has no meaning. Definitions hold no secret, so none can occur in it.
 */
export function compareFlows(before: FlowDefinition, after: FlowDefinition, registry: Registry): FlowDiff {
  const flow = compareOutline(before, after);
  const slots = compareSlots(before, after);
  const nodes = keysOfBoth(before.nodes, after.nodes).flatMap((id) => compareNode(registry, before, after, id));
  const edges = [
    ...edgesBeyond(before.edges, after.edges, 'removed'),
    ...edgesBeyond(after.edges, before.edges, 'added'),
  ];
  return {
    isSame: [flow, slots, nodes, edges].every((list) => list.length === 0),
    ...{ flow, slots, nodes, edges },
    moved: movedNodes(before, after),
    notesChanged: canonicalJson(before.layout.notes) !== canonicalJson(after.layout.notes),
  };
}
