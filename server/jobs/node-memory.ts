import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Memory, PartyLink, PartyLinks } from '#nodes/kit/context.ts';
import type { Json } from '#nodes/kit/node-type.ts';
import type { Database } from '../db/database.ts';
import { memory, partyLink } from '../db/schema/index.ts';

/** What a node type remembers in a workspace, apart for each connection. */
export function nodeMemory(db: Database, workspaceId: string, nodeType: string, connectionId: string | null): Memory {
  const scope = connectionId === null ? nodeType : `${nodeType}:${connectionId}`;
  const ofScope = and(eq(memory.workspaceId, workspaceId), eq(memory.scope, scope));
  return {
    get: async (keys) => {
      if (keys.length === 0) return new Map();
      const rows = await db
        .select()
        .from(memory)
        .where(and(ofScope, inArray(memory.key, [...keys]), gt(memory.keepUntil, sql`now()`)));
      return new Map(rows.map((row) => [row.key, { value: row.value as Json, at: row.keptAt }]));
    },
    put: async (key, value, keepUntil) => {
      await db
        .insert(memory)
        .values({ workspaceId, scope, key, value, keepUntil })
        .onConflictDoUpdate({
          target: [memory.workspaceId, memory.scope, memory.key],
          set: { value, keepUntil, keptAt: sql`now()` },
        });
    },
  };
}

type PartyRow = typeof partyLink.$inferSelect;

function linkOf(row: PartyRow): PartyLink {
  const { connectionId: _connection, workspaceId: _workspace, updatedAt: _at, ...link } = row;
  return link;
}

/**
 * The customers of a connection. A person's answer that came while a batch was under way is not overwritten by what the
 * batch still believed: "asked" undoes no decision, unless it comes with a reason (several customers fit).
 */
export function partyLinks(db: Database, workspaceId: string, connectionId: string | null): PartyLinks {
  const own = (): string => {
    if (connectionId === null) throw new Error('a node without a connection has no customers to link');
    return connectionId;
  };
  return {
    find: async (keys) => {
      if (keys.length === 0) return new Map();
      const rows = await db
        .select()
        .from(partyLink)
        .where(and(eq(partyLink.connectionId, own()), inArray(partyLink.key, [...keys])));
      return new Map(rows.map((row) => [row.key, linkOf(row)]));
    },
    save: async ({ key, ...link }) => {
      await db
        .insert(partyLink)
        .values({ connectionId: own(), workspaceId, key, ...link })
        .onConflictDoUpdate({
          target: [partyLink.connectionId, partyLink.key],
          set: { ...link, updatedAt: sql`now()` },
          setWhere: sql`not (excluded.state = 'asked' and party_link.state <> 'asked' and excluded.problem is null)
            and not (excluded.state = 'creating' and party_link.state in ('linked', 'refused'))`,
        });
    },
  };
}
