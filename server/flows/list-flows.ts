import { and, eq, isNull, min, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowSummary } from '#schemas/api/flows.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { OutcomeCounts, RunStatus } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { flow, flowDraft, flowVersion, schedule } from '../db/schema/index.ts';
import { countOutcomes } from '../runs/count-outcomes.ts';
import { definitionHash } from './definition-hash.ts';
import type { Scope } from './flow-rows.ts';

interface LastRun extends Record<string, unknown> {
  readonly id: string;
  readonly flow_id: string;
  readonly status: RunStatus;
  readonly at: string;
}

/** The newest run of each flow of a workspace. Ids grow with time, so the greatest id is the newest run. */
async function lastRuns(db: Database, scope: Scope): Promise<Map<string, LastRun>> {
  const rows = await db.execute<LastRun>(sql`
    select last.id, flow.id as flow_id, last.status, coalesce(last.started_at, last.created_at) as at
    from flow cross join lateral (
      select id, status, started_at, created_at from run where run.flow_id = flow.id order by id desc limit 1
    ) as last
    where flow.workspace_id = ${scope.workspaceId} and flow.archived_at is null`);
  return new Map(rows.map((row) => [row.flow_id, row]));
}

/** When schedules start each flow next. A paused schedule has no next instant, a flow that is off skips what is planned. */
async function nextStarts(db: Database, scope: Scope): Promise<Map<string, string>> {
  const rows = await db
    .select({ flowId: schedule.flowId, at: min(schedule.nextAt) })
    .from(schedule)
    .innerJoin(flow, eq(flow.id, schedule.flowId))
    .where(and(eq(schedule.workspaceId, scope.workspaceId), eq(flow.isOn, true)))
    .groupBy(schedule.flowId);
  return new Map(rows.flatMap(({ flowId, at }) => (at ? [[flowId, at.toISOString()]] : [])));
}

function typesOfKind(definition: FlowDefinition, registry: Registry, kind: 'source' | 'deliver'): string[] {
  const types = Object.values(definition.nodes).map((node) => node.type);
  return [...new Set(types.filter((type) => registry.nodeTypes.get(type)?.kind === kind))].sort();
}

function presentRun(run: LastRun | undefined, counts: ReadonlyMap<string, OutcomeCounts>): FlowSummary['lastRun'] {
  const count = run && counts.get(run.id);
  if (!run || !count) return null;
  return { id: run.id, status: run.status, startedAt: new Date(run.at).toISOString(), counts: count };
}

/** All flows of a workspace that are not archived, by name. */
export async function listFlows(db: Database, registry: Registry, scope: Scope): Promise<FlowSummary[]> {
  const rows = await db
    .select({ flow, definition: flowDraft.definition, publishedHash: flowVersion.hash })
    .from(flow)
    .innerJoin(flowDraft, eq(flowDraft.flowId, flow.id))
    .leftJoin(flowVersion, and(eq(flowVersion.flowId, flow.id), eq(flowVersion.number, flow.publishedVersion)))
    .where(and(eq(flow.workspaceId, scope.workspaceId), isNull(flow.archivedAt)))
    .orderBy(flow.name, flow.id);
  const runs = await lastRuns(db, scope);
  const starts = await nextStarts(db, scope);
  const counts = await countOutcomes(
    db,
    [...runs.values()].map((run) => run.id),
  );
  return rows.map(({ flow: row, definition, publishedHash }) => ({
    id: row.id,
    name: row.name,
    templateId: row.templateId,
    publishedVersion: row.publishedVersion,
    hasUnpublishedChanges: publishedHash !== definitionHash(definition),
    sources: typesOfKind(definition, registry, 'source'),
    deliveries: typesOfKind(definition, registry, 'deliver'),
    lastRun: presentRun(runs.get(row.id), counts),
    isOn: row.isOn,
    nextAt: starts.get(row.id) ?? null,
    updatedAt: row.updatedAt.toISOString(),
  }));
}
