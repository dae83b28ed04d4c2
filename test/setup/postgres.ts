import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate, openDatabase } from '#server/db/database.ts';
import { startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';

/** One real PostgreSQL for the whole test run; each test file copies the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  const server = await startEmbeddedPostgres({ folder, disposable: true });
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin.unsafe('create database template_passerelle');
  await admin.end();
  const url = new URL(server.url);
  url.pathname = '/template_passerelle';
  const template = openDatabase(url.href, 2);
  await migrate(template);
  await template.close();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
