import { afterAll, beforeAll, expect, it } from 'vitest';
import { SettingsError } from '#schemas/errors.ts';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import { createVault } from './vault.ts';
import { verifyKey } from './verify-key.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('takes the key of the first start and refuses any other, naming both', async () => {
  const [own, other] = [createVault(Buffer.alloc(32, 1)), createVault(Buffer.alloc(32, 2))];
  await Promise.all([verifyKey(database.db, own), verifyKey(database.db, own)]);
  await verifyKey(database.db, own);
  const refused = verifyKey(database.db, other);
  await expect(refused).rejects.toThrow(SettingsError);
  await expect(refused).rejects.toThrow(new RegExp(`${own.keyId}.*${other.keyId}`));
});

it('refuses a key whose id agrees by chance but which opens nothing', async () => {
  const vault = createVault(Buffer.alloc(32, 3));
  await database.sql`truncate key_check`;
  await database.sql`insert into key_check values (${vault.keyId}, ${`v1:${vault.keyId}:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAA:AAAA`})`;
  await expect(verifyKey(database.db, vault)).rejects.toThrow(SettingsError);
});
