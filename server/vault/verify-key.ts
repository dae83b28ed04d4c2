import { SettingsError } from '#schemas/errors.ts';
import type { Database } from '../db/database.ts';
import { keyCheck } from '../db/schema/index.ts';
import type { Vault } from './vault.ts';
import { vaultMessages } from './vault-messages.ts';

/** No row has this id: the check value belongs to the installation itself. */
const OWNER = { workspaceId: '', connectionId: 'key-check' };

/**
 * Refuses to go on with a key that cannot read this database; the first start stores the value to check against.
 * Two processes that start at once on an empty database with different keys: the second one is refused.
 *
 * @throws SettingsError that names both key ids and says where the right key may be
 */
export async function verifyKey(db: Database, vault: Vault): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute('lock table key_check in share row exclusive mode');
    const known = await tx.select().from(keyCheck);
    if (known.length === 0) {
      await tx.insert(keyCheck).values({ keyId: vault.keyId, sealed: vault.seal({ check: vault.keyId }, OWNER) });
      return;
    }
    const own = known.find((row) => row.keyId === vault.keyId);
    if (!own) {
      const expected = known.map((row) => row.keyId).join(', ');
      throw new SettingsError(vaultMessages.build.wrong_key({ expected, found: vault.keyId }));
    }
    // Eight digits of a hash may agree by chance; a value that opens cannot.
    vault.open(own.sealed, OWNER);
  });
}
