import { and, eq } from 'drizzle-orm';
import type { TargetWay } from '#flows/controls/check-entries.ts';
import { presentFlow } from '#flows/migrate-config.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Database } from '../db/database.ts';
import { type flow, flowVersion } from '../db/schema/index.ts';
import { targetWays } from '../jobs/control-ports.ts';

/** A flow as its published version has it, with the ways by which its entries leave. */
export interface ControlledFlow {
  readonly id: string;
  readonly workspaceId: string;
  readonly bindings: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly definition: FlowDefinition;
  readonly ways: readonly TargetWay[];
}

type FlowRow = typeof flow.$inferSelect;

/** @returns null for a flow that was never published: nothing was booked by it */
export async function controlledFlow(db: Database, registry: Registry, row: FlowRow): Promise<ControlledFlow | null> {
  const { id, workspaceId, bindings, publishedVersion } = row;
  if (publishedVersion === null) return null;
  const [version] = await db
    .select({ definition: flowVersion.definition })
    .from(flowVersion)
    .where(and(eq(flowVersion.flowId, id), eq(flowVersion.number, publishedVersion)));
  if (!version) return null;
  const { flow: definition } = presentFlow(version.definition, registry);
  const ways = targetWays({ flow: definition, row: { flowId: id, bindings } }, registry);
  return { id, workspaceId, bindings, zone: definition.zone, definition, ways };
}
