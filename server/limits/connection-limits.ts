import type { Logger } from 'pino';
import type { CallEnd, CallGate } from '#nodes/kit/call-gate.ts';
import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import type { StepLog } from '#nodes/kit/context.ts';
import { PasserelleError, RemoteDownError } from '#schemas/errors.ts';
import type { Database } from '../db/database.ts';
import { countFailure, countSuccess, FAILURES_TO_OPEN, giveTryBack } from './circuit.ts';
import { withJitter } from './jitter.ts';
import { limitMessages } from './limit-messages.ts';
import { pauseCalls, type Rate } from './rate-bucket.ts';
import { Turnstile } from './turnstile.ts';

/** Whose calls are counted, and how many it may make. */
export interface LimitedConnection {
  readonly id: string;
  readonly rate: Rate | null;
}

/** What the system allows by its type, unless a person has set a number of calls a second. Null: as many as one likes. */
export function rateOf(type: Pick<ConnectionType, 'limits'> | undefined, callsPerSecond: number | null): Rate | null {
  const perSecond = callsPerSecond ?? type?.limits?.callsPerSecond;
  if (perSecond === undefined) return null;
  const burst = callsPerSecond === null ? type?.limits?.burst : undefined;
  return { perSecond, burst: Math.max(1, burst ?? Math.ceil(perSecond)) };
}

/** The limits and circuit breakers of all connections, as one process sees them; the tables are shared by all. */
export class ConnectionLimits {
  readonly #db: Database;
  readonly #logger: Logger;
  readonly #turnstiles = new Map<string, Turnstile>();
  /** Whether this process still counts as living: what a dead one calls could be called by another at the same time. */
  readonly #mayCall: () => boolean;

  constructor(db: Database, logger: Logger, mayCall: () => boolean = () => true) {
    this.#db = db;
    this.#logger = logger;
    this.#mayCall = mayCall;
  }

  /** The gate before the calls of one batch. */
  gate(connection: LimitedConnection, log: StepLog): CallGate {
    return {
      enter: async (signal) => {
        const isTry = await this.#pass(connection, signal);
        return { leave: (end) => this.#leave(connection.id, isTry, end, log) };
      },
    };
  }

  #turnstileOf(id: string): Turnstile {
    const found = this.#turnstiles.get(id) ?? new Turnstile(this.#db, id);
    this.#turnstiles.set(id, found);
    return found;
  }

  async #pass({ id, rate }: LimitedConnection, signal: AbortSignal): Promise<boolean> {
    const unrecordable = (cause?: unknown) =>
      new RemoteDownError(limitMessages.build.unrecordable(), { notSent: true, cause });
    if (!this.#mayCall()) throw unrecordable();
    try {
      return await this.#turnstileOf(id).pass(rate, signal);
    } catch (error) {
      if (error instanceof PasserelleError || signal.aborted) throw error;
      throw unrecordable(error);
    }
  }

  async #leave(id: string, isTry: boolean, end: CallEnd, log: StepLog): Promise<void> {
    try {
      await this.#note(id, isTry, end, log);
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      this.#logger.warn({ connection: id, reason }, 'the end of a call could not be counted');
    }
  }

  async #note(id: string, isTry: boolean, end: CallEnd, log: StepLog): Promise<void> {
    const turnstile = this.#turnstileOf(id);
    if (end.kind === 'abandoned') {
      if (isTry) await giveTryBack(this.#db, id);
      return;
    }
    if (end.pauseMs !== null) {
      await pauseCalls(this.#db, id, end.pauseMs);
      turnstile.forget();
    }
    if (end.kind === 'down') {
      const failure = { problem: end.problem, isTry, jitter: withJitter(1000) / 1000 };
      const seconds = await countFailure(this.#db, id, failure);
      turnstile.forget();
      if (seconds === null) return;
      log.warning(limitMessages.build.opened({ failures: String(FAILURES_TO_OPEN), seconds: String(seconds) }));
    } else if (isTry || turnstile.failures > 0) {
      await countSuccess(this.#db, id, isTry);
      turnstile.forget();
      if (isTry) log.info(limitMessages.build.closed());
    }
  }
}
