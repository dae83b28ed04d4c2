import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { withShortLock } from './short-lock.ts';

/** Documents in one transaction: a tenth of a second at most, so that nobody waits behind it. */
const CHUNK = 2000;

/** Dry runs that are over and older than source documents are kept, as a condition on alias "r". */
function isOldDryRun(payloadDays: number) {
  return sql`r.mode = 'dry' and r.status in ('succeeded', 'partial', 'failed', 'cancelled')
    and r.id < id_floor(now() - make_interval(days => ${payloadDays}))
    and r.created_at < now() - make_interval(days => ${payloadDays})`;
}

export async function countOldDryRuns(db: Database, payloadDays: number): Promise<number> {
  const [row] = await db.execute<{ runs: number }>(
    sql`select count(*)::int as runs from run r where ${isOldDryRun(payloadDays)}`,
  );
  return row?.runs ?? 0;
}

/** @returns false when somebody was busy with them */
async function deleteDocuments(db: Database, runId: string): Promise<boolean> {
  for (;;) {
    const gone = await withShortLock(db, (tx) =>
      tx.execute(sql`
        delete from document where id in (select id from document where run_id = ${runId} limit ${CHUNK}) returning 1`),
    );
    if (gone === null) return false;
    if (gone.length < CHUNK) return true;
  }
}

/**
 * Deletes dry runs, which prove nothing, with all that they made: documents in chunks, the run last. One that was
 * interrupted is found again.
 *
 * @returns how many runs are gone
 */
export async function deleteOldDryRuns(db: Database, payloadDays: number): Promise<number> {
  const runs = await db.execute<{ id: string }>(sql`select r.id from run r where ${isOldDryRun(payloadDays)}`);
  let deleted = 0;
  for (const { id } of runs) {
    if (!(await deleteDocuments(db, id))) continue;
    const gone = await withShortLock(db, async (tx) => {
      await tx.execute(sql`delete from delivery where run_id = ${id}`);
      await tx.execute(sql`delete from file where run_id = ${id}`);
      return tx.execute(sql`delete from run where id = ${id} and mode = 'dry' returning 1`);
    });
    deleted += gone?.length ?? 0;
  }
  return deleted;
}
