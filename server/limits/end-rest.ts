import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { enqueueRun } from '../jobs/enqueue.ts';
import { countSuccess } from './circuit.ts';

/** By then every worker has looked at the connection's state anew. */
const SEEN_BY_ALL_MS = 2_000;

/**
 * Ends the rest of a system that was seen to answer, and wakes the runs that wait for it: they would otherwise come back
 * only when their wait is over.
 */
export async function endRest(tx: Transaction, workspaceId: string, connectionId: string): Promise<void> {
  if (!(await countSuccess(tx, connectionId, true))) return;
  const runs = await tx.execute<{ id: string }>(sql`
    select id from run where workspace_id = ${workspaceId} and status = 'running'
      and exists (select 1 from jsonb_each_text(bindings) where value = ${connectionId})`);
  const at = new Date(Date.now() + SEEN_BY_ALL_MS);
  for (const { id } of runs) await enqueueRun(tx, id, at);
}
