import { and, eq, sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Transaction } from '../db/database.ts';
import { run } from '../db/schema/index.ts';
import { releaseFollowers } from '../holds/release-followers.ts';
import { settleHolds } from '../holds/settle-holds.ts';
import { markingSources, markLater } from '../marks/mark-jobs.ts';
import { notifyRun } from './enqueue.ts';
import type { LoadedRun } from './load-run.ts';
import type { EngineServices } from './services.ts';

/**
 * Gives source documents the outcome that follows from what became of their entries. One that was skipped for one of
 * its entries (a sale transferred before) counts as posted when another one went through (its payment).
 */
async function settleOutcomes(tx: Transaction, { row }: LoadedRun): Promise<void> {
  if (row.mode === 'live') {
    await tx.execute(sql`
      insert into outcome (document_id, run_id, outcome)
      select distinct p.root_id, p.run_id, 'posted' from posting p
      where p.run_id = ${row.id} and p.status = 'posted'
      on conflict (document_id) do update set outcome = 'posted', code = null, message = null, at = now()
      where outcome.outcome = 'skipped'`);
  } else {
    await tx.execute(sql`
      insert into outcome (document_id, run_id, outcome)
      select distinct d.root_id, d.run_id, 'previewed' from document d
      where d.run_id = ${row.id} and d.kind = 'journal-entry'
      on conflict (document_id) do nothing`);
  }
  const nothing = runMessages.build.nothing_made();
  await tx.execute(sql`
    insert into outcome (document_id, run_id, outcome, code, message)
    select d.id, d.run_id, 'skipped', ${nothing.code}, ${JSON.stringify(nothing)}::jsonb
    from document d where d.run_id = ${row.id} and d.root_id = d.id
    on conflict (document_id) do nothing`);
}

/** Ends a run whose stages are all done: outcomes first, then a status that follows from them. */
export async function finishRun(services: EngineServices, loaded: LoadedRun): Promise<void> {
  await services.db.transaction(async (tx) => {
    const [held] = await tx.select({ status: run.status }).from(run).where(eq(run.id, loaded.row.id)).for('update');
    if (held?.status !== 'running') return;
    await settleOutcomes(tx, loaded);
    await settleHolds(tx, loaded.row);
    await releaseFollowers(tx, services.registry, loaded.row);
    await tx
      .update(run)
      .set({
        finishedAt: sql`now()`,
        status: sql`case when exists (
          select 1 from outcome o where o.run_id = ${loaded.row.id} and o.outcome in ('held', 'failed')
        ) then 'partial' else 'succeeded' end`,
      })
      .where(and(eq(run.id, loaded.row.id), eq(run.status, 'running')));
    const isTold = loaded.row.mode === 'live' && markingSources(loaded.flow, services.registry).length > 0;
    if (isTold) await markLater(tx, loaded.row.id);
    await notifyRun(tx, loaded.row.id);
  });
}
