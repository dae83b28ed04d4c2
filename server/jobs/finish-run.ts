import { and, eq, sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Transaction } from '../db/database.ts';
import { run } from '../db/schema/index.ts';
import { notifyRun } from './enqueue.ts';
import type { LoadedRun } from './load-run.ts';
import type { EngineServices } from './services.ts';

/** Gives every source document that has no outcome yet the one that follows from what became of its entries. */
async function settleOutcomes(tx: Transaction, loaded: LoadedRun): Promise<void> {
  const runId = loaded.row.id;
  if (loaded.row.mode === 'live') {
    await tx.execute(sql`
      insert into outcome (document_id, run_id, outcome)
      select distinct p.root_id, p.run_id, 'posted' from posting p
      where p.run_id = ${runId} and p.status = 'posted'
      on conflict (document_id) do nothing`);
  } else {
    await tx.execute(sql`
      insert into outcome (document_id, run_id, outcome)
      select distinct d.root_id, d.run_id, 'previewed' from document d
      where d.run_id = ${runId} and d.kind = 'journal-entry'
      on conflict (document_id) do nothing`);
  }
  const posted = runMessages.build.already_posted({ number: '', day: '' });
  const nothing = runMessages.build.nothing_made();
  // What is left either had nothing to book, or lost the race for its posting to a run that went on at the same time.
  await tx.execute(sql`
    insert into outcome (document_id, run_id, outcome, code, message)
    select d.id, d.run_id, 'skipped', m.code, m.message
    from document d, lateral (
      select p.posted_at, p.intended_at, p.number from posting p
      where p.source_document = d.key and p.flow_id = ${loaded.row.flowId} and p.run_id <> d.run_id limit 1
    ) q, lateral (select ${posted.code} as code, jsonb_build_object(
        'code', ${posted.code}::text, 'field', null, 'remedy', null,
        'params', jsonb_build_object('number', q.number, 'day', coalesce(q.posted_at, q.intended_at)::date::text),
        'text', format('%s was already transferred by another run.', q.number)) as message) m
    where d.run_id = ${runId} and d.root_id = d.id
    on conflict (document_id) do nothing`);
  await tx.execute(sql`
    insert into outcome (document_id, run_id, outcome, code, message)
    select d.id, d.run_id, 'skipped', ${nothing.code}, ${JSON.stringify(nothing)}::jsonb
    from document d where d.run_id = ${runId} and d.root_id = d.id
    on conflict (document_id) do nothing`);
}

/** Ends a run whose stages are all done: outcomes first, then a status that follows from them. */
export async function finishRun(services: EngineServices, loaded: LoadedRun): Promise<void> {
  await services.db.transaction(async (tx) => {
    const [held] = await tx.select({ status: run.status }).from(run).where(eq(run.id, loaded.row.id)).for('update');
    if (held?.status !== 'running') return;
    await settleOutcomes(tx, loaded);
    await tx
      .update(run)
      .set({
        finishedAt: sql`now()`,
        status: sql`case when exists (
          select 1 from outcome o where o.run_id = ${loaded.row.id} and o.outcome in ('held', 'failed')
        ) then 'partial' else 'succeeded' end`,
      })
      .where(and(eq(run.id, loaded.row.id), eq(run.status, 'running')));
    await notifyRun(tx, loaded.row.id);
  });
}
