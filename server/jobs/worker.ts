import { setTimeout as sleep } from 'node:timers/promises';
import { DrizzleQueryError } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import pg from 'pg';
import { RemoteDownError } from '#schemas/errors.ts';
import { ConnectionLimits } from '../limits/connection-limits.ts';
import { Leases } from '../limits/leases.ts';
import { limitMessages } from '../limits/limit-messages.ts';
import { takeTurn } from './advance-run.ts';
import { allTasks } from './all-tasks.ts';
import { ADVANCE_RUN, enqueueRun } from './enqueue.ts';
import { outlastDatabase } from './outlast.ts';
import { runQueue } from './queue-runner.ts';
import type { EngineServices } from './services.ts';
import { joinRegistry } from './worker-registry.ts';

export interface Worker {
  /** Lets the batches in hand finish, for some seconds; what is not done by then goes back to the queue at once. */
  readonly stop: () => Promise<void>;
}

export interface WorkerOptions {
  /** Batches at once. */
  readonly concurrency?: number;
  /** How long the batches in hand may take to finish when the worker is stopped, in milliseconds. */
  readonly graceMs?: number;
  readonly heartbeatMs?: number;
}

const GRACE_MS = 10_000;

function runIdOf(payload: unknown): string {
  const runId = (payload as { runId?: unknown } | null)?.runId;
  if (typeof runId !== 'string') throw new Error('a job without a run');
  return runId;
}

/** The queue keeps an error's text: a failed query must not leave its parameters, customers' data, in it. */
function rethrowWithoutValues(error: unknown): never {
  throw error instanceof DrizzleQueryError ? new Error(`query failed: ${error.cause?.message ?? 'unknown'}`) : error;
}

/** One turn of one run. When it is taken out of our hands, the run is put back: another worker goes on at once. */
function advanceTask(services: EngineServices, handsOff: () => AbortSignal): Task {
  return async (payload) => {
    const runId = runIdOf(payload);
    const signal = handsOff();
    try {
      await outlastDatabase(() => takeTurn(services, runId, signal), signal, services.logger);
    } catch (error) {
      if (!signal.aborted) rethrowWithoutValues(error);
      await enqueueRun(services.db, runId).catch(rethrowWithoutValues);
    }
  };
}

function openPool(services: EngineServices, url: string, concurrency: number): pg.Pool {
  // A pool of our own, because the one graphile-worker makes is not waited for when it stops. Room for two runners: one
  // that ends, and the one that takes its place.
  const pool = new pg.Pool({ connectionString: url, max: 2 * concurrency + 4 });
  const noteLoss = (error: Error) => services.logger.warn({ error: error.message }, 'a database connection was lost');
  pool.on('error', noteLoss);
  pool.on('connect', (client) => client.on('error', noteLoss));
  return pool;
}

/** Starts taking runs further; each job is one turn of one run. */
export async function startWorker(given: EngineServices, url: string, options: WorkerOptions = {}): Promise<Worker> {
  const { concurrency = 4, graceMs = GRACE_MS, heartbeatMs } = options;
  const { db, logger } = given;
  let hands = new AbortController();
  const dropAll = () => {
    // Whether a call that is cut short arrived is not known, so it counts as sent; it is nobody's failure.
    hands.abort(new RemoteDownError(limitMessages.build.handed_over(), { retry: { afterMs: 1 } }));
    hands = new AbortController();
  };
  const registry = await joinRegistry(db, logger, {
    onLost: dropAll,
    onBeat: () => leases.sweep(),
    ...(heartbeatMs === undefined ? {} : { heartbeatMs }),
  });
  const leases = new Leases(db, registry.workerId);
  const limits = new ConnectionLimits(db, logger, registry.mayCall);
  const services: EngineServices = { ...given, sharing: { limits, leases } };
  const pool = openPool(services, url, concurrency);
  const sets = allTasks(services);
  const queue = await runQueue({
    pool,
    concurrency,
    logger,
    registry,
    crontab: sets.flatMap(({ crontab }) => crontab ?? []).join('\n'),
    taskList: {
      ...Object.assign({}, ...sets.map(({ tasks }) => tasks)),
      [ADVANCE_RUN]: advanceTask(services, () => hands.signal),
    },
  });
  return {
    stop: async () => {
      const done = new AbortController();
      const grace = sleep(graceMs, undefined, { signal: done.signal }).then(dropAll, () => undefined);
      await queue.stop();
      done.abort();
      await grace;
      await pool.end();
      await registry.stop();
    },
  };
}
