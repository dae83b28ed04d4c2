import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type OpenDatabase, openDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test run's PostgreSQL, with a migrated database named "template". */
    postgresUrl: string;
  }
}

export interface TestDatabase extends OpenDatabase {
  readonly drop: () => Promise<void>;
}

/** A database of its own for a test file, copied from the migrated template: real PostgreSQL, milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name} template template_passerelle`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = openDatabase(url.href, 10);
  return {
    ...database,
    drop: async () => {
      await database.close();
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
