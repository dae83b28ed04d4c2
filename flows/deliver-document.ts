import type { DeliverContext } from '#nodes/kit/context.ts';
import type { DeliverItem, DeliverNodeType, Idempotency } from '#nodes/kit/node-type.ts';
import {
  AuthError,
  HoldError,
  PasserelleError,
  RemoteDownError,
  RemoteRefusedError,
  SettingsError,
} from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { callNode } from './call-node.ts';

/**
 * What became of one document at its target.
 * - posted: it is there
 * - refused, held: it surely is not, and trying again changes nothing before somebody mends something
 * - later: to be tried again, not before an instant; `isOpen` when the last call may have arrived
 * - uncertain: it may have arrived, and nobody but a person can find out
 * - unsent: no call was made; it is for later
 * - stop: nothing can be delivered at all before a person mends the connection or a setting; it surely is not there
 */
export type Answer =
  | { readonly kind: 'posted'; readonly reference: string }
  | { readonly kind: 'refused' | 'held'; readonly message: Message }
  | { readonly kind: 'later'; readonly isOpen: boolean; readonly notBefore: Date; readonly error: PasserelleError }
  | { readonly kind: 'uncertain'; readonly error: PasserelleError | null }
  | { readonly kind: 'unsent'; readonly notBefore: Date }
  | { readonly kind: 'stop'; readonly error: PasserelleError };

export interface DeliveryAttempt {
  readonly item: DeliverItem;
  /** Before this instant a lost call may still take effect: the target is not asked. */
  readonly askAfter: Date | null;
}

const USUAL_SETTLE_MS = 60_000;

function after(now: () => Date, ms: number): Date {
  return new Date(now().getTime() + ms);
}

/** What the target asks for, in milliseconds; how patient we are beyond that is the engine's to know. */
function waitOf(error: PasserelleError): number {
  return typeof error.retry === 'object' ? error.retry.afterMs : 0;
}

/** What an error of a delivery says about the document. Whatever does not surely mean "not there" leaves it open. */
function judge(error: unknown, manner: Idempotency, settleMs: number, now: () => Date): Answer {
  if (error instanceof RemoteRefusedError) return { kind: 'refused', message: error.detail };
  if (error instanceof HoldError) return { kind: 'held', message: error.detail };
  if (error instanceof AuthError || error instanceof SettingsError) return { kind: 'stop', error };
  if (!(error instanceof PasserelleError)) throw error;
  if (error instanceof RemoteDownError && error.notSent) {
    return { kind: 'later', isOpen: false, notBefore: after(now, waitOf(error)), error };
  }
  if (manner === 'none') return { kind: 'uncertain', error };
  const settle = manner === 'lookup' ? settleMs : 0;
  return { kind: 'later', isOpen: true, notBefore: after(now, Math.max(settle, waitOf(error))), error };
}

/** Milliseconds after a lost call before the target may be asked. */
export function settleMsOf(type: DeliverNodeType, config: unknown): number {
  return (typeof type.settleMs === 'function' ? type.settleMs(config) : type.settleMs) ?? USUAL_SETTLE_MS;
}

/**
 * Delivers one document, or finds out that it is there already. Nothing is sent a second time unless the target cannot
 * take it twice, or has said that it does not have it.
 *
 * @param title the node's, for errors that it did not mean
 */
export async function deliverDocument(
  title: string,
  type: DeliverNodeType,
  manner: Idempotency,
  context: DeliverContext<unknown>,
  { item, askAfter }: DeliveryAttempt,
): Promise<Answer> {
  const { now, config } = context;
  const settleMs = settleMsOf(type, config);
  if (item.again && manner === 'none') return { kind: 'uncertain', error: null };
  try {
    if (item.again && manner === 'lookup') {
      if (askAfter !== null && askAfter > now()) return { kind: 'unsent', notBefore: askAfter };
      const found = await callNode(title, () => type.lookup?.(context, item) ?? null);
      if (found) return { kind: 'posted', reference: found.reference };
    }
  } catch (error) {
    return whileAsking(judge(error, manner, settleMs, now), now);
  }
  try {
    const { reference } = await callNode(title, () => type.deliver(context, item));
    return { kind: 'posted', reference };
  } catch (error) {
    return judge(error, manner, settleMs, now);
  }
}

/** Asking failed, which says nothing about the document: it stays open. */
function whileAsking(answer: Answer, now: () => Date): Answer {
  if (answer.kind === 'later') return { ...answer, isOpen: true };
  if (answer.kind !== 'refused' && answer.kind !== 'held') return answer;
  const error = new PasserelleError(answer.message);
  return { kind: 'later', isOpen: true, notBefore: now(), error };
}
