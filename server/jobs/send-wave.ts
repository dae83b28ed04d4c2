import { type Answer, deliverDocument } from '#flows/deliver-document.ts';
import { nodeTitle } from '#flows/validate.ts';
import type { DeliverContext } from '#nodes/kit/context.ts';
import type { DeliverItem, Envelope } from '#nodes/kit/node-type.ts';
import { createRedactor, type Redactor, redactMessage } from '#nodes/kit/redact.ts';
import type { Answered } from './delivery-answers.ts';
import { type Delivering, type OwnClaim, parallelOf } from './delivery-wave.ts';
import { keepingLog, messageWithoutSecrets } from './fail-batch.ts';
import { openCall } from './node-world.ts';
import { isRestatement, readReversals, withoutReversal } from './reversals-first.ts';

export interface Wave {
  readonly delivering: Delivering;
  readonly claims: readonly OwnClaim[];
  /** Before the claim was committed, by the clock of `performance`. */
  readonly claimedAt: number;
}

/**
 * A call begins at most so long after its claim: by then another worker may have taken the run for abandoned. Counted
 * from before the commit, so that a process that stood still right after it does not begin with a fresh clock.
 */
const LATEST_START_MS = 10_000;

function itemOf(claim: OwnClaim): DeliverItem {
  return {
    envelope: { key: claim.key, kind: claim.kind, body: claim.body } as Envelope,
    bytes: null,
    // The posting's own id: the same for every attempt, another one once somebody chose to book the document again.
    idempotencyKey: claim.postingId,
    again: claim.again,
  };
}

/** What is kept of an answer: a target may quote the credentials that it refuses. */
function redacted(answer: Answer, redact: Redactor): Answer {
  if ('message' in answer) return { ...answer, message: redactMessage(answer.message, redact) };
  if ('error' in answer && answer.error) return { ...answer, error: messageWithoutSecrets(answer.error, redact) };
  return answer;
}

type Send = (claim: OwnClaim) => Promise<Answer>;

/** Sends so many at once as the target takes. */
async function sendAll(delivering: Delivering, claims: readonly OwnClaim[], send: Send): Promise<Answered[]> {
  const answered: Answered[] = [];
  const queue = claims.values();
  const work = async () => {
    for (const claim of queue) answered.push({ claim, answer: await send(claim) });
  };
  await Promise.all(Array.from({ length: parallelOf(delivering.target) }, work));
  return answered;
}

/** Documents that are booked anew, once what was booked of them is taken back. */
async function sendRestatements(
  delivering: Delivering,
  claims: readonly OwnClaim[],
  before: readonly Answered[],
  send: Send,
): Promise<Answered[]> {
  if (claims.length === 0) return [];
  const reversals = await readReversals(delivering, claims, before);
  return sendAll(delivering, claims, async (claim) => {
    const reversal = reversals.get(claim.postingId) ?? { state: 'missing' };
    return reversal.state === 'there' ? send(claim) : withoutReversal(claim, reversal, delivering.services.now());
  });
}

/** Makes the calls of a wave. A call that would come too late is not begun. */
export async function sendWave({ delivering, claims, claimedAt }: Wave, signal: AbortSignal): Promise<Answered[]> {
  const { services, loaded, stage, target, bound, secrets, log } = delivering;
  const title = nodeTitle(stage.node, loaded.flow.nodes[stage.node], target.type);
  const step = log.forNode(stage.node);
  const { call, close } = openCall(services, bound, step, signal);
  const connection = bound?.access ?? null;
  const context: DeliverContext<unknown> = { ...call, log: step, config: target.config, connection, run: loaded.facts };
  const redact = createRedactor(secrets);
  const send: Send = async (claim) => {
    if (performance.now() > claimedAt + LATEST_START_MS) return { kind: 'unsent', notBefore: services.now() };
    const attempt = { item: itemOf(claim), askAfter: claim.askAfter };
    return redacted(await deliverDocument(title, target.type, target.idempotency, context, attempt), redact);
  };
  const isSecond = (claim: OwnClaim) => isRestatement(claim.body);
  try {
    return await keepingLog(log.lines, secrets, async () => {
      const first = await sendAll(
        delivering,
        claims.filter((claim) => !isSecond(claim)),
        send,
      );
      return [...first, ...(await sendRestatements(delivering, claims.filter(isSecond), first, send))];
    });
  } finally {
    await close();
  }
}
