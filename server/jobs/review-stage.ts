import { and, eq, sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import { runMessages } from '#flows/messages.ts';
import type { Stage } from '#flows/plan.ts';
import type { Transaction } from '../db/database.ts';
import { review, run, runStage, runStep } from '../db/schema/index.ts';
import { admitNext } from '../limits/admit-run.ts';
import { commitBatch, storeLog } from './commit-batch.ts';
import { notifyRun } from './enqueue.ts';
import type { LoadedRun } from './load-run.ts';
import type { EngineServices } from './services.ts';
import { stageCondition } from './stage-documents.ts';

interface Tally extends Record<string, unknown> {
  readonly entries: number;
  readonly unticked: number;
}

async function tally(tx: Transaction, loaded: LoadedRun, stage: Stage): Promise<Tally> {
  const [row] = await tx.execute<Tally>(sql`
    select count(*)::int as entries,
      count(*) filter (where exists (
        select 1 from review_unticked u
        where u.run_id = d.run_id and u.node_id = ${stage.node} and u.document_id = d.id))::int as unticked
    from document d where ${stageCondition(loaded.row.id, stage)}`);
  return row ?? { entries: 0, unticked: 0 };
}

/** Documents of which every entry was unticked are skipped with that reason. */
async function skipUnticked(tx: Transaction, loaded: LoadedRun, stage: Stage): Promise<void> {
  const message = runMessages.build.unticked();
  await tx.execute(sql`
    insert into outcome (document_id, run_id, outcome, code, message)
    select d.root_id, d.run_id, 'skipped', ${message.code}, ${JSON.stringify(message)}::jsonb
    from document d where ${stageCondition(loaded.row.id, stage)}
    group by d.root_id, d.run_id
    having bool_and(exists (
      select 1 from review_unticked u
      where u.run_id = d.run_id and u.node_id = ${stage.node} and u.document_id = d.id))
    on conflict (document_id) do nothing`);
}

async function park(services: EngineServices, loaded: LoadedRun, stage: Stage): Promise<void> {
  const runId = loaded.row.id;
  await services.db.transaction(async (tx) => {
    const parked = await tx
      .update(run)
      .set({ status: 'in-review' })
      .where(and(eq(run.id, runId), eq(run.status, 'running')))
      .returning({ id: run.id });
    if (parked.length === 0) return;
    const { entries } = await tally(tx, loaded, stage);
    await tx.insert(review).values({ runId, nodeId: stage.node }).onConflictDoNothing();
    await tx
      .update(runStage)
      .set({ status: 'parked' })
      .where(and(eq(runStage.runId, runId), eq(runStage.stage, stage.index)));
    await tx
      .update(runStep)
      .set({ status: 'parked', received: entries })
      .where(and(eq(runStep.runId, runId), eq(runStep.nodeId, stage.node)));
    const log = createBatchLog(services.now, []);
    log.forNode(stage.node).info(runMessages.build.waiting_for_review({ count: String(entries) }));
    await storeLog(tx, runId, log.lines);
    // A run that waits for a person takes no place: the next one may begin.
    await admitNext(tx, loaded.row.flowId);
    await notifyRun(tx, runId);
  });
}

async function pass(services: EngineServices, loaded: LoadedRun, stage: Stage, attended: boolean): Promise<void> {
  const log = createBatchLog(services.now, []);
  const { entries, unticked } = await services.db.transaction((tx) => tally(tx, loaded, stage));
  const step = log.forNode(stage.node);
  if (!attended) step.info(runMessages.build.review_unattended());
  step.info(runMessages.build.review_confirmed({ count: String(entries - unticked), left: String(unticked) }));
  await commitBatch(services.db, loaded, {
    done: true,
    log: log.lines,
    write: async (tx) => {
      await skipUnticked(tx, loaded, stage);
      await tx
        .update(runStep)
        .set({ received: entries, emitted: entries - unticked })
        .where(and(eq(runStep.runId, loaded.row.id), eq(runStep.nodeId, stage.node)));
      return null;
    },
  });
}

/**
 * Waits for a person, unless nobody is there to ask (a headless run, a dry run) or nothing is there to confirm.
 */
export async function advanceReview(services: EngineServices, loaded: LoadedRun, stage: Stage): Promise<void> {
  const [open] = await services.db
    .select()
    .from(review)
    .where(and(eq(review.runId, loaded.row.id), eq(review.nodeId, stage.node)));
  const isUnattended = loaded.row.trigger === 'cli' || loaded.row.mode === 'dry';
  if (open?.status === 'confirmed') return pass(services, loaded, stage, true);
  if (isUnattended) return pass(services, loaded, stage, false);
  const { entries } = await services.db.transaction((tx) => tally(tx, loaded, stage));
  if (entries === 0) return pass(services, loaded, stage, true);
  return park(services, loaded, stage);
}
