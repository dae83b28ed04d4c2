import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { hashOf } from './key-text.ts';

/** Whom a key stands for: the person who made it, with the key's own role, in its workspace. */
export interface KeyHolder extends Record<string, unknown> {
  readonly id: string;
  readonly role: 'viewer' | 'editor';
  readonly user_id: string;
  readonly user_name: string;
  readonly user_email: string;
  readonly workspace_id: string;
  readonly workspace_name: string;
}

/**
 * Finds whom a key belongs to; null for one that never was or is revoked. A guess costs the same whatever it looks like:
 * one hash, one look-up. When it was last used is noted once a minute, so that reading does not become writing.
 */
export async function identifyKey(db: Database, key: string): Promise<KeyHolder | null> {
  const hash = hashOf(key);
  const [holder] = await db.execute<KeyHolder>(sql`
    with used as (
      update api_key set last_used_at = now()
      where hash = ${hash} and revoked_at is null
        and (last_used_at is null or last_used_at < now() - interval '1 minute'))
    select k.id, k.role, u.id as user_id, u.name as user_name, u.email as user_email,
      w.id as workspace_id, w.name as workspace_name
    from api_key k join "user" u on u.id = k.created_by join workspace w on w.id = k.workspace_id
    where k.hash = ${hash} and k.revoked_at is null`);
  return holder ?? null;
}
