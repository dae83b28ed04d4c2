import { setTimeout as sleep } from 'node:timers/promises';
import { LONGEST_TURN_MS } from '#nodes/kit/call-gate.ts';
import { RemoteDownError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database } from '../db/database.ts';
import { type CallState, claimTry, readCallState } from './circuit.ts';
import { limitMessages } from './limit-messages.ts';
import { type Rate, takeCalls } from './rate-bucket.ts';

/** How old what is known of a connection may be. */
const FRESH_MS = 1_000;
/** Calls taken out of the shared bucket lapse when they are not made: they are another worker's then. */
const HOLD_MS = 1_000;
/** Until the try call of another worker is over. */
const TRY_WAIT_MS = 5_000;

function seconds(ms: number): string {
  return String(Math.max(1, Math.ceil(ms / 1000)));
}

function notNow(detail: Message, afterMs: number): RemoteDownError {
  return new RemoteDownError(detail, { retry: { afterMs: Math.max(1000, Math.ceil(afterMs)) }, notSent: true });
}

async function sleepOrAbort(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
}

function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * What one process knows and holds of one connection: a view of its state, at most a second old, and some calls taken
 * ahead out of the shared bucket, so that not every call asks the database. Both are only copies: tables decide.
 */
export class Turnstile {
  readonly #db: Database;
  readonly #connectionId: string;
  readonly #clock: () => number;
  #view: { readonly state: CallState; readonly at: number } | null = null;
  #looking: Promise<CallState> | null = null;
  #hand = { calls: 0, until: 0 };
  #block = 1;
  #taking: Promise<number> | null = null;

  constructor(db: Database, connectionId: string, clock: () => number = () => performance.now()) {
    this.#db = db;
    this.#connectionId = connectionId;
    this.#clock = clock;
  }

  /** Something changed: the next call looks again. */
  forget(): void {
    this.#view = null;
  }

  /** Calls that failed in a row, as far as this process knows. */
  get failures(): number {
    return this.#view?.state.failures ?? 0;
  }

  /**
   * Waits for a call's turn.
   *
   * @returns whether the call is the one that a resting system is tried with
   * @throws RemoteDownError (`notSent`) when the system rests, or its turn is too far away to sit it out
   */
  async pass(rate: Rate | null, signal: AbortSignal): Promise<boolean> {
    const started = this.#clock();
    for (;;) {
      signal.throwIfAborted();
      const { state, problem, restMs, pauseMs } = await this.#look();
      if (state !== 'closed' && restMs > 0) {
        const wait = state === 'open' ? restMs : Math.min(restMs, TRY_WAIT_MS);
        const detail = limitMessages.build.resting({ seconds: seconds(wait), problem: problem?.text ?? '' });
        throw notNow(detail, wait);
      }
      const patience = LONGEST_TURN_MS - (this.#clock() - started);
      if (pauseMs > 0) {
        if (pauseMs > patience) throw notNow(limitMessages.build.paused({ seconds: seconds(pauseMs) }), pauseMs);
        await sleepOrAbort(pauseMs, signal);
        continue;
      }
      if (rate !== null && !(await this.#takeOne(rate, patience, signal))) continue;
      if (state === 'closed') return false;
      if (await this.#claim()) return true;
    }
  }

  async #claim(): Promise<boolean> {
    this.forget();
    return claimTry(this.#db, this.#connectionId);
  }

  async #look(): Promise<CallState> {
    const age = this.#view ? this.#clock() - this.#view.at : FRESH_MS;
    if (this.#view && age < FRESH_MS) {
      const { state } = this.#view;
      return { ...state, restMs: Math.max(0, state.restMs - age), pauseMs: Math.max(0, state.pauseMs - age) };
    }
    this.#looking ??= readCallState(this.#db, this.#connectionId)
      .then((state) => {
        this.#view = { state, at: this.#clock() };
        return state;
      })
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  /** One of the calls in hand; false after waiting for more, when everything has to be looked at again. */
  async #takeOne(rate: Rate, patience: number, signal: AbortSignal): Promise<boolean> {
    if (this.#hand.calls > 0 && this.#clock() < this.#hand.until) {
      this.#hand = { ...this.#hand, calls: this.#hand.calls - 1 };
      return true;
    }
    const { turn } = limitMessages.build;
    if (patience <= 0) throw notNow(turn({ seconds: seconds(LONGEST_TURN_MS / 2) }), LONGEST_TURN_MS / 2);
    this.#taking ??= this.#refill(rate, patience).finally(() => {
      this.#taking = null;
    });
    const tooFarMs = await orAbort(this.#taking, signal);
    if (tooFarMs > 0) throw notNow(turn({ seconds: seconds(tooFarMs) }), tooFarMs);
    return false;
  }

  /**
   * Takes a block into the hand; a used up block makes the next one larger, up to a second's worth.
   *
   * @returns 0, or how far the next call is away when that is too far
   */
  async #refill(rate: Rate, patience: number): Promise<number> {
    const wasUsedUp = this.#hand.calls === 0 && this.#clock() < this.#hand.until + HOLD_MS;
    const most = Math.max(1, Math.floor(rate.perSecond));
    this.#block = wasUsedUp ? Math.min(most, this.#block * 2) : 1;
    const grant = await takeCalls(this.#db, this.#connectionId, rate, this.#block, patience);
    if (grant.calls === 0) return Math.max(1, grant.waitMs);
    if (grant.waitMs > 0) await sleep(grant.waitMs);
    this.#hand = { calls: grant.calls, until: this.#clock() + HOLD_MS };
    return 0;
  }
}
