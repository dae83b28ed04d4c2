import { and, eq, sql } from 'drizzle-orm';
import { createBatchLog, type LogLine } from '#flows/batch-log.ts';
import { runMessages } from '#flows/messages.ts';
import { nodeTitle } from '#flows/validate.ts';
import { createRedactor, type Redactor, redactMessage } from '#nodes/kit/redact.ts';
import { PasserelleError, RemoteDownError } from '#schemas/errors.ts';
import { run, runStage, runStep } from '../db/schema/index.ts';
import { withJitter } from '../limits/jitter.ts';
import { isWaitForTurn } from '../limits/limit-messages.ts';
import { storeLog } from './commit-batch.ts';
import { awayCodeOf } from './database-away.ts';
import { enqueueRun, notifyRun } from './enqueue.ts';
import type { LoadedRun } from './load-run.ts';
import type { EngineServices } from './services.ts';

/** How long a batch that only waits for its turn is left alone when its error does not say. */
const TURN_MS = 1_000;

/**
 * When the batch is tried again, in milliseconds; null for never. A wait that was asked for is kept to, and only ever
 * made longer, as it may be by chance: what failed together shall not come back together.
 */
function delayOf(services: EngineServices, error: PasserelleError, attempts: number): number | null {
  if (error.retry === 'never') return null;
  const asked = error.retry === 'later' ? 0 : error.retry.afterMs;
  if (isWaitForTurn(error.detail.code)) return asked > 0 ? asked : withJitter(TURN_MS);
  const usual = services.retryDelaysMs[attempts];
  return usual === undefined ? null : Math.max(withJitter(usual), asked);
}

/** A node's error together with the log of the batch it ended, which would otherwise be lost with the batch. */
export class FailedBatchError extends Error {
  override readonly name = 'FailedBatchError';
  readonly error: PasserelleError;
  readonly lines: readonly LogLine[];
  constructor(error: PasserelleError, lines: readonly LogLine[]) {
    super(error.message, { cause: error });
    this.error = error;
    this.lines = lines;
  }
}

/** The error as it may be kept. Its cause is left behind: it may hold what was sent. */
export function withoutSecrets(error: unknown, redact: Redactor): Error {
  return error instanceof PasserelleError ? messageWithoutSecrets(error, redact) : faultWithoutSecrets(error, redact);
}

/** The same for an error that was meant: its message may quote what a system was sent. */
export function messageWithoutSecrets(error: PasserelleError, redact: Redactor): PasserelleError {
  if (error instanceof RemoteDownError) {
    const { retry, notSent } = error;
    return new RemoteDownError(redactMessage(error.detail, redact), { retry, notSent });
  }
  return new PasserelleError(redactMessage(error.detail, redact), { retry: error.retry });
}

function faultWithoutSecrets(error: unknown, redact: Redactor): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error)));
  const { name, message, stack = '' } = error;
  // By its code the worker tells a database that is away from a fault of ours.
  const code = awayCodeOf(error);
  return Object.assign(new Error(redact(message)), { name, stack: redact(stack) }, code === null ? {} : { code });
}

/**
 * Runs what a batch does outside its transaction; when it fails, the log goes with the error.
 *
 * @param secrets what the node works with. Systems quote the credentials that they refuse, and the error ends in the
 *   run, in its log, in the queue and on the terminal: none of them may hold a secret, whatever a connector does.
 */
export async function keepingLog<T>(
  lines: readonly LogLine[],
  secrets: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const clean = withoutSecrets(error, createRedactor(secrets));
    throw clean instanceof PasserelleError ? new FailedBatchError(clean, lines) : clean;
  }
}

/**
 * Records that a batch failed: it is tried again after a wait when that may help, or the run fails and can be resumed
 * from its last recorded batch. What earlier batches recorded stays. A batch that only waits for its turn comes back
 * without having used up an attempt.
 */
export async function failBatch(
  services: EngineServices,
  loaded: LoadedRun,
  error: PasserelleError,
  lines: readonly LogLine[] = [],
): Promise<void> {
  const { row, current, flow } = loaded;
  if (!current) throw error;
  const { stage } = current;
  const delay = delayOf(services, error, current.row.attempts);
  const waits = delay !== null && isWaitForTurn(error.detail.code);
  const log = createBatchLog(services.now, []);
  const step = log.forNode(stage.node);
  const node = flow.nodes[stage.node];
  const title = nodeTitle(stage.node, node, services.registry.nodeTypes.get(node?.type ?? ''));
  services.logger[waits ? 'debug' : 'warn']({ run: row.id, node: title, code: error.detail.code }, error.detail.text);

  await services.db.transaction(async (tx) => {
    const [moved] = await tx
      .update(runStage)
      .set({
        attempts: sql`${runStage.attempts} + ${waits ? 0 : 1}`,
        ...(delay === null ? { status: 'failed' as const } : {}),
      })
      .where(
        and(
          eq(runStage.runId, row.id),
          eq(runStage.stage, stage.index),
          eq(runStage.batch, current.row.batch),
          eq(runStage.attempts, current.row.attempts),
        ),
      )
      .returning({ stage: runStage.stage });
    if (!moved) return;
    if (delay === null) {
      step.error(error.detail);
      await tx
        .update(run)
        .set({ status: 'failed', problem: error.detail, finishedAt: sql`now()` })
        .where(and(eq(run.id, row.id), eq(run.status, 'running')));
      await tx
        .update(runStep)
        .set({ status: 'failed', finishedAt: sql`now()` })
        .where(and(eq(runStep.runId, row.id), eq(runStep.nodeId, stage.node)));
    } else {
      const attempt = String(current.row.attempts + 2);
      const attempts = String(services.retryDelaysMs.length + 1);
      const seconds = String(Math.ceil(delay / 1000));
      if (waits) step.info(error.detail);
      else step.warning(runMessages.build.trying_again({ problem: error.detail.text, seconds, attempt, attempts }));
      await enqueueRun(tx, row.id, new Date(services.now().getTime() + delay));
    }
    await storeLog(tx, row.id, [...lines, ...log.lines]);
    await notifyRun(tx, row.id);
  });
}
