import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Transaction } from '../db/database.ts';
import { mapping, mappingRevision, user } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { countChanges } from './count-rules.ts';
import { mappingMessages } from './mapping-messages.ts';
import { currentRules, lockMapping, type MappingRow, refuseArchived } from './mapping-rows.ts';

const { build } = mappingMessages;

/** Names of a workspace are given one after the other, so that two people do not take the same one. */
async function lockNames(tx: Transaction, { workspaceId }: Caller): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mapping-names:${workspaceId}`}, 0))`);
}

/**
 * Makes a mapping with its first revision, in the caller's transaction, and returns its id.
 *
 * @throws Refusal 409 for a name that is taken, also by one that was put away
 */
export async function insertMapping(
  tx: Transaction,
  caller: Caller,
  name: string,
  rules: readonly MappingRule[],
): Promise<string> {
  await lockNames(tx, caller);
  const id = uuidv7();
  const row = { id, workspaceId: caller.workspaceId, name, revision: 1 };
  const made = await tx.insert(mapping).values(row).onConflictDoNothing().returning({ id: mapping.id });
  if (made.length === 0) throw new Refusal(409, build.name_taken({ name }, 'name'));
  await tx.insert(mappingRevision).values({ mappingId: id, revision: 1, rules, savedBy: caller.userId });
  await audit(tx, caller, 'mapping.created', `mapping:${id}`, { name, rules: rules.length });
  return id;
}

/** Who saved the revision that is there, and when, for whoever comes second. */
async function refuseOlder(tx: Transaction, row: MappingRow): Promise<never> {
  const isLast = and(eq(mappingRevision.mappingId, row.id), eq(mappingRevision.revision, row.revision));
  const [last] = await tx
    .select({ name: user.name, at: mappingRevision.savedAt })
    .from(mappingRevision)
    .leftJoin(user, eq(user.id, mappingRevision.savedBy))
    .where(isLast);
  const when = (last?.at ?? row.updatedAt).toISOString();
  throw new Refusal(409, build.saved_meanwhile({ who: last?.name ?? 'Passerelle', when }));
}

/**
 * Writes rules as the next revision of a mapping that the caller has locked. Rules that are the same make none: saving
 * twice is harmless.
 *
 * @returns the revision that holds them
 */
export async function insertRevision(
  tx: Transaction,
  caller: Caller,
  row: MappingRow,
  rules: readonly MappingRule[],
  details: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  const before = await currentRules(tx, row);
  if (canonicalJson(before) === canonicalJson(rules)) return row.revision;
  const revision = row.revision + 1;
  await tx.insert(mappingRevision).values({ mappingId: row.id, revision, rules, savedBy: caller.userId });
  await tx.update(mapping).set({ revision, updatedAt: new Date() }).where(eq(mapping.id, row.id));
  const changes = countChanges(before, rules);
  await audit(tx, caller, 'mapping.saved', `mapping:${row.id}`, { revision, ...changes, ...details });
  return revision;
}

/**
 * Saves all rules of a mapping, in the caller's transaction.
 *
 * @param revision the one that the rules were made from
 * @throws Refusal 404 · 409 when somebody saved since, or it was put away
 */
export async function saveRules(
  tx: Transaction,
  caller: Caller,
  id: string,
  { revision, rules }: { readonly revision: number; readonly rules: readonly MappingRule[] },
): Promise<void> {
  const row = await lockMapping(tx, caller, id);
  refuseArchived(row);
  if (row.revision !== revision) await refuseOlder(tx, row);
  await insertRevision(tx, caller, row, rules);
}

/** @throws Refusal 404 · 409 for a name that is taken */
export async function renameMapping(tx: Transaction, caller: Caller, id: string, name: string): Promise<void> {
  const row = await lockMapping(tx, caller, id);
  if (row.name === name) return;
  await lockNames(tx, caller);
  const isTaken = and(eq(mapping.workspaceId, caller.workspaceId), eq(mapping.name, name));
  const [other] = await tx.select({ id: mapping.id }).from(mapping).where(isTaken);
  if (other) throw new Refusal(409, build.name_taken({ name }, 'name'));
  await tx.update(mapping).set({ name }).where(eq(mapping.id, id));
  await audit(tx, caller, 'mapping.renamed', `mapping:${id}`, { before: row.name, after: name });
}
