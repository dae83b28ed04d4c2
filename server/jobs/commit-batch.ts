import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { LogLine } from '#flows/batch-log.ts';
import type { PasserelleError } from '#schemas/errors.ts';
import type { Database, Transaction } from '../db/database.ts';
import { insertRows } from '../db/insert-rows.ts';
import { document, run, runStage, runStep, stepLog } from '../db/schema/index.ts';
import { notifyRun } from './enqueue.ts';
import type { LoadedRun } from './load-run.ts';

/** Somebody else recorded this batch, or the run was cancelled meanwhile: what we did is thrown away. */
export class StaleBatchError extends Error {
  override readonly name = 'StaleBatchError';
}

/** Nothing can be done before an instant: the run is looked at again then. */
export class WaitingError extends Error {
  override readonly name = 'WaitingError';
  readonly until: Date;
  constructor(until: Date) {
    super(`waits until ${until.toISOString()}`);
    this.until = until;
  }
}

/** A batch was recorded, and something stops the run after it: to be counted as a failure of the batch that follows. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly loaded: LoadedRun;
  readonly error: PasserelleError;
  constructor(loaded: LoadedRun, error: PasserelleError) {
    super(error.message, { cause: error });
    this.loaded = loaded;
    this.error = error;
  }
}

export interface BatchRecord {
  readonly done: boolean;
  /** The batch was recorded, but it did not get on: tries that failed go on being counted. */
  readonly isStalled?: boolean;
  /** Read after `write`, which may still add to it. */
  readonly log: readonly LogLine[];
  /** Writes what the batch made and returns where the stage goes on (null when it is done). */
  readonly write: (tx: Transaction) => Promise<unknown>;
}

/**
 * Makes sure, in a transaction that precedes a call, that the batch is still ours: nobody recorded it, and nobody stopped
 * the run, whose end waits for this transaction.
 *
 * @throws StaleBatchError
 */
export async function holdBatch(tx: Transaction, { row, current }: LoadedRun): Promise<void> {
  const [held] = await tx.select({ status: run.status }).from(run).where(eq(run.id, row.id)).for('update');
  const [at] = await tx
    .select({ batch: runStage.batch })
    .from(runStage)
    .where(and(eq(runStage.runId, row.id), eq(runStage.stage, current?.stage.index ?? -1)));
  if (held?.status === 'running' && at && at.batch === current?.row.batch) return;
  throw new StaleBatchError(`batch ${current?.row.batch} of run ${row.id}`);
}

/** Stores log lines, each with the document that it is about. */
export async function storeLog(tx: Transaction, runId: string, lines: readonly LogLine[]): Promise<void> {
  if (lines.length === 0) return;
  const keys = [...new Set(lines.flatMap((line) => (line.document === null ? [] : [line.document])))];
  const rows =
    keys.length === 0
      ? []
      : await tx
          .select({ id: document.id, key: document.key })
          .from(document)
          .where(and(eq(document.runId, runId), inArray(document.key, keys)));
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  await insertRows(
    tx,
    stepLog,
    lines.map((line) => ({
      id: uuidv7(),
      runId,
      nodeId: line.node,
      at: line.at,
      level: line.level,
      message: line.message,
      documentId: line.document === null ? null : (ids.get(line.document) ?? null),
      excerpt: line.excerpt,
    })),
  );
}

async function moveOn(tx: Transaction, loaded: LoadedRun, stage: number, done: boolean): Promise<void> {
  const stepsOf = (index: number) => and(eq(runStep.runId, loaded.row.id), eq(runStep.stage, index));
  if (!done) return;
  await tx
    .update(runStep)
    .set({ status: 'done', finishedAt: sql`now()`, startedAt: sql`coalesce(${runStep.startedAt}, now())` })
    .where(stepsOf(stage));
  await tx
    .update(runStage)
    .set({ status: 'running' })
    .where(and(eq(runStage.runId, loaded.row.id), eq(runStage.stage, stage + 1)));
  await tx
    .update(runStep)
    .set({ status: 'running', startedAt: sql`now()` })
    .where(stepsOf(stage + 1));
}

/**
 * Records one batch in one transaction: what it made, its log, and how far the stage has come. The batch number is what
 * the worker started from; when it has moved, nothing is written. The job that does the batch stays in the queue until
 * the run ends or waits, so it needs no other to follow it.
 *
 * @returns the run as it stands now, for a stage that goes on at once
 * @throws StaleBatchError
 */
export async function commitBatch(db: Database, loaded: LoadedRun, record: BatchRecord): Promise<LoadedRun> {
  const { row, current } = loaded;
  if (!current) throw new Error('no stage to record a batch of');
  return db.transaction(async (tx) => {
    const [held] = await tx.select({ status: run.status }).from(run).where(eq(run.id, row.id)).for('update');
    const [moved] = await tx
      .update(runStage)
      .set({
        batch: sql`${runStage.batch} + 1`,
        ...(record.isStalled ? {} : { attempts: 0 }),
        status: record.done ? 'done' : 'running',
      })
      .where(
        and(eq(runStage.runId, row.id), eq(runStage.stage, current.stage.index), eq(runStage.batch, current.row.batch)),
      )
      .returning({ batch: runStage.batch });
    if (!moved || held?.status !== 'running') throw new StaleBatchError(`batch ${current.row.batch} of run ${row.id}`);
    const position = await record.write(tx);
    await tx
      .update(runStage)
      .set({ position })
      .where(and(eq(runStage.runId, row.id), eq(runStage.stage, current.stage.index)));
    await storeLog(tx, row.id, record.log);
    await moveOn(tx, loaded, current.stage.index, record.done);
    await notifyRun(tx, row.id);
    const after = { ...current.row, batch: current.row.batch + 1, position };
    return { ...loaded, current: { ...current, row: record.isStalled ? after : { ...after, attempts: 0 } } };
  });
}
