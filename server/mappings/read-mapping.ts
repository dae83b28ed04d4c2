import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { MappingDetail, MappingSummary } from '#schemas/api/mappings.ts';
import { findDuplicates } from '#schemas/mapping/match-key.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { mapping, mappingRevision, user } from '../db/schema/index.ts';
import { countByTable } from './count-rules.ts';
import { connectionsOfMapping } from './list-connections.ts';
import { currentRules, type Db, findMapping, type MappingRow, type Scope } from './mapping-rows.ts';
import { flowsByMapping } from './using-flows.ts';
import { findVanished } from './vanished-values.ts';

export interface MappingServices {
  readonly db: Db;
  readonly registry: Registry;
}

type Uses = Awaited<ReturnType<typeof flowsByMapping>>;

function summarise(
  row: MappingRow,
  rules: readonly MappingRule[],
  updatedBy: string | null,
  uses: Uses,
): MappingSummary {
  const flows = (uses.get(row.id) ?? []).map(({ id, name, isPublished }) => ({ id, name, isPublished }));
  return {
    ...{ id: row.id, name: row.name, revision: row.revision, flows, updatedBy },
    counts: countByTable(rules),
    rules: rules.length,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}

/** Name of who saved each last revision. */
async function readSavers(db: Db, rows: readonly MappingRow[]): Promise<ReadonlyMap<string, string | null>> {
  if (rows.length === 0) return new Map();
  const isLast = and(eq(mappingRevision.mappingId, mapping.id), eq(mappingRevision.revision, mapping.revision));
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select({ id: mapping.id, name: user.name })
    .from(mapping)
    .innerJoin(mappingRevision, isLast)
    .leftJoin(user, eq(user.id, mappingRevision.savedBy))
    .where(inArray(mapping.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Mappings of the workspace, by name. */
export async function listMappings(
  { db, registry }: MappingServices,
  scope: Scope,
  state: 'active' | 'archived' = 'active',
): Promise<MappingSummary[]> {
  const inState = state === 'archived' ? isNotNull(mapping.archivedAt) : isNull(mapping.archivedAt);
  const where = and(eq(mapping.workspaceId, scope.workspaceId), inState);
  const rows = await db.select().from(mapping).where(where).orderBy(asc(mapping.name), asc(mapping.id));
  const uses = await flowsByMapping(db, registry, scope);
  const savers = await readSavers(db, rows);
  const items: MappingSummary[] = [];
  for (const row of rows) items.push(summarise(row, await currentRules(db, row), savers.get(row.id) ?? null, uses));
  return items;
}

/** @throws Refusal 404 */
export async function readSummary(services: MappingServices, scope: Scope, id: string): Promise<MappingSummary> {
  const { db, registry } = services;
  const row = await findMapping(db, scope, id);
  const savers = await readSavers(db, [row]);
  const uses = await flowsByMapping(db, registry, scope);
  return summarise(row, await currentRules(db, row), savers.get(id) ?? null, uses);
}

/** A mapping with all its rules, what of them vanished, and which are there twice. @throws Refusal 404 */
export async function readMapping(services: MappingServices, scope: Scope, id: string): Promise<MappingDetail> {
  const { db, registry } = services;
  const summary = await readSummary(services, scope, id);
  const rules = await currentRules(db, await findMapping(db, scope, id));
  const connections = await connectionsOfMapping(db, registry, scope, id);
  return {
    ...summary,
    ruleRows: [...rules],
    vanished: await findVanished(db, rules, connections),
    duplicates: findDuplicates(rules).map((group) => group.map((rule) => rule.id)),
  };
}
