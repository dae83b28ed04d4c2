import { and, eq, inArray, isNull } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { Mapping } from '#schemas/mapping/rule.ts';
import type { Database, Transaction } from '../db/database.ts';
import { mapping, mappingRevision } from '../db/schema/index.ts';

/**
 * The present revision of each set of mapping tables, which a run that begins now is bound to.
 *
 * @throws SettingsError when one is gone
 */
export async function presentRevisions(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Record<string, number>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: mapping.id, revision: mapping.revision })
    .from(mapping)
    .where(and(eq(mapping.workspaceId, workspaceId), inArray(mapping.id, [...ids]), isNull(mapping.archivedAt)));
  if (rows.length < ids.length) throw new SettingsError(runMessages.build.mapping_gone());
  return Object.fromEntries(rows.map(({ id, revision }) => [id, revision]));
}

/** Revisions read lately: they never change, and every batch of a run wants the same ones. */
const known = new Map<string, Mapping>();
const MOST_KNOWN = 20;

async function readRevision(db: Database, id: string, revision: number): Promise<Mapping | null> {
  const name = `${id}:${revision}`;
  const found = known.get(name);
  if (found) return found;
  const [row] = await db
    .select({ name: mapping.name, rules: mappingRevision.rules })
    .from(mappingRevision)
    .innerJoin(mapping, eq(mapping.id, mappingRevision.mappingId))
    .where(and(eq(mappingRevision.mappingId, id), eq(mappingRevision.revision, revision)));
  if (!row) return null;
  const read = { id, name: row.name, revision, rules: row.rules };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, read);
  return read;
}

/** The mapping tables that a run was bound to when it started. */
export async function pinnedMappings(
  db: Database,
  pinned: Readonly<Record<string, number>>,
): Promise<(id: string) => Mapping | null> {
  const read = await Promise.all(
    Object.entries(pinned).map(async ([id, revision]) => [id, await readRevision(db, id, revision)] as const),
  );
  const byId = new Map(read);
  return (id) => byId.get(id) ?? null;
}
