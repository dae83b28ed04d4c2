import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PostingReset, ResetScope } from '#schemas/api/postings.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, postingReset, run } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { readReset } from './list-resets.ts';
import { postingMessages } from './posting-refusals.ts';
import { readFigures, resetFlow } from './preview-reset.ts';
import { pickPostings } from './reset-scope.ts';

export interface ResetOrder {
  readonly scope: ResetScope;
  /** Of the preview that the person has seen. */
  readonly token: string;
  readonly reason: string;
}

/** A run works out what to book from the ledger as it finds it; a reset in the middle would pull that from under it. */
async function refuseWhileRunning(tx: Transaction, flowId: string): Promise<void> {
  const [busy] = await tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.flowId, flowId), eq(run.mode, 'live'), inArray(run.status, ['queued', 'running', 'in-review'])))
    .limit(1);
  if (busy) throw new Refusal(409, postingMessages.build.run_under_way());
}

async function writeReset(tx: Transaction, caller: Caller, { scope, token, reason }: ResetOrder): Promise<string> {
  const named = await resetFlow(tx, caller, scope.flow);
  await tx.select({ id: flow.id }).from(flow).where(eq(flow.id, named.id)).for('update');
  await refuseWhileRunning(tx, named.id);
  const { token: present, count } = await readFigures(tx, caller, scope);
  if (present !== token) throw new Refusal(409, postingMessages.build.reset_changed());
  if (count === 0) throw new Refusal(422, postingMessages.build.nothing_to_reset());
  const { workspaceId, userId: resetBy } = caller;
  const [written] = await tx
    .insert(postingReset)
    .values({ workspaceId, resetBy, reason, scope, count })
    .returning({ id: postingReset.id });
  if (!written) throw new Error('a reset that was just written is gone');
  const touched = await tx.execute(sql`
    with ${pickPostings(caller, scope)}
    update posting set reset_id = ${written.id} from picked where posting.id = picked.id`);
  if (touched.count !== count) throw new Refusal(409, postingMessages.build.reset_changed());
  await audit(tx, caller, 'posting.reset', `flow:${named.id}`, { reset: written.id, reason, count, scope });
  return written.id;
}

/** PostgreSQL's word for "somebody else changed one of these rows since your snapshot". */
function isOvertaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '40001';
}

/**
 * Lets exactly the previewed postings be booked again. They stay as they are but for the mark that they are reset; the
 * row of the reset, the marks and the audit are written together or not at all.
 *
 * @throws Refusal 404 · 409 when it is no longer what the preview showed, or a run of the flow has not ended · 422 when
 * there is nothing to reset
 */
export async function resetPostings(db: Database, caller: Caller, order: ResetOrder): Promise<PostingReset> {
  try {
    const id = await db.transaction((tx) => writeReset(tx, caller, order), { isolationLevel: 'repeatable read' });
    return await readReset(db, caller, id);
  } catch (error) {
    if (isOvertaken(error)) throw new Refusal(409, postingMessages.build.reset_changed());
    throw error;
  }
}
