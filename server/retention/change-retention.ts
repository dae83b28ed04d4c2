import type { Retention, RetentionPreview } from '#schemas/api/health.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { countOldDryRuns } from './dry-runs.ts';
import { enqueueHousekeeping } from './housekeeping.ts';
import { listExpired, readKeptDays } from './kept-days.ts';
import type { DayPartition } from './partitions.ts';
import { readRetention, writeRetention } from './retention-settings.ts';

function sumDays(parts: readonly DayPartition[]) {
  const bytes = parts.reduce((total, part) => total + part.bytes, 0);
  return { days: parts.length, bytes, from: parts[0]?.day ?? null, to: parts.at(-1)?.day ?? null };
}

/** What would be gone if data were kept for so long: the same questions that the pruning asks. */
export async function previewRetention(
  db: Database,
  caller: Pick<Caller, 'workspaceId'>,
  retention: Retention,
  now: Date,
): Promise<RetentionPreview> {
  const expired = await listExpired(db, retention, now);
  const kept = await readKeptDays(db, expired, caller.workspaceId);
  const isKept = (part: DayPartition) => kept.some(({ day }) => day === part.day);
  return {
    trace: sumDays(expired.filter((part) => part.class === 'trace')),
    payload: sumDays(expired.filter((part) => part.class === 'payload' && !isKept(part))),
    dryRuns: await countOldDryRuns(db, retention.payloadDays),
    kept,
  };
}

/** Keeps data for so long from now on; what is older goes at once. The change, its record and the job are written together. */
export async function changeRetention(db: Database, caller: Caller, retention: Retention): Promise<Retention> {
  return db.transaction(async (tx) => {
    const before = await readRetention(tx);
    await writeRetention(tx, retention, caller.userId);
    await audit(tx, caller, 'retention.changed', 'system', { before, after: retention });
    await enqueueHousekeeping(tx, true);
    return retention;
  });
}
