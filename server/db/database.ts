import { connect } from 'node:net';
import { join } from 'node:path';
import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import { migrate as migrateSchema } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import postgres from 'postgres';
import { SettingsError } from '#schemas/errors.ts';
import { serverMessages } from '../messages.ts';
import { arrayTypes } from './array-types.ts';
import { PatientSocket } from './patient-socket.ts';
import * as schema from './schema/index.ts';

export type Database = PostgresJsDatabase<typeof schema>;
type Relations = import('drizzle-orm').ExtractTablesWithRelations<typeof schema>;
export type Transaction = PostgresJsTransaction<typeof schema, Relations>;
export type Sql = postgres.Sql;

export interface OpenDatabase {
  readonly db: Database;
  readonly sql: Sql;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Our own socket, for a server that is reached without TLS; the driver makes those with TLS by itself. */
function socketOf(url: string) {
  const { hostname, port, searchParams } = new URL(url);
  const mode = searchParams.get('sslmode') ?? searchParams.get('ssl') ?? 'disable';
  if (mode !== 'disable' && mode !== 'false') return {};
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const socket = () => new PatientSocket(connect({ host, port: port === '' ? 5432 : Number.parseInt(port, 10) }));
  return { socket };
}

/** Opens a pool on a PostgreSQL server. Nothing is contacted before the first query. */
export function openDatabase(url: string, poolSize = 20): OpenDatabase {
  // A connection that is lost is tried again soon: after a restart of the server, heartbeats must not come too late.
  const backoff = (retries: number) => Math.min(2, 0.1 * 2 ** retries);
  const sql = postgres(url, {
    max: poolSize,
    onnotice: () => undefined,
    backoff,
    fetch_types: false,
    types: arrayTypes,
    ...socketOf(url),
  });
  return { db: drizzle(sql, { schema }), sql, url, close: () => sql.end({ timeout: 5 }) };
}

/** Where a database is, without its password: fit to be shown. */
export function databaseAddress(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || '5432'}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

// Any fixed number will do: it only has to be ours alone within the database.
const MIGRATION_LOCK = 7_267_731;

/**
 * Brings the schema up to date. Several processes may start at once: one migrates, the others wait.
 *
 * @throws SettingsError when the server cannot be reached, refuses us, or holds something that is not ours
 */
export async function migrate(database: OpenDatabase): Promise<void> {
  // A session of its own: the lock lives as long as it does.
  const session = postgres(database.url, { max: 1, onnotice: () => undefined, fetch_types: false });
  await session`select pg_advisory_lock(${MIGRATION_LOCK})`.catch(async (cause: unknown) => {
    await session.end({ timeout: 1 });
    const detail =
      cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
    const server = databaseAddress(database.url);
    throw new SettingsError(serverMessages.build.database_unreachable({ server, detail }), { cause });
  });
  try {
    await migrateSchema(database.db, { migrationsFolder: join(import.meta.dirname, 'migrations') });
    await runMigrations({ connectionString: database.url });
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const detail = reason instanceof Error ? reason.message : String(reason);
    throw new SettingsError(serverMessages.build.migration_failed({ server: databaseAddress(database.url), detail }), {
      cause,
    });
  } finally {
    await session.end({ timeout: 5 });
  }
}
