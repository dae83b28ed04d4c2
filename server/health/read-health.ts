import { sql } from 'drizzle-orm';
import type { SystemHealth } from '#schemas/api/health.ts';
import type { Caller } from '../auth/caller.ts';
import { countAlarms } from '../controls/list-alarms.ts';
import type { Database } from '../db/database.ts';
import { readLastPruning, readRetention } from '../retention/retention-settings.ts';
import { findTrouble } from './find-trouble.ts';
import { readHeld, readUncertain } from './read-risk.ts';
import { readStorage } from './read-storage.ts';
import { readCircuits, readOverdue, readQueue, readRuns, readWorkers } from './read-workings.ts';

export interface HealthDeps {
  readonly db: Database;
  readonly version: string;
  /** Folder of the embedded database; null when the database is a server of its own. */
  readonly dataFolder: string | null;
}

async function askDatabase(db: Database): Promise<SystemHealth['database']> {
  const started = performance.now();
  const [row] = await db.execute<{ server_version: string }>(sql`show server_version`);
  return { version: row?.server_version ?? '', answeredInMs: Math.ceil(performance.now() - started) };
}

/**
 * How the installation is. What is about money and flows is the caller's workspace's; workers, queue and space are the
 * installation's.
 */
export async function readHealth(
  { db, version, dataFolder }: HealthDeps,
  scope: Pick<Caller, 'workspaceId'>,
  now: Date,
): Promise<SystemHealth> {
  const database = await askDatabase(db);
  const retention = await readRetention(db);
  const { workspaceId } = scope;
  const [storage, workers, queue, runs, held, uncertain, circuits, overdue, pruning, daysThatDiffer] =
    await Promise.all([
      readStorage(db, { retention, workspaceId, dataFolder, now }),
      readWorkers(db),
      readQueue(db),
      readRuns(db, scope),
      readHeld(db, scope),
      readUncertain(db, scope),
      readCircuits(db, scope),
      readOverdue(db, scope),
      readLastPruning(db),
      countAlarms(db, scope),
    ]);
  const facts = {
    ...{ at: now.toISOString(), version, database, storage, workers, queue, runs, held, uncertain, circuits, overdue },
    ...{ retention, pruning, daysThatDiffer },
  };
  return { ...facts, findings: findTrouble(facts) };
}
