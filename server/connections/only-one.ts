import { and, eq, ne } from 'drizzle-orm';
import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database, Transaction } from '../db/database.ts';
import { connection } from '../db/schema/index.ts';
import { connectionMessages } from './connection-messages.ts';

interface Compared {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Whose account it is, as a text to compare; null for a system that does not mind, or when a field is empty. */
function accountOf(type: ConnectionType | undefined, fields: Compared['fields']): string | null {
  const values = (type?.onlyOnePer ?? []).map((name) =>
    String(fields[name] ?? '')
      .trim()
      .toLowerCase(),
  );
  return values.length === 0 || values.includes('') ? null : JSON.stringify(values);
}

/**
 * Warnings about other connections with the same account, on a system that lets an account have one only: there the last
 * one that signs in ends the others without a word, and their flows stop.
 */
export function warnOfOthers(
  type: ConnectionType | undefined,
  one: Pick<Compared, 'id' | 'fields'>,
  all: readonly Compared[],
): Message[] {
  const account = accountOf(type, one.fields);
  if (!type || account === null) return [];
  return all
    .filter((other) => other.id !== one.id && other.type === type.id && accountOf(type, other.fields) === account)
    .map(({ name }) => connectionMessages.build.only_one({ name, system: type.texts.title.en }));
}

/** The other connections of a type in a workspace; none are read for a type that does not mind. */
export async function othersOf(
  db: Database | Transaction,
  workspaceId: string,
  type: ConnectionType | undefined,
  id: string | null,
): Promise<Compared[]> {
  if (!type?.onlyOnePer) return [];
  const { fields, name, type: typeColumn } = connection;
  const inScope = and(eq(connection.workspaceId, workspaceId), eq(typeColumn, type.id));
  return db
    .select({ id: connection.id, type: typeColumn, name, fields })
    .from(connection)
    .where(id === null ? inScope : and(inScope, ne(connection.id, id)));
}
