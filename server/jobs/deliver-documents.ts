import { and, eq, sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import type { Stage } from '#flows/plan.ts';
import type { PasserelleError } from '#schemas/errors.ts';
import type { Transaction } from '../db/database.ts';
import { runStep } from '../db/schema/index.ts';
import { commitBatch, StoppedError, WaitingError } from './commit-batch.ts';
import { type Answered, recordAnswers } from './delivery-answers.ts';
import {
  claimAgain,
  claimPage,
  claimRest,
  type Delivering,
  type OwnClaim,
  readRest,
  waveSize,
} from './delivery-wave.ts';
import type { LoadedRun } from './load-run.ts';
import { connectionOf } from './node-world.ts';
import { documentTarget } from './postings.ts';
import { sendWave, type Wave } from './send-wave.ts';
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

/** Claims the next page of documents. @returns null when there is none */
async function beginPage(delivering: Delivering): Promise<Wave | null> {
  const { services, loaded, stage, target } = delivering;
  const claimedAt = performance.now();
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
  return { delivering: withFreshLog({ ...delivering, loaded: next }), claims, claimedAt };
}

/** Takes up documents that are to be tried again, or that somebody began to send and did not come back from. */
async function beginAgain(
  delivering: Delivering,
  take: (tx: Transaction) => Promise<readonly OwnClaim[]>,
): Promise<Wave> {
  const { services, loaded } = delivering;
  const claimedAt = performance.now();
  let claims: readonly OwnClaim[] = [];
  const next = await commitBatch(services.db, loaded, {
    done: false,
    isStalled: true,
    log: delivering.log.lines,
    write: async (tx) => {
      claims = await take(tx);
      return { ...positionOf(loaded), wave: claims.map(({ postingId }) => postingId) } satisfies Position;
    },
  });
  return { delivering: withFreshLog({ ...delivering, loaded: next }), claims, claimedAt };
}

/** What a commit has stored is not stored again with the next. */
function withFreshLog(delivering: Delivering): Delivering {
  return { ...delivering, log: createBatchLog(delivering.services.now, delivering.secrets) };
}

/** So many calls that all fail say that the target is down; fewer may be the documents' own trouble. */
const TELLING_WAVE = 4;

/** Why a wave does not simply lead to the next: the target answers nobody, or a person must mend something. */
function stopOf(answered: readonly Answered[]): PasserelleError | null {
  const stop = answered.find(({ answer }) => answer.kind === 'stop');
  if (stop?.answer.kind === 'stop') return stop.answer.error;
  // What was not sent, because it waits for another call, says nothing about the target.
  const sent = answered.filter(({ answer }) => answer.kind !== 'unsent');
  const [first] = sent;
  const all = sent.length >= TELLING_WAVE && sent.every(({ answer }) => answer.kind === 'later');
  return all && first?.answer.kind === 'later' ? first.answer.error : null;
}

async function settleWave(wave: Wave, signal: AbortSignal): Promise<void> {
  const { delivering } = wave;
  const { services, loaded, log } = delivering;
  const answered = await sendWave(wave, signal);
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
  return settleWave(await beginAgain(delivering, (tx) => claimRest(tx, delivering)), signal);
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
    return settleWave(await beginAgain(delivering, (tx) => claimAgain(tx, delivering, wave)), signal);
  }
  const fresh = await beginPage(delivering);
  return fresh ? settleWave(fresh, signal) : finishOrWait(delivering, signal);
}
