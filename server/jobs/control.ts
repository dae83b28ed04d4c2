import { and, eq, inArray, sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import { planFlow } from '#flows/plan.ts';
import { checkBindings, validateFlow } from '#flows/validate.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { Period } from '#schemas/period.ts';
import type { Database } from '../db/database.ts';
import { connection, flow, flowVersion, run, runStage, runStep } from '../db/schema/index.ts';
import { enqueueRun, notifyRun } from './enqueue.ts';

export interface StartRun {
  readonly workspaceId: string;
  readonly flowId: string;
  readonly mode: 'live' | 'dry';
  readonly period: Period | null;
  readonly trigger: 'manual' | 'cli' | 'schedule' | 'webhook' | 'api';
  readonly startedBy: string | null;
}

async function publishedVersion(db: Database, start: StartRun) {
  const [found] = await db
    .select({ flow, version: flowVersion })
    .from(flow)
    .leftJoin(flowVersion, and(eq(flowVersion.flowId, flow.id), eq(flowVersion.number, flow.publishedVersion)))
    .where(and(eq(flow.id, start.flowId), eq(flow.workspaceId, start.workspaceId)));
  if (!found?.version) throw new SettingsError(runMessages.build.not_published({ flow: found?.flow.name ?? '' }));
  return { flow: found.flow, version: found.version };
}

/**
 * Starts the published version: the run, its stages and steps and the job that wakes the engine are written together,
 * so there is never one without the other. The version and the bindings are pinned here.
 *
 * @throws SettingsError when nothing is published, a slot is unbound, or the version can no longer run
 */
export async function startRun(db: Database, registry: Registry, start: StartRun): Promise<string> {
  const { flow: row, version } = await publishedVersion(db, start);
  const connections = await db
    .select({ id: connection.id, type: connection.type })
    .from(connection)
    .where(eq(connection.workspaceId, start.workspaceId));
  const problems = [
    ...validateFlow(version.definition, registry),
    ...checkBindings(version.definition, row.bindings, connections),
  ];
  if (problems[0]) throw new SettingsError(problems[0].message);
  const plan = planFlow(version.definition, registry);

  return db.transaction(async (tx) => {
    const [created] = await tx
      .insert(run)
      .values({
        workspaceId: start.workspaceId,
        flowId: row.id,
        version: version.number,
        bindings: row.bindings,
        trigger: start.trigger,
        mode: start.mode,
        periodFrom: start.period?.from ?? null,
        periodTo: start.period?.to ?? null,
        startedBy: start.startedBy,
      })
      .returning({ id: run.id });
    if (!created) throw new Error('a run that was just written is gone');
    const runId = created.id;
    await tx.insert(runStage).values(plan.stages.map((stage) => ({ runId, stage: stage.index })));
    await tx.insert(runStep).values(
      plan.steps.map((step, position) => {
        const node = version.definition.nodes[step.node];
        const nodeVersion = registry.nodeTypes.get(node?.type ?? '')?.version ?? 0;
        const title = node?.title ?? null;
        const { kind, stage } = step;
        return { runId, nodeId: step.node, position, stage, nodeType: node?.type ?? '', nodeVersion, kind, title };
      }),
    );
    await enqueueRun(tx, runId);
    return runId;
  });
}

/**
 * Stops a run between two batches. What is posted stays posted; claims on documents that were surely not delivered are
 * given back, those that may have left are marked uncertain.
 *
 * @returns false when the run had already ended
 */
export async function cancelRun(db: Database, runId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [stopped] = await tx
      .update(run)
      .set({ status: 'cancelled', finishedAt: sql`now()` })
      .where(and(eq(run.id, runId), inArray(run.status, ['queued', 'running', 'in-review', 'failed'])))
      .returning({ id: run.id });
    if (!stopped) return false;
    await tx.execute(sql`
      update posting p set status = 'uncertain' where p.run_id = ${runId} and p.status = 'intended' and exists (
        select 1 from delivery d where d.file_id = p.file_id and d.status <> 'failed')`);
    await tx.execute(sql`delete from posting where run_id = ${runId} and status = 'intended'`);
    const message = runMessages.build.cancelled();
    await tx.execute(sql`
      insert into outcome (document_id, run_id, outcome)
      select distinct p.root_id, p.run_id, 'posted' from posting p where p.run_id = ${runId} and p.status = 'posted'
      on conflict (document_id) do nothing`);
    const uncertain = runMessages.build.cancelled_uncertain();
    await tx.execute(sql`
      insert into outcome (document_id, run_id, outcome, code, message)
      select distinct p.root_id, p.run_id, 'held', ${uncertain.code}, ${JSON.stringify(uncertain)}::jsonb
      from posting p where p.run_id = ${runId} and p.status = 'uncertain'
      on conflict (document_id) do nothing`);
    await tx.execute(sql`
      insert into outcome (document_id, run_id, outcome, code, message)
      select d.id, d.run_id, 'skipped', ${message.code}, ${JSON.stringify(message)}::jsonb
      from document d where d.run_id = ${runId} and d.root_id = d.id
      on conflict (document_id) do nothing`);
    await notifyRun(tx, runId);
    return true;
  });
}

/**
 * Goes on with a failed run from its last recorded batch.
 *
 * @returns false when the run is not one that failed
 */
export async function resumeRun(db: Database, runId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [woken] = await tx
      .update(run)
      .set({ status: 'running', problem: null, finishedAt: null })
      .where(and(eq(run.id, runId), eq(run.status, 'failed')))
      .returning({ id: run.id });
    if (!woken) return false;
    await tx
      .update(runStage)
      .set({ status: 'running', attempts: 0 })
      .where(and(eq(runStage.runId, runId), eq(runStage.status, 'failed')));
    await tx
      .update(runStep)
      .set({ status: 'running', finishedAt: null })
      .where(and(eq(runStep.runId, runId), eq(runStep.status, 'failed')));
    await enqueueRun(tx, runId);
    await notifyRun(tx, runId);
    return true;
  });
}
