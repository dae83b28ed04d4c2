import { and, eq, sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import { nodeTitle } from '#flows/validate.ts';
import { assertNever, PasserelleError } from '#schemas/errors.ts';
import { run, runStage, runStep } from '../db/schema/index.ts';
import { StaleBatchError } from './commit-batch.ts';
import { dataFaultOf } from './data-fault.ts';
import { advanceDeliver } from './deliver-stage.ts';
import { notifyRun } from './enqueue.ts';
import { FailedBatchError, failBatch } from './fail-batch.ts';
import { finishRun } from './finish-run.ts';
import { type LoadedRun, loadRun, loadRunRow, type RunRow } from './load-run.ts';
import { advanceMap } from './map-stage.ts';
import { advanceRead } from './read-stage.ts';
import { advanceRender } from './render-stage.ts';
import { advanceReview } from './review-stage.ts';
import type { EngineServices } from './services.ts';

/** Marks the run as started; the first stage begins and the trigger has done its part. */
async function begin(services: EngineServices, row: RunRow): Promise<RunRow> {
  return services.db.transaction(async (tx) => {
    const [started] = await tx
      .update(run)
      .set({ status: 'running', startedAt: sql`now()` })
      .where(and(eq(run.id, row.id), eq(run.status, 'queued')))
      .returning();
    if (!started) return row;
    await tx
      .update(runStage)
      .set({ status: 'running' })
      .where(and(eq(runStage.runId, row.id), eq(runStage.stage, 0)));
    const ofStage = (stage: number) => and(eq(runStep.runId, row.id), eq(runStep.stage, stage));
    await tx.update(runStep).set({ status: 'done', startedAt: sql`now()`, finishedAt: sql`now()` }).where(ofStage(-1));
    await tx.update(runStep).set({ status: 'running', startedAt: sql`now()` }).where(ofStage(0));
    await notifyRun(tx, row.id);
    return started;
  });
}

async function advanceStage(services: EngineServices, loaded: LoadedRun, signal: AbortSignal): Promise<void> {
  const stage = loaded.current?.stage;
  if (!stage) return finishRun(services, loaded);
  switch (stage.kind) {
    case 'read':
      return advanceRead(services, loaded, stage, signal);
    case 'map':
      return advanceMap(services, loaded, stage);
    case 'review':
      return advanceReview(services, loaded, stage);
    case 'render':
      return advanceRender(services, loaded, stage);
    case 'deliver':
      return advanceDeliver(services, loaded, stage, signal);
    default:
      return assertNever(stage);
  }
}

/** A value that the database cannot store ends the run with the step's name; anything else is the queue's to retry. */
async function failUnstorable(services: EngineServices, loaded: LoadedRun, error: unknown): Promise<void> {
  const fault = dataFaultOf(error);
  const id = loaded.current?.stage.node;
  if (fault === null || id === undefined) throw error;
  const node = loaded.flow.nodes[id];
  const title = nodeTitle(id, node, services.registry.nodeTypes.get(node?.type ?? ''));
  const detail = runMessages.build.node_crashed({ node: title, detail: fault.slice(0, 300) });
  await failBatch(services, loaded, new PasserelleError(detail));
}

/**
 * Takes a run one batch further. Called once too often, or by two workers at once, it does no harm: the batch number
 * lets only one of them write.
 *
 * Errors that a node meant, or that a person can mend, end in the run's own log and status. Anything else (a database
 * that went away) is thrown, and the job is tried again by the queue.
 */
export async function advanceRun(services: EngineServices, runId: string, signal: AbortSignal): Promise<void> {
  const found = await loadRunRow(services.db, runId);
  if (!found) return;
  const row = found.row.status === 'queued' ? await begin(services, found.row) : found.row;
  if (row.status !== 'running') return;
  let loaded: LoadedRun;
  try {
    loaded = await loadRun(services.db, services.registry, row, found.flow);
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    await services.db
      .update(run)
      .set({ status: 'failed', problem: error.detail, finishedAt: sql`now()` })
      .where(and(eq(run.id, runId), eq(run.status, 'running')));
    return;
  }
  try {
    await advanceStage(services, loaded, signal);
  } catch (error) {
    if (error instanceof StaleBatchError) return;
    if (error instanceof FailedBatchError) await failBatch(services, loaded, error.error, error.lines);
    else if (error instanceof PasserelleError) await failBatch(services, loaded, error);
    else await failUnstorable(services, loaded, error);
  }
}
