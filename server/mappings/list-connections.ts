import { eq } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import { connection } from '../db/schema/index.ts';
import type { Db, Scope } from './mapping-rows.ts';
import { flowsByMapping } from './using-flows.ts';

/** Connections that the lists of a mapping come from: those of the flows that name it, or all when none does. */
export async function connectionsOfMapping(
  db: Db,
  registry: Registry,
  scope: Scope,
  id: string,
): Promise<readonly string[]> {
  const users = (await flowsByMapping(db, registry, scope)).get(id) ?? [];
  const bound = new Set(users.flatMap(({ bindings }) => Object.values(bindings)));
  if (bound.size > 0) return [...bound];
  const rows = await db
    .select({ id: connection.id })
    .from(connection)
    .where(eq(connection.workspaceId, scope.workspaceId));
  return rows.map((row) => row.id);
}
