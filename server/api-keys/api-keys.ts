import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ApiKey } from '#schemas/api/api-keys.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { apiKey, user } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { apiKeyRefusals } from './api-key-refusals.ts';
import { hashOf, newKeyText, prefixOf } from './key-text.ts';

function present(row: typeof apiKey.$inferSelect, createdBy: string | null): ApiKey {
  const { id, name, prefix, role } = row;
  return {
    ...{ id, name, prefix, role },
    createdBy: createdBy ?? '',
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

/** Keys of the workspace, newest first, revoked ones included. */
export async function listApiKeys(db: Database, caller: Caller): Promise<{ items: ApiKey[] }> {
  const rows = await db
    .select({ key: apiKey, createdBy: user.name })
    .from(apiKey)
    .leftJoin(user, eq(user.id, apiKey.createdBy))
    .where(eq(apiKey.workspaceId, caller.workspaceId))
    .orderBy(desc(apiKey.id));
  return { items: rows.map((row) => present(row.key, row.createdBy)) };
}

/** Makes a key. Its text is returned once and never kept: only its hash is. */
export async function createApiKey(
  db: Database,
  caller: Caller,
  wanted: { readonly name: string; readonly role: ApiKey['role'] },
): Promise<{ key: ApiKey; secret: string }> {
  const secret = newKeyText();
  return db.transaction(async (tx) => {
    const { workspaceId, userId: createdBy } = caller;
    const own = { prefix: prefixOf(secret), hash: hashOf(secret) };
    const [row] = await tx
      .insert(apiKey)
      .values({ workspaceId, createdBy, ...wanted, ...own })
      .returning();
    if (!row) throw new Error('the key was not stored');
    const [maker] = await tx.select({ name: user.name }).from(user).where(eq(user.id, createdBy));
    await audit(tx, caller, 'api_key.created', `api-key:${row.id}`, { name: row.name, role: row.role });
    return { key: present(row, maker?.name ?? null), secret };
  });
}

/** From the next call on the key opens nothing. Revoked twice it does no harm. @throws Refusal 404 */
export async function revokeApiKey(db: Database, caller: Caller, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const own = and(eq(apiKey.id, id), eq(apiKey.workspaceId, caller.workspaceId));
    const { name } = foundOr404(await tx.select().from(apiKey).where(own), apiKeyRefusals.build.missing());
    const revoked = await tx
      .update(apiKey)
      .set({ revokedAt: sql`now()` })
      .where(and(own, isNull(apiKey.revokedAt)))
      .returning({ id: apiKey.id });
    if (revoked.length > 0) await audit(tx, caller, 'api_key.revoked', `api-key:${id}`, { name });
  });
}
