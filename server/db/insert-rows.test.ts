import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRows } from './insert-rows.ts';
import { payload, setting } from './schema/index.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('whatever text and JSON is written is read back letter by letter', async () => {
  // NUL is the one character that PostgreSQL stores nowhere.
  const text = fc.string({ unit: 'binary', maxLength: 60 }).map((raw) => raw.replaceAll('\0', '').toWellFormed());
  const value = fc.oneof(
    text,
    fc.record({ a: text, b: fc.array(fc.oneof(text, fc.constant('NULL'), fc.constant('{}'), fc.constant('"'))) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 30 }), async (values) => {
      const rows = values.map((body) => ({ documentId: uuidv7(), body: { body } }));
      await database.db.transaction((tx) => insertRows(tx, payload, rows));
      const found = await database.db.select().from(payload);
      const byId = new Map(found.map((row) => [row.documentId, row.body]));
      for (const { documentId, body } of rows) expect(byId.get(documentId)).toEqual(body);
      await database.db.delete(payload);
    }),
    { numRuns: 60 },
  );
});

test('a transaction that fails after it leaves nothing of it, and one row too many fails it', async () => {
  const row = { name: 'written', value: { days: 1 } };
  const failing = database.db.transaction(async (tx) => {
    await insertRows(tx, setting, [row]);
    throw new Error('later');
  });
  await expect(failing).rejects.toThrow('later');
  expect(await database.db.select().from(setting)).toEqual([]);
  const twice = database.db.transaction((tx) => insertRows(tx, setting, [row, row]));
  await expect(twice).rejects.toMatchObject({ cause: { code: '23505' } });
  await database.db.transaction((tx) => insertRows(tx, setting, [row]));
  expect(await database.db.select().from(setting)).toMatchObject([row]);
});

test('rows that do not name the same columns are refused, and none is written', async () => {
  const rows = [
    { name: 'one', value: 1 },
    { name: 'two', value: 2, updatedBy: 'somebody' },
  ];
  for (const mixed of [rows, rows.toReversed()]) {
    await expect(database.db.transaction((tx) => insertRows(tx, setting, mixed))).rejects.toThrow('different columns');
  }
  expect((await database.db.select().from(setting)).map(({ name }) => name)).not.toContain('one');
});
