import type { Logger } from 'pino';
import type { Pruning } from '#schemas/api/health.ts';
import type { Database } from '../db/database.ts';
import { deleteOldDryRuns } from './dry-runs.ts';
import { listExpired, readKeptDays } from './kept-days.ts';
import { deleteOldRevisions } from './old-revisions.ts';
import { deleteOldRows } from './old-rows.ts';
import { dropDay, ensurePartitions, moveRest } from './partitions.ts';
import { readRetention, writeLastPruning } from './retention-settings.ts';

/**
 * Removes what is older than its class is kept, and makes the partitions of the days to come. Every step is a short
 * transaction of its own that leaves things whole; killed anywhere, the next call goes on where it was.
 *
 * What it can remove is decided by the database: days of source documents and log lines that nobody needs, dry runs and
 * small rows. It refuses everything that proves a booking.
 */
export async function prune(db: Database, logger: Logger, now: Date): Promise<Pruning> {
  const retention = await readRetention(db);
  await ensurePartitions(db, now);
  const rest = await moveRest(db, now);
  const dryRuns = await deleteOldDryRuns(db, retention.payloadDays);
  const expired = await listExpired(db, retention, now);
  const kept = await readKeptDays(db, expired, null);
  const dropped: Pruning['dropped'][number][] = [];
  let postponed = rest.postponed;
  for (const part of expired) {
    if (part.class === 'payload' && kept.some(({ day }) => day === part.day)) continue;
    const days = part.class === 'payload' ? retention.payloadDays : retention.traceDays;
    const bytes = await dropDay(db, part, days);
    if (bytes === null) postponed += 1;
    else dropped.push({ class: part.class, day: part.day, bytes });
  }
  const rows = (await deleteOldRows(db)) + (await deleteOldRevisions(db, retention.traceDays));
  const done = { at: now.toISOString(), dropped, postponed, kept: kept.length, moved: rest.moved, dryRuns, rows };
  await writeLastPruning(db, done);
  if (postponed > 0) logger.warn({ postponed }, 'old days could not be dropped yet: somebody was busy with them');
  return done;
}
