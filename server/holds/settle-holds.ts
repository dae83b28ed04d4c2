import { sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Transaction } from '../db/database.ts';
import { causeOf } from '../runs/causes.ts';
import { holdRefusals } from './hold-refusals.ts';
import { noteRemaining } from './note-holds.ts';

/** Skipped, but nothing is decided by it: another run has the document in hand, or this one was stopped. */
const UNDECIDED = [
  runMessages.build.cancelled().code,
  runMessages.build.being_posted({ number: '' }).code,
  runMessages.build.maybe_posted({ number: '' }).code,
];

/**
 * What a run was to read again and its source did not give: it waits on, and says so. A document that could never be read
 * says that already, and better.
 */
async function noteGone(tx: Transaction, runId: string): Promise<void> {
  const gone = holdRefusals.build.gone();
  const message = sql`${JSON.stringify(gone)}::jsonb`;
  await tx.execute(sql`
    update hold set outcome = 'held', code = ${gone.code}, message = ${message}, updated_at = now(),
      cause = ${causeOf(sql`'held'`, sql`${gone.code}::text`, message)}
    from run, run_key, run_step read, run_stage
    where run.id = ${runId} and hold.flow_id = run.flow_id and hold.dismissed_at is null
      and hold.run_id <= run.id and run_key.run_id = run.id and run_key.key = hold.document_key
      and read.run_id = run.id and read.node_id = run_key.node_id
      and run_stage.run_id = run.id and run_stage.stage = read.stage and run_stage.status = 'done'
      and not exists (select 1 from document
        where document.run_id = run.id and document.node_id = run_key.node_id and document.key = run_key.key)
      and (hold.outcome = 'held' or exists (select 1 from payload where payload.document_id = hold.document_id))`);
}

/** What was posted, or left out by a rule or in the review, waits no longer. */
async function releaseDecided(tx: Transaction, run: RunOfHolds): Promise<void> {
  await tx.execute(sql`
    delete from hold using run, run_step read, document, outcome
    where run.id = ${run.id} and hold.flow_id = ${run.flowId}
      and read.run_id = run.id and read.kind = 'source'
      and document.run_id = run.id and document.node_id = read.node_id and document.key = hold.document_key
      and outcome.document_id = document.id
      and (outcome.outcome = 'posted' or (outcome.outcome = 'skipped' and hold.run_id <= run.id
        and not (coalesce(outcome.code, '') = any(${`{${UNDECIDED.join(',')}}`}::text[]))))`);
}

interface RunOfHolds {
  readonly id: string;
  readonly flowId: string;
}

interface Needs extends Record<string, unknown> {
  readonly is_limited: boolean;
  /** The run held or failed a document. */
  readonly stopped: boolean;
  /** Documents of the flow wait. */
  readonly waiting: boolean;
}

/** Most runs hold nothing, of flows of which nothing waits: one look tells so. */
async function readNeeds(tx: Transaction, { id, flowId }: RunOfHolds): Promise<Needs | undefined> {
  const [needs] = await tx.execute<Needs>(sql`
    select is_limited,
      exists (select 1 from outcome where run_id = ${id} and outcome in ('held', 'failed')) as stopped,
      exists (select 1 from hold where flow_id = ${flowId}) as waiting
    from run where id = ${id} and mode = 'live'`);
  return needs;
}

/**
 * Brings the hold queue up to what a live run made of its documents, in the transaction that ends it: what was posted,
 * or left out by a rule or in the review, waits no longer; what is held or failed does. A dry run changes nothing.
 *
 * A posting is a fact whichever run made it. A rule of a run that a later one has overtaken is not.
 */
export async function settleHolds(tx: Transaction, run: RunOfHolds): Promise<void> {
  const needs = await readNeeds(tx, run);
  if (needs?.stopped) await noteRemaining(tx, run.id);
  if (!needs?.waiting) return;
  if (needs.is_limited) await noteGone(tx, run.id);
  await releaseDecided(tx, run);
}
