import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { causeId } from '../runs/causes.ts';
import { runRefusals } from '../runs/run-refusals.ts';

/**
 * A later live run of the flow has decided on the document: what an earlier one still says of it is out of date.
 * "offset 0" keeps the planner from joining all documents of all runs: there hardly ever is a later run to look at.
 */
const isOvertaken = sql`exists (
  select 1 from run later
    join run_step read on read.run_id = later.id and read.kind = 'source'
    join document again on again.run_id = later.id and again.node_id = read.node_id and again.key = document.key
    join outcome decided on decided.document_id = again.id
  where later.flow_id = run.flow_id and later.id > run.id and later.mode = 'live' offset 0)`;

/** One a person left out stays out, unless it is held for another cause now or the document has changed. */
function unlessNew(column: string): SQL {
  const kept = sql.raw(`hold.${column}`);
  return sql`${sql.raw(column)} = case when hold.cause = excluded.cause and hold.hash = excluded.hash then ${kept} end`;
}

async function upsertHolds(tx: Transaction, runId: string, which: SQL): Promise<void> {
  const noReason = JSON.stringify(runRefusals.build.no_reason());
  // In order of the keys, so that two runs that hold the same documents do not wait for each other in a circle.
  await tx.execute(sql`
    insert into hold (flow_id, document_key, workspace_id, run_id, version, node_id, document_id, hash, outcome, code,
      cause, message, label, number, day, total, currency, party)
    select distinct on (document.key) run.flow_id, document.key, run.workspace_id, run.id, run.version,
      document.node_id, document.id, document.hash, outcome.outcome, coalesce(outcome.code, ''), ${causeId},
      coalesce(outcome.message, ${noReason}::jsonb), document.label, document.number, document.day, document.total,
      document.currency, document.party
    from outcome
      join document on document.id = outcome.document_id
      join run on run.id = outcome.run_id
    where outcome.run_id = ${runId} and outcome.outcome in ('held', 'failed') and run.mode = 'live'
      and ${which} and not ${isOvertaken}
    order by document.key
    on conflict (flow_id, document_key) do update set
      run_id = excluded.run_id, version = excluded.version, node_id = excluded.node_id,
      document_id = excluded.document_id, outcome = excluded.outcome, code = excluded.code, cause = excluded.cause,
      message = excluded.message, label = excluded.label, number = excluded.number, day = excluded.day,
      total = excluded.total, currency = excluded.currency, party = excluded.party, updated_at = now(),
      ${unlessNew('dismissed_by')}, ${unlessNew('dismissed_at')}, ${unlessNew('dismissed_reason')},
      hash = excluded.hash
    where hold.run_id <= excluded.run_id`);
}

/**
 * Puts source documents into the hold queue in the transaction that holds or fails them: one statement however many
 * they are. Those of a dry run, and those with another outcome, are passed over. A document that waits already moves
 * to its new cause and keeps the day since when it waits.
 */
export async function noteHolds(tx: Transaction, runId: string, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  await upsertHolds(tx, runId, sql`outcome.document_id = any(${`{${documentIds.join(',')}}`}::uuid[])`);
}

/** The same for all of a run that the queue does not know yet: outcomes that were written in other ways. */
export async function noteRemaining(tx: Transaction, runId: string): Promise<void> {
  await upsertHolds(
    tx,
    runId,
    sql`not exists (
      select 1 from hold known
      where known.flow_id = run.flow_id and known.document_key = document.key and known.document_id = document.id)`,
  );
}
