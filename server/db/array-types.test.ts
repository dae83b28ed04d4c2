import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workerProcess } from './schema/index.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const HARD = [
  'plain',
  'with, comma',
  'with "quotes" and \\backslash\\',
  '{braces}',
  '',
  'NULL',
  'é ü 漢',
  'two\nlines',
];

it('texts come back from an array as they went in, by the driver and by the schema', async () => {
  const { sql, db } = database;
  const [row] = await sql`select ${HARD}::text[] as texts, array['a', null]::text[] as some, '{}'::text[] as none`;
  expect(row).toEqual({ texts: HARD, some: ['a', null], none: [] });
  const id = uuidv7();
  await db.insert(workerProcess).values({ id, lockIds: HARD });
  expect((await db.select().from(workerProcess).where(eq(workerProcess.id, id)))[0]?.lockIds).toEqual(HARD);
  expect((await sql`select lock_ids from worker_process where id = any(${[id]}::uuid[])`)[0]?.['lock_ids']).toEqual(
    HARD,
  );
});

it('whole numbers and ids too', async () => {
  const id = uuidv7();
  const [row] = await database.sql`
    select ${[1, -2, 3]}::int[] as numbers, array[${id}::uuid] as ids, array[9007199254740993]::bigint[] as big`;
  expect(row).toEqual({ numbers: [1, -2, 3], ids: [id], big: ['9007199254740993'] });
});
