import { eq } from 'drizzle-orm';
import type { KnownList } from '#schemas/api/lists.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { ConnectionRow } from '../connections/connection-rows.ts';
import type { TestingServices } from '../connections/test-connection.ts';
import { openSecrets } from '../connections/write-connection.ts';
import { connection } from '../db/schema/index.ts';
import { callList } from './call-list.ts';
import { chooseConnections, listsOf, type Whose } from './choose-connections.ts';
import { readLists } from './read-lists.ts';
import { storeList, storeProblem } from './store-list.ts';

/** Reads one list and keeps what came of it. Returns how many values it has, null when it could not be read. */
async function refreshOne(services: TestingServices, row: ConnectionRow, list: ListId): Promise<number | null> {
  const { db, registry, vault, log, config } = services;
  const read = registry.connectionTypes.get(row.type)?.lists?.[list];
  if (!read) return null;
  const access = { id: row.id, type: row.type, fields: row.fields, secrets: openSecrets(vault, row) };
  const begun = new Date();
  // Our own demo stands on loopback; its fields cannot be changed, so this opens nothing else.
  const allowPrivate = row.isDemo || config.allowPrivateNetwork;
  const reading = await callList({ read, access, name: row.name, log, allowPrivate });
  const which = { connectionId: row.id, list };
  return db.transaction(async (tx) => {
    // Somebody may have deleted the connection while its system was asked.
    const [there] = await tx
      .select({ id: connection.id })
      .from(connection)
      .where(eq(connection.id, row.id))
      .for('key share');
    if (!there) return null;
    if ('problem' in reading) {
      await storeProblem(tx, which, reading.problem);
      return null;
    }
    await storeList(tx, which, reading.values, begun);
    return reading.values.length;
  });
}

/** One list after the other: a small shop is not asked for everything at once. */
async function refreshConnection(services: TestingServices, caller: Caller, row: ConnectionRow, lists: ListId[]) {
  const counts: Record<string, number | null> = {};
  for (const list of lists) counts[list] = await refreshOne(services, row, list);
  await audit(services.db, caller, 'lists.read', `connection:${row.id}`, { lists: counts });
}

/**
 * Reads lists of connected systems anew, live; each is kept as soon as it was read. A list that cannot be read keeps its
 * values and says why.
 *
 * @throws Refusal 404
 */
export async function refreshLists(services: TestingServices, caller: Caller, whose: Whose): Promise<KnownList[]> {
  const { db, registry } = services;
  const connections = await chooseConnections(db, registry, caller, whose);
  await Promise.all(
    connections.map(async (row) => {
      const lists = listsOf(registry, row, whose.list);
      if (lists.length > 0) await refreshConnection(services, caller, row, lists);
    }),
  );
  return readLists(db, registry, caller, whose);
}
