import type { Message } from '#schemas/messages.ts';

/** How a call ended, as far as the system's health and limits go. */
export type CallEnd =
  /** The system answered; `pauseMs` when it asks everybody to wait. */
  | { readonly kind: 'answered'; readonly pauseMs: number | null }
  /** It could not be reached, gave no complete answer or is out of order. */
  | { readonly kind: 'down'; readonly problem: Message; readonly pauseMs: number | null }
  /** Ended for a reason of ours: nothing is known about the system. */
  | { readonly kind: 'abandoned' };

/** Leave to make one call. */
export interface CallPass {
  /** Tells how the call ended. Never throws: what was learnt from the call must not be lost to its bookkeeping. */
  readonly leave: (end: CallEnd) => Promise<void>;
}

/** Stands before every call to one system: the calls that it allows, and whether it is given a rest. */
export interface CallGate {
  /**
   * Waits for its turn, at most some seconds.
   *
   * @throws RemoteDownError with `notSent`, and the wait in `retry`, when the call may not be made for now
   */
  readonly enter: (signal: AbortSignal) => Promise<CallPass>;
}

/** The longest wait, in milliseconds, that a worker sits out before or between two calls: beyond it, it has other work. */
export const LONGEST_TURN_MS = 10_000;
