import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Answer } from '#flows/deliver-document.ts';
import { runMessages } from '#flows/messages.ts';
import type { Transaction } from '../db/database.ts';
import { posting } from '../db/schema/index.ts';
import type { Delivering, OwnClaim } from './delivery-wave.ts';
import type { EngineServices } from './services.ts';
import { insertOutcomes } from './write-documents.ts';

export interface Answered {
  readonly claim: OwnClaim;
  readonly answer: Answer;
}

/**
 * The answer as it is recorded. A document that failed waits longer after every try; after the last it is given up:
 * refused when it surely is not there, uncertain otherwise.
 */
function settled({ claim, answer }: Answered, { retryDelaysMs, now }: EngineServices): Answer {
  if (answer.kind !== 'later') return answer;
  const delay = retryDelaysMs[claim.attempts - 1];
  if (delay !== undefined) {
    const patient = new Date(now().getTime() + delay);
    return { ...answer, notBefore: patient > answer.notBefore ? patient : answer.notBefore };
  }
  if (answer.isOpen) return { kind: 'uncertain', error: answer.error };
  return { kind: 'refused', message: answer.error.detail };
}

function idArray(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}

async function markPosted(tx: Transaction, answered: readonly Answered[]): Promise<void> {
  const posted = answered.flatMap(({ claim, answer }) =>
    answer.kind === 'posted' ? [{ id: claim.postingId, reference: answer.reference }] : [],
  );
  if (posted.length === 0) return;
  await tx.execute(sql`
    update posting p set status = 'posted', reference = a.reference, posted_at = now(), is_open = false
    from (select (value ->> 'id')::uuid as id, value ->> 'reference' as reference
          from jsonb_array_elements(${JSON.stringify(posted)}::jsonb)) a
    where p.id = a.id and p.status = 'intended'`);
}

async function putOff(tx: Transaction, answered: readonly Answered[], isWholeWave: boolean): Promise<void> {
  const later = answered.flatMap(({ claim, answer }) => {
    if (answer.kind === 'stop') return [{ id: claim.postingId, open: claim.again, at: claim.askAfter, back: 1 }];
    if (answer.kind === 'unsent') return [{ id: claim.postingId, open: claim.again, at: answer.notBefore, back: 1 }];
    if (answer.kind !== 'later') return [];
    // A target that answers nobody is no fault of the document.
    return [{ id: claim.postingId, open: answer.isOpen, at: answer.notBefore, back: isWholeWave ? 1 : 0 }];
  });
  if (later.length === 0) return;
  await tx.execute(sql`
    update posting p set is_open = a.open, ask_after = a.at, attempts = p.attempts - a.back
    from jsonb_to_recordset(${JSON.stringify(later)}::jsonb) as a(id uuid, open boolean, at timestamptz, back int)
    where p.id = a.id and p.status = 'intended'`);
}

/** What a target refuses, or a person must mend first, is given back: the next run may book it. */
async function giveBack(tx: Transaction, { loaded }: Delivering, answered: readonly Answered[]): Promise<void> {
  const refused = answered.flatMap(({ claim, answer }) =>
    answer.kind === 'refused' || answer.kind === 'held' ? [{ claim, answer }] : [],
  );
  if (refused.length === 0) return;
  const ids = refused.map(({ claim }) => claim.postingId);
  await tx.delete(posting).where(and(inArray(posting.id, ids), eq(posting.status, 'intended')));
  const verdicts = refused.map(({ claim, answer }) => ({
    documentId: claim.rootId,
    verdict: { outcome: answer.kind === 'held' ? ('held' as const) : ('failed' as const), message: answer.message },
  }));
  await insertOutcomes(tx, loaded.row.id, verdicts);
}

async function markUncertain(tx: Transaction, { loaded }: Delivering, answered: readonly Answered[]): Promise<void> {
  const open = answered.filter(({ answer }) => answer.kind === 'uncertain').map(({ claim }) => claim);
  if (open.length === 0) return;
  await tx.execute(sql`
    update posting set status = 'uncertain'
    where id = any(${idArray(open.map(({ postingId }) => postingId))}) and status = 'intended'`);
  const verdicts = open.map(({ rootId, number }) => ({
    documentId: rootId,
    verdict: { outcome: 'held' as const, message: runMessages.build.posting_uncertain({ number }) },
  }));
  await insertOutcomes(tx, loaded.row.id, verdicts);
}

function logAnswers({ log, stage }: Delivering, answered: readonly Answered[]): void {
  const step = log.forNode(stage.node);
  for (const { claim, answer } of answered) {
    const { number, rootKey: document } = claim;
    if (answer.kind === 'posted') {
      step.info(runMessages.build.document_delivered({ number, reference: answer.reference }), { document });
    } else if ('message' in answer) {
      step.error(runMessages.build.refused({ number, problem: answer.message.text }), { document });
    } else if (answer.kind === 'uncertain') {
      step.error(runMessages.build.posting_uncertain({ number }), { document });
    } else if (answer.kind === 'later' || answer.kind === 'stop') {
      step.warning(answer.error.detail, { document });
    }
  }
}

/** Records what became of a wave, in the transaction that ends it. @returns how many are posted */
export async function recordAnswers(
  tx: Transaction,
  delivering: Delivering,
  given: readonly Answered[],
  isWholeWave: boolean,
): Promise<number> {
  const answered = given.map((one) => ({
    claim: one.claim,
    answer: isWholeWave ? one.answer : settled(one, delivering.services),
  }));
  await markPosted(tx, answered);
  await putOff(tx, answered, isWholeWave);
  await giveBack(tx, delivering, answered);
  await markUncertain(tx, delivering, answered);
  logAnswers(delivering, answered);
  return answered.filter(({ answer }) => answer.kind === 'posted').length;
}
