import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { VersionInfo } from '#schemas/api/flows.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { connection, flow, flowDraft, flowVersion, user } from '../db/schema/index.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import { flowRefusals } from './flow-refusals.ts';

type Db = Database | Transaction;
export type Scope = Pick<Caller, 'workspaceId'>;
export type FlowRow = typeof flow.$inferSelect;
export type DraftRow = typeof flowDraft.$inferSelect;

/** @throws Refusal 404, also for an archived flow and one of another workspace */
export async function findFlow(db: Db, scope: Scope, id: string): Promise<{ flow: FlowRow; draft: DraftRow }> {
  const rows = await db
    .select({ flow, draft: flowDraft })
    .from(flow)
    .innerJoin(flowDraft, eq(flowDraft.flowId, flow.id))
    .where(and(eq(flow.id, id), eq(flow.workspaceId, scope.workspaceId), isNull(flow.archivedAt)));
  return foundOr404(rows, flowRefusals.build.missing());
}

/** The same, and nobody else changes the flow until the transaction ends. */
export async function lockFlow(tx: Transaction, scope: Scope, id: string): Promise<{ flow: FlowRow; draft: DraftRow }> {
  const inScope = and(eq(flow.id, id), eq(flow.workspaceId, scope.workspaceId));
  await tx.select({ id: flow.id }).from(flow).where(inScope).for('update');
  return findFlow(tx, scope, id);
}

/** The first version that does the same as `number`; null when that is `number` itself. */
export function earlier(first: number, number: number): number | null {
  return first < number ? first : null;
}

/** Versions of a flow, newest first, without their definitions. */
export async function listVersions(db: Db, flowId: string): Promise<VersionInfo[]> {
  const rows = await db
    .select({
      number: flowVersion.number,
      note: flowVersion.note,
      hash: flowVersion.hash,
      publishedAt: flowVersion.publishedAt,
      publishedBy: user.name,
    })
    .from(flowVersion)
    .leftJoin(user, eq(user.id, flowVersion.publishedBy))
    .where(eq(flowVersion.flowId, flowId))
    .orderBy(desc(flowVersion.number));
  const firstWith = (hash: string) => Math.min(...rows.filter((row) => row.hash === hash).map((row) => row.number));
  return rows.map((row) => ({
    ...row,
    publishedAt: row.publishedAt.toISOString(),
    sameAs: earlier(firstWith(row.hash), row.number),
  }));
}

export async function connectionsOf(db: Db, scope: Scope): Promise<{ id: string; type: string; name: string }[]> {
  const { id, type, name } = connection;
  return db.select({ id, type, name }).from(connection).where(eq(connection.workspaceId, scope.workspaceId));
}

/** @throws Refusal 422 when a slot is bound to something that is no connection of the workspace */
export async function checkBoundHere(db: Db, scope: Scope, bindings: Readonly<Record<string, string>>): Promise<void> {
  const ids = Object.values(bindings);
  if (ids.length === 0) return;
  const rows = await db
    .select({ id: connection.id })
    .from(connection)
    .where(and(eq(connection.workspaceId, scope.workspaceId), inArray(connection.id, ids)));
  const here = new Set(rows.map((row) => row.id));
  const problems = Object.entries(bindings)
    .filter(([, id]) => !here.has(id))
    .map(([slot]) => flowRefusals.build.foreign_connection({ slot }, slot));
  const [first] = problems;
  if (first) throw new Refusal(422, first, problems);
}
