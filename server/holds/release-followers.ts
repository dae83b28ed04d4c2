import { sql } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { Transaction } from '../db/database.ts';
import { startRunIn } from '../jobs/control.ts';
import { knownTargets } from '../postings/known-targets.ts';

const WAITING = runMessages.build.sale_not_booked({ number: '', sale: '' }).code;

interface PostingRun {
  readonly id: string;
  readonly workspaceId: string;
  readonly flowId: string;
  readonly mode: string;
}

interface Follower extends Record<string, unknown> {
  readonly key: string;
  readonly node: string;
}

/**
 * Held documents of the flow that wait for a sale which this run posted, or which was posted since they were last held:
 * by a run that was stopped after it, or by a person's word that an uncertain posting is there. Most runs know of none.
 */
async function readFollowers(tx: Transaction, run: PostingRun): Promise<Follower[]> {
  const rows = await tx.execute<Follower>(sql`
    select hold.document_key as key, hold.node_id as node from hold
    where hold.flow_id = ${run.flowId} and hold.dismissed_at is null and hold.code = ${WAITING}
      and exists (select 1 from run_step read
        where read.run_id = ${run.id} and read.node_id = hold.node_id and read.kind = 'source')
      and exists (select 1 from posting sale
        where sale.workspace_id = ${run.workspaceId} and sale.target = any(${knownTargets(run.workspaceId)})
          and sale.flow_id = ${run.flowId}
          and sale.source_document = hold.message->'params'->>'sale' and sale.kind = 'sale'
          and sale.status = 'posted' and sale.reset_id is null
          and (sale.run_id = ${run.id} or sale.posted_at > hold.updated_at))
    order by hold.document_id`);
  return [...rows];
}

/**
 * Tries credit notes again that waited for a sale, in the transaction that ends the run which posted it: one run limited
 * to them. A sale is tried for once after it was posted, so that what is held once more does not go round in circles.
 *
 * A flow that cannot start (nothing published any more, a slot unbound) leaves them in the queue for a person.
 *
 * @returns the run that tries them; null when none waited
 */
export async function releaseFollowers(tx: Transaction, registry: Registry, run: PostingRun): Promise<string | null> {
  if (run.mode !== 'live') return null;
  const followers = await readFollowers(tx, run);
  if (followers.length === 0) return null;
  const { workspaceId, flowId, id: parentId } = run;
  const order = { workspaceId, flowId, mode: 'live', period: null, trigger: 'retry', startedBy: null } as const;
  try {
    return await startRunIn(tx, registry, { ...order, parentId, only: followers });
  } catch (error) {
    // Refused before anything was written.
    if (error instanceof SettingsError) return null;
    throw error;
  }
}
