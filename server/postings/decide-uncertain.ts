import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { auditLog, posting, run } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { anyOf } from '../search/search-terms.ts';
import { followDecision } from './follow-decision.ts';
import { postingMessages } from './posting-refusals.ts';

export interface Decision {
  readonly what: { readonly file: string; readonly count: number } | { readonly posting: string };
  readonly isThere: boolean;
  readonly reference: string | null;
}
type PostingRow = typeof posting.$inferSelect;

function isMeant(caller: Caller, { what }: Decision): SQL | undefined {
  const isIt = 'file' in what ? eq(posting.fileId, what.file) : eq(posting.id, what.posting);
  return and(eq(posting.workspaceId, caller.workspaceId), isIt);
}

/** A claim that was given back is gone from the ledger; that there was one stands in the audit. */
async function wasGivenBack(tx: Transaction, caller: Caller, { what }: Decision): Promise<boolean> {
  if ('file' in what) return false;
  const [row] = await tx
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, caller.workspaceId),
        eq(auditLog.subject, `posting:${what.posting}`),
        eq(auditLog.action, 'posting.given_back'),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/**
 * Locks the run first, as everything does that ends a run, then what is meant.
 *
 * @throws Refusal 404 · 409 when not everything that was shown is still uncertain
 */
async function lockUncertain(tx: Transaction, caller: Caller, decision: Decision): Promise<PostingRow[]> {
  const [any] = await tx.select({ runId: posting.runId }).from(posting).where(isMeant(caller, decision)).limit(1);
  if (!any) {
    const isLate = await wasGivenBack(tx, caller, decision);
    throw isLate
      ? new Refusal(409, postingMessages.build.decided_meanwhile())
      : new Refusal(404, postingMessages.build.missing());
  }
  await tx.select({ id: run.id }).from(run).where(eq(run.id, any.runId)).for('update');
  const rows = await tx.select().from(posting).where(isMeant(caller, decision)).orderBy(asc(posting.id)).for('update');
  const open = rows.filter((row) => row.status === 'uncertain');
  const expected = 'file' in decision.what ? decision.what.count : 1;
  if (open.length !== expected) throw new Refusal(409, postingMessages.build.decided_meanwhile());
  return open;
}

async function markPosted(tx: Transaction, caller: Caller, rows: readonly PostingRow[], reference: string | null) {
  await tx
    .update(posting)
    .set({
      status: 'posted',
      reference: sql`coalesce(${reference}::text, ${posting.reference})`,
      postedAt: sql`now()`,
      isOpen: false,
      askAfter: null,
      decidedBy: caller.userId,
      decidedAt: sql`now()`,
    })
    .where(eq(posting.id, anyOf(rows.map(({ id }) => id))));
  const [first] = rows;
  const subject = rows.length === 1 ? `posting:${first?.id}` : `file:${first?.fileId}`;
  const numbers = rows.slice(0, 20).map(({ number }) => number);
  await audit(tx, caller, 'posting.confirmed', subject, { count: rows.length, numbers, reference, run: first?.runId });
}

/** Deletes the claims; what each of them was is kept in the audit. */
async function giveBack(tx: Transaction, caller: Caller, rows: readonly PostingRow[]): Promise<void> {
  const early = rows.find((row) => row.askAfter !== null && row.askAfter.getTime() > Date.now());
  if (early) throw new Refusal(409, postingMessages.build.still_settling({ number: early.number }));
  await tx.execute(sql`
    with gone as (delete from posting where id = ${anyOf(rows.map(({ id }) => id))} and status = 'uncertain' returning *)
    insert into audit_log (workspace_id, user_id, action, subject, details)
    select workspace_id, ${caller.userId}, 'posting.given_back', 'posting:' || id, to_jsonb(gone) || jsonb_build_object('amount', amount::text) from gone`);
}

/**
 * A person has looked into the target and says of an uncertain posting, or of all those of one file, whether it is
 * there. What is there is posted; what is not is free to be booked by the next run. The document's outcome, its place
 * in the hold queue and the run's status follow in the same transaction.
 *
 * @returns how many postings were decided
 * @throws Refusal 404 · 409 when somebody was faster, or a call may still take effect; nothing is changed then
 */
export async function decideUncertain(db: Database, caller: Caller, decision: Decision): Promise<{ count: number }> {
  return db.transaction(async (tx) => {
    const rows = await lockUncertain(tx, caller, decision);
    if (decision.isThere) await markPosted(tx, caller, rows, decision.reference);
    else await giveBack(tx, caller, rows);
    await followDecision(tx, rows, decision.isThere);
    return { count: rows.length };
  });
}
