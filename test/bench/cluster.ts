import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate, openDatabase } from '#server/db/database.ts';
import { startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';

/** A PostgreSQL as the product starts it, durable, on a folder that is thrown away afterwards. */
export interface Cluster {
  /** Process id of the postmaster. */
  readonly pid: number;
  /** A fresh, migrated database. */
  readonly makeDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const server = await startEmbeddedPostgres({ folder });
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  const makeDatabase = async () => {
    const name = `bench_${randomBytes(4).toString('hex')}`;
    await admin.unsafe(`create database ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    const database = openDatabase(url.href, 2);
    await migrate(database);
    await database.close();
    return url.href;
  };
  const pid = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const stop = async () => {
    await admin.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { pid, makeDatabase, stop };
}
