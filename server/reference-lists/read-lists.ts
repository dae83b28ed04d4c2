import { asc, inArray, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { KnownList } from '#schemas/api/lists.ts';
import { referenceList, referenceValue } from '../db/schema/index.ts';
import type { Db, Scope } from '../mappings/mapping-rows.ts';
import { chooseConnections, listsOf, type Whose } from './choose-connections.ts';

type ValueRow = typeof referenceValue.$inferSelect;

function presentValue({ value, name, details, vanishedAt }: ValueRow): KnownList['values'][number] {
  return { value, name, details, vanishedAt: vanishedAt?.toISOString() ?? null };
}

/**
 * What is known of the lists of connected systems, in the order of the systems; what vanished comes last. Lists that a
 * system offers and that were never read are among them, empty.
 *
 * @throws Refusal 404
 */
export async function readLists(db: Db, registry: Registry, scope: Scope, whose: Whose): Promise<KnownList[]> {
  const connections = await chooseConnections(db, registry, scope, whose);
  const ids = connections.map(({ id }) => id);
  if (ids.length === 0) return [];
  const states = await db.select().from(referenceList).where(inArray(referenceList.connectionId, ids));
  const values = await db
    .select()
    .from(referenceValue)
    .where(inArray(referenceValue.connectionId, ids))
    .orderBy(sql`${referenceValue.vanishedAt} is not null`, asc(referenceValue.position), asc(referenceValue.value));
  const byList = Map.groupBy(values, (row) => `${row.connectionId}/${row.list}`);
  return connections.flatMap((row) =>
    listsOf(registry, row, whose.list).map((list) => {
      const state = states.find((one) => one.connectionId === row.id && one.list === list);
      return {
        ...{ connection: { id: row.id, name: row.name, type: row.type }, list },
        readAt: state?.readAt?.toISOString() ?? null,
        problem: state?.problem ?? null,
        values: (byList.get(`${row.id}/${list}`) ?? []).map(presentValue),
      };
    }),
  );
}
