import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ClosedPeriods } from '#schemas/api/closed-periods.ts';
import { dayIn } from '#schemas/period.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { booksLock } from '../db/schema/index.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { Refusal } from '../http/refusal.ts';
import { closedPeriodRefusals } from './closed-period-refusals.ts';
import { holdBookings } from './closed-until.ts';
import { readClosedPeriods } from './read-closed-periods.ts';

interface Change {
  /** Null for the whole workspace. */
  readonly flow: string | null;
  /** Null opens everything in this scope. */
  readonly closedUntil: string | null;
  /** What the caller saw. */
  readonly before: string | null;
  readonly reason: string;
}

const { build } = closedPeriodRefusals;

/** Flows may count their days in any zone: a day may be closed once it is over in the first of them. */
const FIRST_ZONE = 'Etc/GMT-14';

async function lastSaid(tx: Transaction, workspaceId: string, flow: string | null): Promise<string | null> {
  const scope = flow === null ? isNull(booksLock.flowId) : eq(booksLock.flowId, flow);
  const [row] = await tx
    .select({ closedUntil: booksLock.closedUntil })
    .from(booksLock)
    .where(and(eq(booksLock.workspaceId, workspaceId), scope))
    .orderBy(desc(booksLock.id))
    .limit(1);
  return row?.closedUntil ?? null;
}

function refuseUnsound({ closedUntil, before, reason }: Change, now: Date): void {
  if (closedUntil === before) throw new Refusal(422, build.nothing_changes('closedUntil'));
  if (closedUntil !== null && closedUntil >= dayIn(FIRST_ZONE, now)) {
    throw new Refusal(422, build.not_over({ day: closedUntil }, 'closedUntil'));
  }
  const opens = before !== null && (closedUntil === null || closedUntil < before);
  if (opens && reason.length < 3) throw new Refusal(422, build.reason_missing({ before }, 'reason'));
}

interface UnderWay extends Record<string, unknown> {
  readonly count: number;
  readonly flow: string | null;
}

/**
 * What was claimed is on its way to its target, or waits in a run that failed and may be resumed: it would be booked in
 * the closed days all the same.
 */
async function refuseUnderWay(tx: Transaction, workspaceId: string, flow: string | null, until: string) {
  const [open] = await tx.execute<UnderWay>(sql`
    select count(*)::int as count, min(flow.name) as flow
    from run join posting on posting.run_id = run.id join flow on flow.id = run.flow_id
    where run.workspace_id = ${workspaceId} and run.status in ('queued', 'running', 'in-review', 'failed')
      ${flow === null ? sql`` : sql`and run.flow_id = ${flow}`}
      and posting.status = 'intended' and posting.reset_id is null and posting.day <= ${until}`);
  if (!open || open.count === 0) return;
  throw new Refusal(409, build.bookings_under_way({ count: String(open.count), flow: open.flow ?? '', day: until }));
}

/**
 * Closes the books of the workspace, or of one flow, until a day, or opens days again. Bookings under way end first;
 * those that come after see it, an entry that was confirmed before among them.
 *
 * @throws Refusal 404 for a flow of somebody else, 409 when it was moved meanwhile, or entries of these days
 *   are on their way, 422 for a day that is not over, or
 *   an opening without a reason
 */
export async function setClosedPeriod(
  db: Database,
  caller: Caller,
  change: Change,
  now: Date = new Date(),
): Promise<ClosedPeriods> {
  const { workspaceId, userId } = caller;
  const { flow, closedUntil, before, reason } = change;
  return db.transaction(async (tx) => {
    if (flow !== null) await findFlow(tx, caller, flow);
    await holdBookings(tx, workspaceId);
    if ((await lastSaid(tx, workspaceId, flow)) !== before) throw new Refusal(409, build.moved_meanwhile());
    refuseUnsound(change, now);
    if (closedUntil !== null) await refuseUnderWay(tx, workspaceId, flow, closedUntil);
    await tx.insert(booksLock).values({ workspaceId, flowId: flow, closedUntil, reason, setBy: userId });
    const subject = flow === null ? `workspace:${workspaceId}` : `flow:${flow}`;
    await audit(tx, caller, 'books.close', subject, { closedUntil, before, reason });
    return readClosedPeriods(tx, caller);
  });
}
