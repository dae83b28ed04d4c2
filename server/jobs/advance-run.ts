import { and, eq, sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Stage } from '#flows/plan.ts';
import { nodeTitle } from '#flows/validate.ts';
import { assertNever, PasserelleError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { run, runStage, runStep } from '../db/schema/index.ts';
import { admitRun } from '../limits/admit-run.ts';
import { BUSY, BUSY_AGAIN_MS } from '../limits/leases.ts';
import { StaleBatchError, StoppedError, WaitingError } from './commit-batch.ts';
import { dataFaultOf } from './data-fault.ts';
import { advanceDeliver } from './deliver-stage.ts';
import { enqueueRun, notifyRun } from './enqueue.ts';
import { advanceEnrich } from './enrich-stage.ts';
import { FailedBatchError, failBatch } from './fail-batch.ts';
import { finishRun } from './finish-run.ts';
import { type LoadedRun, loadRun, loadRunRow, type RunRow } from './load-run.ts';
import { advanceMap } from './map-stage.ts';
import { advanceRead } from './read-stage.ts';
import { advanceRender } from './render-stage.ts';
import { advanceReview } from './review-stage.ts';
import type { EngineServices } from './services.ts';
import { linesOf } from './stage-lines.ts';

/** Marks the run as started, when its flow has room for it; the first stage begins and the trigger has done its part. */
async function begin(services: EngineServices, row: RunRow): Promise<RunRow> {
  return services.db.transaction(async (tx) => {
    if (!(await admitRun(tx, row))) return row;
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

/** One batch of a stage, once there is a place in the lines of its connection and its books. */
async function advanceStage(services: EngineServices, loaded: LoadedRun, signal: AbortSignal): Promise<void> {
  const stage = loaded.current?.stage;
  if (!stage) return finishRun(services, loaded);
  const lines = services.sharing ? linesOf(services, loaded, stage) : [];
  const work = () => advanceBatch(services, loaded, stage, signal);
  if (lines.length === 0 || !services.sharing) return work();
  const done = await services.sharing.leases.hold(lines, loaded.row.id, work);
  if (done === BUSY) throw new WaitingError(new Date(services.now().getTime() + BUSY_AGAIN_MS));
}

async function advanceBatch(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  signal: AbortSignal,
): Promise<void> {
  switch (stage.kind) {
    case 'read':
      return advanceRead(services, loaded, stage, signal);
    case 'enrich':
      return advanceEnrich(services, loaded, stage, signal);
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

/** What to do after a batch: go on at once, or leave the run to a later job, or to nobody. */
type Going = 'on' | 'away';

async function failRun(services: EngineServices, runId: string, problem: Message): Promise<void> {
  await services.db
    .update(run)
    .set({ status: 'failed', problem, finishedAt: sql`now()` })
    .where(and(eq(run.id, runId), eq(run.status, 'running')));
}

/** What an error of a batch means for its run. */
async function settleError(services: EngineServices, loaded: LoadedRun, error: unknown): Promise<void> {
  if (error instanceof StaleBatchError) return;
  if (error instanceof StoppedError) return failBatch(services, error.loaded, error.error);
  if (error instanceof WaitingError) return enqueueRun(services.db, loaded.row.id, error.until);
  if (error instanceof FailedBatchError) return failBatch(services, loaded, error.error, error.lines);
  if (error instanceof PasserelleError) return failBatch(services, loaded, error);
  return failUnstorable(services, loaded, error);
}

/**
 * Takes a run one batch further. Called once too often, or by two workers at once, it does no harm: the batch number
 * lets only one of them write.
 *
 * Errors that a node meant, or that a person can mend, end in the run's own log and status. Anything else (a database
 * that went away) is thrown, and the job is tried again by the queue.
 *
 * @returns whether the run can go on at once
 */
export async function advanceRun(services: EngineServices, runId: string, signal: AbortSignal): Promise<Going> {
  const found = await loadRunRow(services.db, runId);
  if (!found) return 'away';
  const row = found.status === 'queued' ? await begin(services, found) : found;
  if (row.status !== 'running') return 'away';
  let loaded: LoadedRun;
  try {
    loaded = await loadRun(services.db, services.registry, row);
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    await failRun(services, runId, error.detail);
    return 'away';
  }
  try {
    await advanceStage(services, loaded, signal);
    return 'on';
  } catch (error) {
    await settleError(services, loaded, error);
    return 'away';
  }
}

/** How long one job goes on with one run before others get their turn. */
const TURN_MS = 5_000;

/**
 * Takes a run as far as it gets in one turn. The job that does so stays in the queue, locked, until it returns: a process
 * that dies in between leaves it to be freed, so a batch needs no job to follow it.
 */
export async function takeTurn(services: EngineServices, runId: string, signal: AbortSignal): Promise<void> {
  const end = performance.now() + TURN_MS;
  while ((await advanceRun(services, runId, signal)) === 'on') {
    if (performance.now() < end && !signal.aborted) continue;
    await enqueueRun(services.db, runId);
    return;
  }
}
