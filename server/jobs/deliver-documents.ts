import { and, eq, sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import { type Answer, deliverDocument } from '#flows/deliver-document.ts';
import type { Stage } from '#flows/plan.ts';
import { nodeTitle } from '#flows/validate.ts';
import type { DeliverContext } from '#nodes/kit/context.ts';
import type { DeliverItem, Envelope } from '#nodes/kit/node-type.ts';
import type { PasserelleError } from '#schemas/errors.ts';
import type { Transaction } from '../db/database.ts';
import { runStep } from '../db/schema/index.ts';
import { commitBatch, StoppedError, WaitingError } from './commit-batch.ts';
import { type Answered, recordAnswers } from './delivery-answers.ts';
import {
  claimPage,
  claimRest,
  type Delivering,
  type OwnClaim,
  parallelOf,
  readClaims,
  readRest,
  waveSize,
} from './delivery-wave.ts';
import { keepingLog } from './fail-batch.ts';
import type { LoadedRun } from './load-run.ts';
import { connectionOf, openCall } from './node-world.ts';
import { documentTarget } from './postings.ts';
import type { EngineServices } from './services.ts';
import { type PageEnd, readStagePage } from './stage-documents.ts';

/**
 * How far a delivery has come. A wave is claimed in one transaction and settled in a later one: while `wave` names
 * postings, each of them may have been sent.
 */
interface Position {
  readonly after: PageEnd | null;
  readonly wave: readonly string[] | null;
}

const START: Position = { after: null, wave: null };
/** A call begins at most so long after its claim: by then another worker may have taken the run for abandoned. */
const LATEST_START_MS = 10_000;

function positionOf(loaded: LoadedRun): Position {
  return (loaded.current?.row.position ?? START) as Position;
}

async function count(tx: Transaction, { loaded, stage }: Delivering, received: number, emitted: number): Promise<void> {
  if (received === 0 && emitted === 0) return;
  await tx
    .update(runStep)
    .set({ received: sql`${runStep.received} + ${received}`, emitted: sql`${runStep.emitted} + ${emitted}` })
    .where(and(eq(runStep.runId, loaded.row.id), eq(runStep.nodeId, stage.node)));
}

interface Wave {
  readonly delivering: Delivering;
  readonly claims: readonly OwnClaim[];
}

/** Claims the next page of documents. @returns null when there is none */
async function beginPage(delivering: Delivering): Promise<Wave | null> {
  const { services, loaded, stage, target } = delivering;
  const page = await readStagePage(services.db, loaded.row.id, stage, positionOf(loaded).after, waveSize(target));
  const last = page.at(-1);
  if (!last) return null;
  let claims: readonly OwnClaim[] = [];
  const next = await commitBatch(services.db, loaded, {
    done: false,
    log: delivering.log.lines,
    write: async (tx) => {
      claims = await claimPage(tx, delivering, page);
      await count(tx, delivering, page.length, 0);
      const after: PageEnd = { sortKey: last.sort_key, seq: Number(last.seq) };
      return { after, wave: claims.map(({ postingId }) => postingId) } satisfies Position;
    },
  });
  return { delivering: withFreshLog({ ...delivering, loaded: next }), claims };
}

/** Takes up documents that are to be tried again. */
async function beginRest(delivering: Delivering): Promise<Wave> {
  const { services, loaded } = delivering;
  let claims: readonly OwnClaim[] = [];
  const next = await commitBatch(services.db, loaded, {
    done: false,
    log: delivering.log.lines,
    write: async (tx) => {
      claims = await claimRest(tx, delivering);
      return { ...positionOf(loaded), wave: claims.map(({ postingId }) => postingId) } satisfies Position;
    },
  });
  return { delivering: withFreshLog({ ...delivering, loaded: next }), claims };
}

/** What a commit has stored is not stored again with the next. */
function withFreshLog(delivering: Delivering): Delivering {
  return { ...delivering, log: createBatchLog(delivering.services.now, delivering.secrets) };
}

function itemOf(claim: OwnClaim): DeliverItem {
  return {
    envelope: { key: claim.key, kind: claim.kind, body: claim.body } as Envelope,
    bytes: null,
    // The posting's own id: the same for every attempt, another one once somebody chose to book the document again.
    idempotencyKey: claim.postingId,
    again: claim.again,
  };
}

/** Makes the calls of a wave, so many at once as the target takes. A call that would come too late is not begun. */
async function sendAll({ delivering, claims }: Wave, signal: AbortSignal): Promise<Answered[]> {
  const { services, loaded, stage, target, bound, secrets, log } = delivering;
  const title = nodeTitle(stage.node, loaded.flow.nodes[stage.node], target.type);
  const step = log.forNode(stage.node);
  const { call, close } = openCall(services, bound, step, signal);
  const connection = bound?.access ?? null;
  const context: DeliverContext<unknown> = { ...call, log: step, config: target.config, connection, run: loaded.facts };
  const latest = performance.now() + LATEST_START_MS;
  const answered: Answered[] = [];
  const queue = claims.values();
  const work = async () => {
    for (const claim of queue) {
      const attempt = { item: itemOf(claim), askAfter: claim.askAfter };
      const isLate = performance.now() > latest;
      const answer: Answer = isLate
        ? { kind: 'unsent', notBefore: services.now() }
        : await deliverDocument(title, target.type, target.idempotency, context, attempt);
      answered.push({ claim, answer });
    }
  };
  try {
    await keepingLog(log.lines, secrets, () => Promise.all(Array.from({ length: parallelOf(target) }, work)));
    return answered;
  } finally {
    await close();
  }
}

/** So many calls that all fail say that the target is down; fewer may be the documents' own trouble. */
const TELLING_WAVE = 4;

/** Why a wave does not simply lead to the next: the target answers nobody, or a person must mend something. */
function stopOf(answered: readonly Answered[]): PasserelleError | null {
  const stop = answered.find(({ answer }) => answer.kind === 'stop');
  if (stop?.answer.kind === 'stop') return stop.answer.error;
  const [first] = answered;
  const all = answered.length >= TELLING_WAVE && answered.every(({ answer }) => answer.kind === 'later');
  return all && first?.answer.kind === 'later' ? first.answer.error : null;
}

async function settleWave(wave: Wave, signal: AbortSignal): Promise<void> {
  const { delivering } = wave;
  const { services, loaded, log } = delivering;
  const answered = await sendAll(wave, signal);
  const stop = stopOf(answered);
  const next = await commitBatch(services.db, loaded, {
    done: false,
    isStalled: stop !== null,
    log: log.lines,
    write: async (tx) => {
      const posted = await recordAnswers(tx, delivering, answered, stop !== null);
      await count(tx, delivering, 0, posted);
      return { ...positionOf(loaded), wave: null } satisfies Position;
    },
  });
  if (stop) throw new StoppedError(next, stop);
}

/** Ends the stage when nothing is left to try, or comes back when the next one's time has come. */
async function finishOrWait(delivering: Delivering, signal: AbortSignal): Promise<void> {
  const { services, loaded } = delivering;
  const { open, next } = await readRest(delivering);
  if (open === 0 || next === null) {
    await commitBatch(services.db, loaded, { done: true, log: [], write: async () => null });
    return;
  }
  if (next > services.now()) throw new WaitingError(next);
  return settleWave(await beginRest(delivering), signal);
}

/** The next documents of the run to their target, in waves; then those that have to be tried again. */
export async function advanceDocuments(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  signal: AbortSignal,
): Promise<void> {
  const target = documentTarget(loaded.flow, services.registry, loaded.row, stage.node);
  const bound = await connectionOf(services, loaded, stage.node);
  const secrets = Object.values(bound?.access.secrets ?? {});
  const delivering = { services, loaded, stage, target, bound, secrets, log: createBatchLog(services.now, secrets) };
  const { wave } = positionOf(loaded);
  if (wave) {
    // Somebody began this wave and did not come back: each of its calls may have been made.
    const claims = await readClaims(services.db, delivering, wave);
    return settleWave({ delivering, claims }, signal);
  }
  const fresh = await beginPage(delivering);
  return fresh ? settleWave(fresh, signal) : finishOrWait(delivering, signal);
}
