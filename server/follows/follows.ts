import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { END_STATUSES, type EndStatus, type Follow, type Follows } from '#schemas/api/follows.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, follow, workspace } from '../db/schema/index.ts';
import { findFlow, type Scope } from '../flows/flow-rows.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import { findRing } from './find-ring.ts';
import { followRefusals } from './follow-refusals.ts';

type Db = Database | Transaction;
const { build } = followRefusals;
const afterFlow = alias(flow, 'after_flow');

function statusesOf(texts: readonly string[]): EndStatus[] {
  return END_STATUSES.filter((status) => texts.includes(status));
}

async function listItems(db: Db, flowId: string): Promise<Follow[]> {
  const rows = await db
    .select({ follow, name: afterFlow.name })
    .from(follow)
    .leftJoin(afterFlow, eq(afterFlow.id, follow.afterFlowId))
    .where(and(eq(follow.flowId, flowId), isNull(afterFlow.archivedAt)))
    .orderBy(asc(follow.id));
  return rows.map(({ follow: { id, afterFlowId, statuses, problem, problemAt }, name }) => ({
    id,
    after: afterFlowId === null ? null : { id: afterFlowId, name: name ?? '' },
    statuses: statusesOf(statuses),
    problem: problem && problemAt ? { message: problem, at: problemAt.toISOString() } : null,
  }));
}

async function listFollowers(db: Db, scope: Scope, flowId: string): Promise<Follows['followers']> {
  const isAfterEvery = and(isNull(follow.afterFlowId), sql`${follow.flowId} <> ${flowId}`);
  const rows = await db
    .select({ id: flow.id, name: flow.name, statuses: follow.statuses })
    .from(follow)
    .innerJoin(flow, eq(flow.id, follow.flowId))
    .where(
      and(
        eq(follow.workspaceId, scope.workspaceId),
        isNull(flow.archivedAt),
        or(eq(follow.afterFlowId, flowId), isAfterEvery),
      ),
    )
    .orderBy(asc(flow.name), asc(follow.id));
  return rows.map((row) => ({ ...row, statuses: statusesOf(row.statuses) }));
}

/** After which flows a flow starts, and which start after it. @throws Refusal 404 */
export async function listFollows(db: Db, scope: Scope, flowId: string): Promise<Follows> {
  await findFlow(db, scope, flowId);
  return { items: await listItems(db, flowId), followers: await listFollowers(db, scope, flowId) };
}

async function refuseRing(tx: Transaction, scope: Scope, flowId: string, after: string): Promise<void> {
  if (after === flowId) throw new Refusal(422, build.itself('after'));
  // One at a time in a workspace: two saves at once could each be fine and make a ring together.
  await tx.select({ id: workspace.id }).from(workspace).where(eq(workspace.id, scope.workspaceId)).for('no key update');
  const rows = await tx
    .select({ flow: follow.flowId, after: follow.afterFlowId })
    .from(follow)
    .where(and(eq(follow.workspaceId, scope.workspaceId), isNotNull(follow.afterFlowId)));
  const links = rows.flatMap((row) => (row.after === null ? [] : [{ flow: row.flow, after: row.after }]));
  const ring = findRing(links, { flow: flowId, after });
  if (!ring) return;
  const names = await Promise.all(ring.map(async (id) => nameOf(tx, id)));
  throw new Refusal(422, build.ring({ flows: names.join(' → ') }, 'after'));
}

async function nameOf(tx: Transaction, id: string): Promise<string> {
  const [row] = await tx.select({ name: flow.name }).from(flow).where(eq(flow.id, id));
  return row?.name ?? id;
}

/**
 * Makes a flow start after runs of another one, or of every one (`after` null), that end in these ways.
 *
 * @throws Refusal 404 for a flow that is not there, 422 for one that would follow itself, directly or in a circle
 */
export async function saveFollow(
  db: Database,
  caller: Caller,
  flowId: string,
  order: { readonly after: string | null; readonly statuses: readonly EndStatus[] },
): Promise<Follows> {
  const { after, statuses } = order;
  const { workspaceId } = caller;
  return db.transaction(async (tx) => {
    await findFlow(tx, caller, flowId);
    if (after !== null) {
      await findFlow(tx, caller, after);
      await refuseRing(tx, caller, flowId, after);
    }
    const isSame: SQL = after === null ? isNull(follow.afterFlowId) : eq(follow.afterFlowId, after);
    await tx.delete(follow).where(and(eq(follow.flowId, flowId), isSame));
    await tx.insert(follow).values({ workspaceId, flowId, afterFlowId: after, statuses: [...statuses] });
    await audit(tx, caller, 'flow.follow_saved', `flow:${flowId}`, { after: after ?? 'every flow', statuses });
    return listFollows(tx, caller, flowId);
  });
}

/** @throws Refusal 404 */
export async function deleteFollow(db: Database, caller: Caller, flowId: string, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await findFlow(tx, caller, flowId);
    const gone = await tx
      .delete(follow)
      .where(and(eq(follow.id, id), eq(follow.flowId, flowId), eq(follow.workspaceId, caller.workspaceId)))
      .returning({ after: follow.afterFlowId });
    const { after } = foundOr404(gone, build.missing());
    await audit(tx, caller, 'flow.follow_deleted', `flow:${flowId}`, { after: after ?? 'every flow' });
  });
}
