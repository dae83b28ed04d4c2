import { statfs } from 'node:fs/promises';
import type { DayClass, Retention, SystemHealth } from '#schemas/api/health.ts';
import type { Database } from '../db/database.ts';
import { dayOf } from '../retention/days.ts';
import { listExpired, readKeptDays } from '../retention/kept-days.ts';
import { type DayPartition, listPartitions } from '../retention/partitions.ts';
import { daysUntil, growthPerDay } from './forecast.ts';
import { measureDatabase, readSizeSamples } from './sizes.ts';

/** Free bytes of the disk that the embedded database is on; null when it is elsewhere or cannot be asked. */
async function freeBytes(dataFolder: string | null): Promise<number | null> {
  if (dataFolder === null) return null;
  const disk = await statfs(dataFolder).catch(() => null);
  return disk === null ? null : disk.bavail * disk.bsize;
}

/** The days of a class that have come; those made ahead are empty. */
function sumClass(of: DayClass, partitions: readonly DayPartition[], today: string) {
  const own = partitions.filter((part) => part.class === of && part.day <= today);
  const bytes = own.reduce((total, part) => total + part.bytes, 0);
  return { class: of, days: own.length, bytes, from: own[0]?.day ?? null, to: own.at(-1)?.day ?? null };
}

/** Where the growth ends: the size that a person set, else what the disk still holds. */
async function findLimit(retention: Retention, bytes: number, dataFolder: string | null) {
  if (retention.limitBytes !== null) return { bytes: retention.limitBytes, from: 'setting' as const };
  const free = await freeBytes(dataFolder);
  return free === null ? null : { bytes: bytes + free, from: 'disk' as const };
}

export interface StorageQuestion {
  readonly retention: Retention;
  readonly workspaceId: string;
  readonly dataFolder: string | null;
  readonly now: Date;
}

/** How much room the data takes, how fast that grows and how long it will do. */
export async function readStorage(db: Database, question: StorageQuestion): Promise<SystemHealth['storage']> {
  const { retention, workspaceId, dataFolder, now } = question;
  const [{ bytes, byClass }, samples, partitions, expired] = await Promise.all([
    measureDatabase(db),
    readSizeSamples(db),
    listPartitions(db),
    listExpired(db, retention, now),
  ]);
  const growth = growthPerDay(samples);
  const limit = await findLimit(retention, bytes, dataFolder);
  return {
    bytes,
    byClass,
    samples,
    growthPerDay: growth,
    limit,
    daysLeft: limit === null ? null : daysUntil(limit.bytes, bytes, growth),
    partitions: [sumClass('payload', partitions, dayOf(now)), sumClass('trace', partitions, dayOf(now))],
    kept: await readKeptDays(db, expired, workspaceId),
  };
}
