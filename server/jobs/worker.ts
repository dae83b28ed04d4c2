import { EventEmitter } from 'node:events';
import { DrizzleQueryError } from 'drizzle-orm';
import { Logger as GraphileLogger, type Runner, run as runWorker, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { advanceRun } from './advance-run.ts';
import { allTasks } from './all-tasks.ts';
import { ADVANCE_RUN } from './enqueue.ts';
import type { EngineServices } from './services.ts';
import { joinRegistry } from './worker-registry.ts';

export interface Worker {
  /** Lets the batch in hand finish, then ends; other jobs stay in the queue. */
  readonly stop: () => Promise<void>;
}

function graphileLogger(services: EngineServices): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') services.logger.error(message);
    else if (level === 'warning') services.logger.warn(message);
    else services.logger.trace(message);
  });
}

function runIdOf(payload: unknown): string {
  const runId = (payload as { runId?: unknown } | null)?.runId;
  if (typeof runId !== 'string') throw new Error('a job without a run');
  return runId;
}

/** The queue keeps an error's text: a failed query must not leave its parameters, customers' data, in it. */
function rethrowWithoutValues(error: unknown): never {
  throw error instanceof DrizzleQueryError ? new Error(`query failed: ${error.cause?.message ?? 'unknown'}`) : error;
}

/** Starts taking runs further; each job is one batch of one run. */
export async function startWorker(services: EngineServices, url: string, concurrency = 4): Promise<Worker> {
  const stopping = new AbortController();
  const registry = await joinRegistry(services.db, services.logger);
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => registry.add(worker.workerId));
  // A pool of our own, because the one graphile-worker makes is not waited for when it stops.
  const pool = new pg.Pool({ connectionString: url, max: concurrency + 2 });
  const noteLoss = (error: Error) => services.logger.warn({ error: error.message }, 'a database connection was lost');
  pool.on('error', noteLoss);
  pool.on('connect', (client) => client.on('error', noteLoss));
  const sets = allTasks(services);
  const runner: Runner = await runWorker({
    pgPool: pool,
    events,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: graphileLogger(services),
    crontab: sets.flatMap(({ crontab }) => crontab ?? []).join('\n'),
    taskList: {
      ...Object.assign({}, ...sets.map(({ tasks }) => tasks)),
      [ADVANCE_RUN]: async (payload) => {
        await advanceRun(services, runIdOf(payload), stopping.signal).catch(rethrowWithoutValues);
      },
    },
  });
  return {
    stop: async () => {
      await runner.stop();
      stopping.abort();
      await pool.end();
      await registry.stop();
    },
  };
}
