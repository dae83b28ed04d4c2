import type { SourceNodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { WebhookSupport } from '#nodes/kit/webhook.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { flow } from '../db/schema/index.ts';

type FlowRow = typeof flow.$inferSelect;

/** A source that is told of changes, as the published version has it. */
export interface HookedSource {
  readonly nodeId: string;
  readonly type: SourceNodeType;
  readonly support: WebhookSupport;
  /** Null for a source that needs no connection. */
  readonly connectionId: string | null;
  readonly title: string | null;
}

/** The sources of a version whose systems tell of changes. */
export function hookedSources(
  registry: Registry,
  definition: FlowDefinition,
  bindings: FlowRow['bindings'],
): HookedSource[] {
  return Object.entries(definition.nodes).flatMap(([nodeId, node]) => {
    const type = registry.nodeTypes.get(node.type);
    if (type?.kind !== 'source' || !type.webhooks) return [];
    const connectionId = node.connection === undefined ? null : (bindings[node.connection] ?? null);
    return [{ nodeId, type, support: type.webhooks, connectionId, title: node.title ?? null }];
  });
}

/** Whether a flow is started by anything but people and the API. */
export function isWorking(row: Pick<FlowRow, 'isOn' | 'archivedAt' | 'publishedVersion'>): boolean {
  return row.isOn && row.archivedAt === null && row.publishedVersion !== null;
}
