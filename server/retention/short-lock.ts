import { setTimeout as sleep } from 'node:timers/promises';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';

/** Somebody else holds the lock (lock_timeout), or both waited for each other. */
const BUSY = ['55P03', '40P01'];

/** The code that PostgreSQL gave an error (SQLSTATE); "undefined" for any other error. */
export function sqlStateOf(error: unknown): string {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return String((cause as { code?: unknown } | undefined)?.code);
}

/**
 * A transaction of the pruning. It waits a quarter of a second for a lock and then lets the runs go first, for others
 * wait behind a lock that is waited for; it says what it is, so that the database refuses it all proof.
 *
 * @param pauseMs before the next try, growing; each with some chance, as two processes may prune
 * @returns what `work` returned; null when somebody was busy every time
 */
export async function withShortLock<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
  { tries = 6, pauseMs = 200 } = {},
): Promise<Result | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(async (tx) => {
        await tx.execute(sql`set local lock_timeout = '250ms'`);
        await tx.execute(sql`set local passerelle.pruning = 'on'`);
        return work(tx);
      });
    } catch (error) {
      if (!BUSY.includes(sqlStateOf(error))) throw error;
      if (attempt >= tries) return null;
      await sleep(pauseMs * attempt * (0.5 + Math.random()));
    }
  }
}
