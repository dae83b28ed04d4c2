import { canonicalJson } from '#schemas/canonical-json.ts';
import type { FlowDefinition, FlowNode } from '#schemas/flow.ts';
import { edgeId } from './document.ts';

/** One field of a node that differs; `path` is dotted ("vat.domestic"). A side is undefined where it has no value. */
export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface NodeChange {
  readonly node: string;
  readonly fields: readonly FieldChange[];
}

/** What sets two definitions apart in behaviour. Where boxes stand, and notes, are the picture only and not compared. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly NodeChange[];
  readonly edgesAdded: readonly string[];
  readonly edgesRemoved: readonly string[];
  /** Name, description, zone. */
  readonly flow: readonly FieldChange[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(path: string, before: unknown, after: unknown): FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => compare(path ? `${path}.${key}` : key, before[key], after[key]));
  }
  const isSame =
    before === undefined || after === undefined ? before === after : canonicalJson(before) === canonicalJson(after);
  return isSame ? [] : [{ path, before, after }];
}

/** Title, type and connection are fields of a node like its settings are. */
function comparable(node: FlowNode): Readonly<Record<string, unknown>> {
  const { config, ...rest } = node;
  return { ...rest, ...Object.fromEntries(Object.entries(config).map(([key, value]) => [`config.${key}`, value])) };
}

export function differenceBetween(before: FlowDefinition, after: FlowDefinition): Difference {
  const edgesBefore = before.edges.map(edgeId);
  const edgesAfter = after.edges.map(edgeId);
  const changed: NodeChange[] = [];
  for (const [node, now] of Object.entries(after.nodes)) {
    const former = before.nodes[node];
    const fields = former ? compare('', comparable(former), comparable(now)) : [];
    if (fields.length > 0) changed.push({ node, fields });
  }
  const outline = ({ name, description, zone }: FlowDefinition) => ({ name, description, zone });
  return {
    added: Object.keys(after.nodes).filter((id) => !(id in before.nodes)),
    removed: Object.keys(before.nodes).filter((id) => !(id in after.nodes)),
    changed,
    edgesAdded: edgesAfter.filter((id) => !edgesBefore.includes(id)),
    edgesRemoved: edgesBefore.filter((id) => !edgesAfter.includes(id)),
    flow: compare('', outline(before), outline(after)),
  };
}

export function isSameBehaviour(difference: Difference): boolean {
  return Object.values(difference).every((list) => list.length === 0);
}
