import { and, asc, eq } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import { type Plan, planFlow, type Stage } from '#flows/plan.ts';
import type { BatchRun } from '#flows/read-batch.ts';
import { validateFlow } from '#flows/validate.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Period } from '#schemas/period.ts';
import type { Database } from '../db/database.ts';
import { flowVersion, run, runStage } from '../db/schema/index.ts';

export type RunRow = typeof run.$inferSelect;
export type StageRow = typeof runStage.$inferSelect;

/** A run with everything that its next batch needs; the version is the one pinned when it was started. */
export interface LoadedRun {
  readonly row: RunRow;
  readonly flow: FlowDefinition;
  readonly plan: Plan;
  /** The first stage that is not done; null when all are. */
  readonly current: { readonly stage: Stage; readonly row: StageRow } | null;
  readonly facts: BatchRun;
}

function periodOf(row: RunRow): Period | null {
  return row.periodFrom && row.periodTo ? { from: row.periodFrom, to: row.periodTo } : null;
}

/** @throws SettingsError when the pinned version can no longer run on this installation */
function planPinned(flow: FlowDefinition, registry: Registry, version: number): Plan {
  const [problem] = validateFlow(flow, registry);
  if (problem) {
    const params = { version: String(version), problem: problem.message.text };
    throw new SettingsError(runMessages.build.flow_changed(params));
  }
  return planFlow(flow, registry);
}

export async function loadRunRow(db: Database, runId: string): Promise<{ row: RunRow; flow: FlowDefinition } | null> {
  const [found] = await db
    .select({ row: run, flow: flowVersion.definition })
    .from(run)
    .innerJoin(flowVersion, and(eq(flowVersion.flowId, run.flowId), eq(flowVersion.number, run.version)))
    .where(eq(run.id, runId));
  return found ?? null;
}

export async function loadRun(db: Database, registry: Registry, row: RunRow, flow: FlowDefinition): Promise<LoadedRun> {
  const plan = planPinned(flow, registry, row.version);
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
    },
  };
}
