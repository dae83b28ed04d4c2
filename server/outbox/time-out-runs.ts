import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';
import { flow, run, runStage, runStep, stepLog } from '../db/schema/index.ts';
import { notifyRun } from '../jobs/enqueue.ts';
import { runEndMessages } from './run-end-messages.ts';

/** When a run that is at work began to be: waiting for a review, or for a person after a failure, is not work. */
const workingSince = sql`coalesce(${run.activeSince}, ${run.startedAt}, ${run.createdAt})`;
const isOverdue = lt(workingSince, sql`now() - make_interval(mins => ${flow.maxMinutes})`);

async function stopStage(tx: Transaction, runId: string): Promise<void> {
  const ofRun = eq(runStage.runId, runId);
  await tx
    .update(runStage)
    .set({ status: 'failed' })
    .where(and(ofRun, eq(runStage.status, 'running')));
  await tx
    .update(runStep)
    .set({ status: 'failed', finishedAt: sql`now()` })
    .where(and(eq(runStep.runId, runId), eq(runStep.status, 'running')));
}

/**
 * Ends one run as failed, exactly as a failed step would: it can be resumed from its last recorded batch, and its claims
 * stay until it is resumed or cancelled. A worker that is still at it finds the run over when it wants to record.
 */
async function timeOut(db: Database, runId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    // The row is locked as a batch being recorded locks it: either that batch counts, or it is thrown away.
    const [overdue] = await tx
      .select({ minutes: flow.maxMinutes })
      .from(run)
      .innerJoin(flow, eq(flow.id, run.flowId))
      .where(and(eq(run.id, runId), eq(run.status, 'running'), isOverdue))
      .for('update', { of: run });
    if (!overdue) return false;
    const message = runEndMessages.build.timed_out({ minutes: String(overdue.minutes) });
    await tx.update(run).set({ status: 'failed', problem: message, finishedAt: sql`now()` }).where(eq(run.id, runId));
    await stopStage(tx, runId);
    await tx.insert(stepLog).values({ runId, nodeId: null, at: new Date(), level: 'error', message });
    await notifyRun(tx, runId);
    return true;
  });
}

/**
 * Fails the runs that have been at work for longer than their flow allows, also those that nobody works on any more: a
 * run whose every attempt kills its process would otherwise never end.
 *
 * @returns how many
 */
export async function timeOutRuns(db: Database): Promise<number> {
  const overdue = await db
    .select({ id: run.id })
    .from(run)
    .innerJoin(flow, eq(flow.id, run.flowId))
    .where(and(eq(run.status, 'running'), isOverdue));
  let ended = 0;
  for (const { id } of overdue) if (await timeOut(db, id)) ended += 1;
  return ended;
}
