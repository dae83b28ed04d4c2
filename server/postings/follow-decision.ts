import { type SQL, sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Transaction } from '../db/database.ts';
import type { posting } from '../db/schema/index.ts';
import { noteHolds } from '../holds/note-holds.ts';
import { notifyRun } from '../jobs/enqueue.ts';
import { anyOf } from '../search/search-terms.ts';
import { postingMessages } from './posting-refusals.ts';

type PostingRow = Pick<typeof posting.$inferSelect, 'runId' | 'rootId'>;

/** Outcomes that wait for a decision. */
const UNCERTAIN = [
  runMessages.build.posting_uncertain({ number: '' }).code,
  runMessages.build.cancelled_uncertain().code,
];

function codes(list: readonly string[]): SQL {
  return sql`any(${`{${list.join(',')}}`}::text[])`;
}

/**
 * A document whose entries all arrived is posted. While its run can still go on, only the verdict is taken back: the
 * end of the run gives the outcome, once it knows of the document's other entries. A document of which another entry
 * was found not to be there stays held, for that one must still be booked.
 */
async function freeOutcomes(tx: Transaction, runId: string, roots: SQL): Promise<void> {
  const isFree = sql`o.document_id = ${roots} and o.outcome = 'held' and o.code = ${codes(UNCERTAIN)} and not exists (
    select from posting p where p.root_id = o.document_id and p.run_id = o.run_id and p.status = 'uncertain')`;
  const isOver = sql`exists (select from run where id = ${runId} and status in ('succeeded', 'partial', 'cancelled'))`;
  await tx.execute(sql`delete from outcome o where ${isFree} and not ${isOver}`);
  await tx.execute(sql`
    update outcome o set outcome = 'posted', code = null, message = null, at = now() where ${isFree} and ${isOver}`);
  await tx.execute(sql`
    delete from hold using document d, run where d.id = ${roots} and run.id = ${runId} and hold.flow_id = run.flow_id
      and hold.document_key = d.key and hold.document_id = d.id and not exists (
        select from outcome o where o.document_id = d.id and o.outcome in ('held', 'failed'))`);
}

async function holdAsFree(tx: Transaction, runId: string, rootIds: readonly string[], roots: SQL): Promise<void> {
  const message = postingMessages.build.not_there();
  await tx.execute(sql`
    update outcome o set code = ${message.code}, message = ${JSON.stringify(message)}::jsonb, at = now()
    where o.document_id = ${roots} and o.outcome = 'held' and o.code = ${codes(UNCERTAIN)}`);
  await noteHolds(tx, runId, rootIds);
}

/** A run that was only partly done because of what is now known to have arrived is done. */
async function settleRun(tx: Transaction, runId: string): Promise<void> {
  await tx.execute(sql`
    update run set status = 'succeeded' where id = ${runId} and status = 'partial' and not exists (
      select from outcome o where o.run_id = run.id and o.outcome in ('held', 'failed'))`);
  await notifyRun(tx, runId);
}

/** Brings outcomes, hold queue and run status in line with a decision on postings, in the transaction that makes it. */
export async function followDecision(tx: Transaction, rows: readonly PostingRow[], isThere: boolean): Promise<void> {
  for (const [runId, ofRun] of Map.groupBy(rows, (row) => row.runId)) {
    const rootIds = [...new Set(ofRun.map((row) => row.rootId))];
    const roots = anyOf(rootIds);
    if (isThere) await freeOutcomes(tx, runId, roots);
    else await holdAsFree(tx, runId, rootIds, roots);
    await settleRun(tx, runId);
  }
}
