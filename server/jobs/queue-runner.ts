import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as GraphileLogger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { WorkerRegistry } from './worker-registry.ts';

export interface QueueOptions {
  readonly pool: pg.Pool;
  readonly concurrency: number;
  readonly taskList: TaskList;
  readonly crontab: string;
  readonly logger: Logger;
  readonly registry: Pick<WorkerRegistry, 'add' | 'drop'>;
}

const LONGEST_PAUSE_MS = 5_000;

function graphileLogger(logger: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') logger.error(message);
    else if (level === 'warning') logger.warn(message);
    else logger.trace(message);
  });
}

interface OneRunner {
  readonly runner: Runner;
  /** Resolves when it takes no more jobs, asked to or not. */
  readonly closing: Promise<void>;
  /** Resolves when the last of its jobs is done. */
  readonly closed: Promise<void>;
}

async function startOne({ pool, concurrency, taskList, crontab, logger, registry }: QueueOptions): Promise<OneRunner> {
  const events: WorkerEvents = new EventEmitter();
  let poolId = '';
  // Jobs are locked under the id of this pool, not under those of its workers.
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
    registry.add(poolId);
  });
  const closing = new Promise<void>((resolve) => events.on('pool:gracefulShutdown', () => resolve()));
  const runner = await run({
    pgPool: pool,
    events,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: graphileLogger(logger),
    crontab,
    taskList,
    // Without batching, a job whose end cannot be recorded ends the process: nobody catches that error there.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const closed = runner.promise
    .catch((error: Error) => logger.warn({ error: error.message }, 'the queue ended'))
    .then(() => registry.drop(poolId));
  return { runner, closing: Promise.race([closing, closed]), closed };
}

/**
 * Takes jobs from the queue until told to stop. graphile-worker gives up when the database is away at the moment at which
 * the end of a job is to be recorded; then a new one takes its place, and the jobs that the old one held are freed.
 *
 * @throws what keeps the first one from starting
 */
export async function runQueue(options: QueueOptions): Promise<{ readonly stop: () => Promise<void> }> {
  const { logger } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const ends: Promise<void>[] = [];
  let current = await startOne(options);
  const startAgain = async (): Promise<OneRunner | null> => {
    for (let pause = 250; !signal.aborted; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return null;
      const next = await startOne(options).catch((error: Error) => {
        logger.warn({ error: error.message }, 'the queue cannot be reached');
        return null;
      });
      if (next) return next;
    }
    return null;
  };
  const watching = (async () => {
    while (!signal.aborted) {
      await current.closing;
      if (signal.aborted) return;
      logger.warn('the queue is taken up again');
      ends.push(current.closed);
      const next = await startAgain();
      if (next) current = next;
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await current.runner.stop().catch(() => undefined);
      await watching;
      await Promise.all([...ends, current.closed]);
    },
  };
}
