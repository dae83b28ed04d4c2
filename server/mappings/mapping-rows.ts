import { and, eq, isNull } from 'drizzle-orm';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { mapping, mappingRevision } from '../db/schema/index.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import { mappingMessages } from './mapping-messages.ts';

export type Db = Database | Transaction;
export type Scope = Pick<Caller, 'workspaceId'>;
export type MappingRow = typeof mapping.$inferSelect;

function isIt(scope: Scope, id: string) {
  return and(eq(mapping.id, id), eq(mapping.workspaceId, scope.workspaceId));
}

/** @throws Refusal 404, also for one of another workspace */
export async function findMapping(db: Db, scope: Scope, id: string): Promise<MappingRow> {
  return foundOr404(await db.select().from(mapping).where(isIt(scope, id)), mappingMessages.build.missing());
}

/** The same, and nobody else changes it, nor publishes a flow that names it, until the transaction ends. */
export async function lockMapping(tx: Transaction, scope: Scope, id: string): Promise<MappingRow> {
  const rows = await tx.select().from(mapping).where(isIt(scope, id)).for('update');
  return foundOr404(rows, mappingMessages.build.missing());
}

/** Id and name of every mapping of the workspace that was not put away. */
export async function readMappingNames(db: Db, scope: Scope): Promise<{ id: string; name: string }[]> {
  const { id, name } = mapping;
  const isActive = and(eq(mapping.workspaceId, scope.workspaceId), isNull(mapping.archivedAt));
  return db.select({ id, name }).from(mapping).where(isActive);
}

/** @throws Refusal 409 for one that has been put away */
export function refuseArchived({ archivedAt, name }: MappingRow): void {
  if (archivedAt !== null) throw new Refusal(409, mappingMessages.build.archived({ name }));
}

/** The rules of one revision; null when it is not kept. */
export async function rulesOf(db: Db, id: string, revision: number): Promise<readonly MappingRule[] | null> {
  const which = and(eq(mappingRevision.mappingId, id), eq(mappingRevision.revision, revision));
  const [row] = await db.select({ rules: mappingRevision.rules }).from(mappingRevision).where(which);
  return row?.rules ?? null;
}

/** The rules as they are now. The last revision is always kept. */
export async function currentRules(db: Db, row: MappingRow): Promise<readonly MappingRule[]> {
  const rules = await rulesOf(db, row.id, row.revision);
  if (rules === null) throw new Error(`mapping ${row.id} has lost its revision ${row.revision}`);
  return rules;
}
