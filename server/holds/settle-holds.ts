import { sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Transaction } from '../db/database.ts';
import { noteRemaining } from './note-holds.ts';

/** Skipped, but nothing is decided by it: another run has the document in hand, or this one was stopped. */
const UNDECIDED = [
  runMessages.build.cancelled().code,
  runMessages.build.being_posted({ number: '' }).code,
  runMessages.build.maybe_posted({ number: '' }).code,
];

/**
 * Brings the hold queue up to what a live run made of its documents, in the transaction that ends it: what was posted,
 * or left out by a rule or in the review, waits no longer; what is held or failed does. A dry run changes nothing.
 *
 * A posting is a fact whichever run made it. A rule of a run that a later one has overtaken is not.
 */
export async function settleHolds(tx: Transaction, run: { readonly id: string; readonly flowId: string }) {
  await noteRemaining(tx, run.id);
  await tx.execute(sql`
    delete from hold using run, run_step read, document, outcome
    where run.id = ${run.id} and run.mode = 'live' and hold.flow_id = ${run.flowId}
      and read.run_id = run.id and read.kind = 'source'
      and document.run_id = run.id and document.node_id = read.node_id and document.key = hold.document_key
      and outcome.document_id = document.id
      and (outcome.outcome = 'posted' or (outcome.outcome = 'skipped' and hold.run_id <= run.id
        and not (coalesce(outcome.code, '') = any(${`{${UNDECIDED.join(',')}}`}::text[]))))`);
}
