import { and, eq, inArray, sql } from 'drizzle-orm';
import { mappingsOf } from '#flows/mappings-of.ts';
import { runMessages } from '#flows/messages.ts';
import { planFlow } from '#flows/plan.ts';
import { checkBindings, validateFlow } from '#flows/validate.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { RunTrigger } from '#schemas/outcome.ts';
import type { Period } from '#schemas/period.ts';
import type { Database, Transaction } from '../db/database.ts';
import { connection, flow, flowVersion, run, runKey, runStage, runStep } from '../db/schema/index.ts';
import { settleHolds } from '../holds/settle-holds.ts';
import { enqueueRun, notifyRun } from './enqueue.ts';
import { presentRevisions } from './pinned-mappings.ts';

export interface StartRun {
  readonly workspaceId: string;
  readonly flowId: string;
  readonly mode: 'live' | 'dry';
  readonly period: Period | null;
  readonly trigger: RunTrigger;
  readonly startedBy: string | null;
  /** What makes this start the same as an earlier one of the flow: the run of that one is returned instead. */
  readonly triggerKey?: string;
  /** The run that it repeats, retries or follows. */
  readonly parentId?: string;
  /** Another version than the published one: for a retry or a replay. */
  readonly version?: number;
  /** Read only these documents, by the source node that reads them. */
  readonly only?: readonly { readonly node: string; readonly key: string }[];
  /** Book again what was posted before; say why. */
  readonly includePosted?: boolean;
  readonly reason?: string;
}

async function chosenVersion(db: Database | Transaction, start: StartRun) {
  const number = start.version ?? flow.publishedVersion;
  const [found] = await db
    .select({ flow, version: flowVersion })
    .from(flow)
    .leftJoin(flowVersion, and(eq(flowVersion.flowId, flow.id), eq(flowVersion.number, number)))
    .where(and(eq(flow.id, start.flowId), eq(flow.workspaceId, start.workspaceId)));
  if (!found?.version) throw new SettingsError(runMessages.build.not_published({ flow: found?.flow.name ?? '' }));
  return { flow: found.flow, version: found.version };
}

/** What a run begins with: its stages and steps as planned, and the documents that it is limited to. */
async function writePlan(tx: Transaction, registry: Registry, runId: string, flow: FlowDefinition, start: StartRun) {
  const plan = planFlow(flow, registry);
  await tx.insert(runStage).values(plan.stages.map((stage) => ({ runId, stage: stage.index })));
  await tx.insert(runStep).values(
    plan.steps.map((step, position) => {
      const node = flow.nodes[step.node];
      const nodeVersion = registry.nodeTypes.get(node?.type ?? '')?.version ?? 0;
      const title = node?.title ?? null;
      const { kind, stage } = step;
      return { runId, nodeId: step.node, position, stage, nodeType: node?.type ?? '', nodeVersion, kind, title };
    }),
  );
  const only = start.only ?? [];
  for (let from = 0; from < only.length; from += 5000) {
    const part = only.slice(from, from + 5000);
    await tx
      .insert(runKey)
      .values(part.map(({ node, key }, index) => ({ runId, position: from + index, nodeId: node, key })));
  }
}

/**
 * Starts a version, the published one unless told otherwise, in the caller's transaction: the run, its stages and steps
 * and the job that wakes the engine are written together, so there is never one without the other. The version, the
 * bindings and the mapping tables are pinned here.
 *
 * @returns the run; when a run with the same `triggerKey` is there already, that one
 * @throws SettingsError when nothing is published, a slot is unbound, mapping tables are gone, or the version can no
 *   longer run
 */
export async function startRunIn(tx: Transaction, registry: Registry, start: StartRun): Promise<string> {
  const { flow: row, version } = await chosenVersion(tx, start);
  const connections = await tx
    .select({ id: connection.id, type: connection.type })
    .from(connection)
    .where(eq(connection.workspaceId, start.workspaceId));
  const problems = [
    ...validateFlow(version.definition, registry),
    ...checkBindings(version.definition, row.bindings, connections),
  ];
  if (problems[0]) throw new SettingsError(problems[0].message);
  const mappings = await presentRevisions(tx, start.workspaceId, mappingsOf(version.definition, registry));
  const [created] = await tx
    .insert(run)
    .values({
      workspaceId: start.workspaceId,
      flowId: row.id,
      version: version.number,
      bindings: row.bindings,
      mappings,
      trigger: start.trigger,
      triggerKey: start.triggerKey ?? null,
      parentId: start.parentId ?? null,
      isLimited: start.only !== undefined,
      includePosted: start.includePosted ?? false,
      reason: start.reason ?? null,
      mode: start.mode,
      periodFrom: start.period?.from ?? null,
      periodTo: start.period?.to ?? null,
      startedBy: start.startedBy,
    })
    .onConflictDoNothing({ target: [run.flowId, run.triggerKey], where: sql`trigger_key is not null` })
    .returning({ id: run.id });
  if (!created) return earlierRun(tx, row.id, start.triggerKey ?? '');
  await writePlan(tx, registry, created.id, version.definition, start);
  await enqueueRun(tx, created.id);
  return created.id;
}

async function earlierRun(tx: Transaction, flowId: string, triggerKey: string): Promise<string> {
  const [earlier] = await tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.flowId, flowId), eq(run.triggerKey, triggerKey)));
  if (!earlier) throw new Error('a run that stands in the way is gone');
  return earlier.id;
}

/** `startRunIn` in a transaction of its own. */
export function startRun(db: Database, registry: Registry, start: StartRun): Promise<string> {
  return db.transaction((tx) => startRunIn(tx, registry, start));
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
      .returning({ id: run.id, flowId: run.flowId });
    if (!stopped) return false;
    await tx.execute(sql`
      update posting p set status = 'uncertain' where p.run_id = ${runId} and p.status = 'intended' and (p.is_open
        or exists (select 1 from delivery d where d.file_id = p.file_id and d.status <> 'failed'))`);
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
    await settleHolds(tx, stopped);
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
