import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SettingsError } from '#schemas/errors.ts';
import { migrate, openDatabase } from './database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('keeps a published version as it was published', async () => {
  await database.sql`insert into workspace (id, name, slug) values ('w', 'W', 'w')`;
  const [flow] =
    await database.sql`insert into flow (id, workspace_id, name) values (gen_random_uuid(), 'w', 'F') returning id`;
  await database.sql`insert into flow_version (flow_id, number, definition, hash) values (${flow?.['id']}, 1, '{}', 'h')`;
  await expect(database.sql`update flow_version set note = 'x'`).rejects.toThrow('never changed');
  await expect(database.sql`delete from flow_version`).rejects.toThrow('never changed');
});

it('migrates twice without harm, also from two processes at once', async () => {
  const again = openDatabase(database.url, 2);
  await Promise.all([migrate(database), migrate(again)]);
  await again.close();
  const tables = await database.db.execute(sql`select count(*)::int as n from graphile_worker.jobs`);
  expect(tables[0]).toEqual({ n: 0 });
});

it('says where an unreachable database was looked for, without its password', async () => {
  const nowhere = openDatabase('postgres://someone:s3cret@127.0.0.1:1/books', 1);
  const failure = await migrate(nowhere).catch((error: unknown) => String(error));
  expect(failure).toContain('127.0.0.1:1/books');
  expect(failure).not.toContain('s3cret');
});

it('says in a sentence that a database holds something that is not ours', async () => {
  const foreign = await testDatabase();
  await foreign.sql`drop schema drizzle cascade`;
  const failure = await migrate(foreign).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SettingsError);
  expect(String(failure)).toMatch(/could not be brought up to date: .*already exists/);
  await foreign.drop();
});
