import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import { type ConnectionRow, findConnection } from '../connections/connection-rows.ts';
import { connection } from '../db/schema/index.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { connectionsOfMapping } from '../mappings/list-connections.ts';
import { type Db, findMapping, type Scope } from '../mappings/mapping-rows.ts';

/** Whose lists are meant; what is not said does not narrow. */
export interface Whose {
  readonly mapping?: string | undefined;
  readonly flow?: string | undefined;
  readonly connection?: string | undefined;
  readonly list?: ListId | undefined;
}

async function idsOf(db: Db, registry: Registry, scope: Scope, whose: Whose): Promise<readonly string[] | null> {
  if (whose.connection !== undefined) return [(await findConnection(db, scope, whose.connection)).id];
  if (whose.flow !== undefined) return Object.values((await findFlow(db, scope, whose.flow)).flow.bindings);
  if (whose.mapping === undefined) return null;
  await findMapping(db, scope, whose.mapping);
  return connectionsOfMapping(db, registry, scope, whose.mapping);
}

/** Connections of the workspace, by name, that the question is about. @throws Refusal 404 */
export async function chooseConnections(
  db: Db,
  registry: Registry,
  scope: Scope,
  whose: Whose,
): Promise<ConnectionRow[]> {
  const ids = await idsOf(db, registry, scope, whose);
  const here = eq(connection.workspaceId, scope.workspaceId);
  const where = ids === null ? here : and(here, inArray(connection.id, [...ids]));
  return db.select().from(connection).where(where).orderBy(asc(connection.name), asc(connection.id));
}

/** The lists that a connection's system offers, of those that are asked for. */
export function listsOf(registry: Registry, row: Pick<ConnectionRow, 'type'>, only?: ListId | undefined): ListId[] {
  const offered = Object.keys(registry.connectionTypes.get(row.type)?.lists ?? {}) as ListId[];
  return only === undefined ? offered : offered.filter((list) => list === only);
}
