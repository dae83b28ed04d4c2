import { and, asc, eq } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import { presentFlow } from '#flows/migrate-config.ts';
import { type Plan, planFlow, type Stage } from '#flows/plan.ts';
import type { BatchRun } from '#flows/read-batch.ts';
import { validateFlow } from '#flows/validate.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Period } from '#schemas/period.ts';
import { closedUntil } from '../books-locks/closed-until.ts';
import type { Database } from '../db/database.ts';
import { flowVersion, run, runStage } from '../db/schema/index.ts';
import { noticeOf } from '../outbox/notice-of.ts';
import { pinnedMappings } from './pinned-mappings.ts';

export type RunRow = typeof run.$inferSelect;
export type StageRow = typeof runStage.$inferSelect;

interface PinnedFlow {
  readonly flow: FlowDefinition;
  readonly plan: Plan;
}

/** A run with everything that its next batch needs; the version is the one pinned when it was started. */
export interface LoadedRun extends PinnedFlow {
  readonly row: RunRow;
  /** The first stage that is not done; null when all are. */
  readonly current: { readonly stage: Stage; readonly row: StageRow } | null;
  readonly facts: BatchRun;
}

function periodOf(row: RunRow): Period | null {
  return row.periodFrom && row.periodTo ? { from: row.periodFrom, to: row.periodTo } : null;
}

/** @throws SettingsError when the pinned version can no longer run on this installation */
function planPinned(definition: FlowDefinition, registry: Registry, version: number): PinnedFlow {
  const [problem] = validateFlow(definition, registry);
  if (problem) {
    const params = { version: String(version), problem: problem.message.text };
    throw new SettingsError(runMessages.build.flow_changed(params));
  }
  const { flow } = presentFlow(definition, registry);
  return { flow, plan: planFlow(flow, registry) };
}

/**
 * Versions already planned with the connectors of a registry. A version never changes, so what was made of it once holds
 * as long as the process and its connectors do.
 */
const planned = new WeakMap<Registry, Map<string, PinnedFlow>>();
const MOST_PLANNED = 200;

async function pinnedFlow(db: Database, registry: Registry, row: RunRow): Promise<PinnedFlow> {
  const known = planned.get(registry) ?? new Map<string, PinnedFlow>();
  planned.set(registry, known);
  const name = `${row.flowId}:${row.version}`;
  const found = known.get(name);
  if (found) return found;
  const [version] = await db
    .select({ definition: flowVersion.definition })
    .from(flowVersion)
    .where(and(eq(flowVersion.flowId, row.flowId), eq(flowVersion.number, row.version)));
  if (!version) throw new Error(`version ${row.version} of flow ${row.flowId} is gone`);
  const pinned = planPinned(version.definition, registry, row.version);
  if (known.size >= MOST_PLANNED) known.clear();
  known.set(name, pinned);
  return pinned;
}

/** Whether some source of the flow tells of the run after which this one was started. */
function readsNotice(flow: FlowDefinition, registry: Registry): boolean {
  const types = Object.values(flow.nodes).map((node) => registry.nodeTypes.get(node.type));
  return types.some((type) => type?.kind === 'source' && type.outputs.some((port) => port.kind === 'notice'));
}

export async function loadRunRow(db: Database, runId: string): Promise<RunRow | null> {
  const [found] = await db.select().from(run).where(eq(run.id, runId));
  return found ?? null;
}

/** @throws SettingsError when the pinned version can no longer run on this installation */
export async function loadRun(db: Database, registry: Registry, row: RunRow): Promise<LoadedRun> {
  const { flow, plan } = await pinnedFlow(db, registry, row);
  const rows = await db.select().from(runStage).where(eq(runStage.runId, row.id)).orderBy(asc(runStage.stage));
  const open = rows.find((one) => one.status !== 'done');
  const stage = open ? plan.stages[open.stage] : undefined;
  return {
    row,
    flow,
    plan,
    current: open && stage ? { stage, row: open } : null,
    facts: {
      runId: row.id,
      flowName: flow.name,
      zone: flow.zone,
      period: periodOf(row),
      dryRun: row.mode === 'dry',
      startedAt: row.startedAt ?? row.createdAt,
      parent: readsNotice(flow, registry) ? await noticeOf(db, row) : null,
      books: {
        mapping: await pinnedMappings(db, row.mappings),
        closedUntil: await closedUntil(db, row.workspaceId, row.flowId),
      },
    },
  };
}
