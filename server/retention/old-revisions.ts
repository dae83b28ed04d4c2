import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { withShortLock } from './short-lock.ts';

const CHUNK = 1000;
/** Revisions of each mapping that stay whatever their age: what a person looks back at. */
const KEPT_REVISIONS = 50;

/**
 * Deletes old revisions of mapping tables that explain nothing any more: no run was bound to them, and they are neither
 * among the newest of their mapping nor younger than the log of runs is kept. A run is bound to the present revision
 * only, so that none can take one up meanwhile.
 *
 * @param days how long traces are kept
 * @returns how many are gone
 */
export async function deleteOldRevisions(db: Database, days: number): Promise<number> {
  let deleted = 0;
  for (;;) {
    const gone = await withShortLock(db, (tx) =>
      tx.execute(sql`
        delete from mapping_revision where (mapping_id, revision) in (
          select old.mapping_id, old.revision
          from mapping_revision old join mapping on mapping.id = old.mapping_id
          where old.saved_at < now() - make_interval(days => ${days})
            and old.revision <= mapping.revision - ${KEPT_REVISIONS}
            and (old.mapping_id::text, old.revision::text) not in (
              select pinned.key, pinned.value from run, jsonb_each_text(run.mappings) as pinned
              where run.mappings <> '{}')
          limit ${CHUNK})
        returning 1`),
    );
    deleted += gone?.length ?? 0;
    if (gone === null || gone.length < CHUNK) return deleted;
  }
}
