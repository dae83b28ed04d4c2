import { eq, sql } from 'drizzle-orm';
import { parseCrontab } from 'graphile-worker';
import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pruning } from '#schemas/api/health.ts';
import { setting, sizeSample } from '../db/schema/index.ts';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import type { EngineServices } from '../jobs/services.ts';
import { addDays, dayOf, dayOfId, firstKeptDay } from './days.ts';
import { enqueueHousekeeping, housekeepingTasks, keepHouse } from './housekeeping.ts';
import { readLastPruning, readRetention, writeLastPruning } from './retention-settings.ts';

const logger = pino({ level: 'silent' });
let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const NONE: Pruning = { at: '', dropped: [], postponed: 0, kept: 0, moved: 0, dryRuns: 0, rows: 0 };

/** When the last pruning was after keeping house now. */
async function prunedAfter(last: Pruning | null, isAsked = false): Promise<string | undefined> {
  if (last) await writeLastPruning(database.db, last);
  await keepHouse(database.db, logger, new Date(), isAsked);
  return (await readLastPruning(database.db))?.at;
}

it('prunes the first time, and then once a day', async () => {
  const first = await prunedAfter(null);
  expect(first).toBeDefined();
  expect(await prunedAfter(null)).toBe(first);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  expect(await prunedAfter({ ...NONE, at: yesterday })).not.toBe(yesterday);
});

it('prunes again the same day for what was postponed, and when a person asks', async () => {
  const at = new Date(Date.now() - 1).toISOString();
  expect(await prunedAfter({ ...NONE, at, postponed: 1 })).not.toBe(at);
  expect(await prunedAfter({ ...NONE, at }, true)).not.toBe(at);
});

it('notes the size of the day and makes the partitions ahead, whether or not it prunes', async () => {
  const { db, sql: raw } = database;
  const ahead = `payload_${addDays(dayOf(new Date()), 7).replaceAll('-', '')}`;
  await raw.unsafe(`drop table ${ahead}`);
  await prunedAfter({ ...NONE, at: new Date().toISOString() });
  expect((await db.select().from(sizeSample)).map((sample) => sample.day)).toEqual([dayOf(new Date())]);
  expect((await raw`select to_regclass(${ahead}) is not null as there`)[0]?.['there']).toBe(true);
});

it('waits in the queue once for each kind of asking, and one at a time', async () => {
  const { db } = database;
  for (const isAsked of [false, true, false, true]) await enqueueHousekeeping(db, isAsked);
  const jobs = await db.execute<{ key: string; queue: string }>(
    sql`select key, queue_name as queue from graphile_worker.jobs order by key`,
  );
  expect([...jobs]).toEqual([
    { key: 'keep-house', queue: 'keep-house' },
    { key: 'keep-house-now', queue: 'keep-house' },
  ]);
});

it('is asked every hour, in the queue that the others wait in', () => {
  const { crontab, tasks } = housekeepingTasks({ db: database.db, logger } as EngineServices);
  const [line] = parseCrontab(crontab ?? '');
  expect(Object.keys(tasks)).toEqual([line?.task]);
  expect(line?.options).toMatchObject({ queueName: 'keep-house', jobKey: 'keep-house', maxAttempts: 3 });
});

it('a setting that nobody can read any more counts as the usual one', async () => {
  await database.db.insert(setting).values({ name: 'retention', value: { traceDays: -4 } });
  expect(await readRetention(database.db)).toEqual({ traceDays: 14, payloadDays: 90, limitBytes: null });
  await database.db.delete(setting).where(eq(setting.name, 'retention'));
});

it('days are those of UTC, and an id tells its own', () => {
  expect(dayOf(new Date('2026-10-31T23:59:59.999Z'))).toBe('2026-10-31');
  expect([addDays('2026-02-27', 2), addDays('2028-02-28', 1), addDays('2026-01-01', -1)]).toEqual([
    '2026-03-01',
    '2028-02-29',
    '2025-12-31',
  ]);
  expect(dayOfId('019a3c4e-7c00-7000-8000-000000000000')).toBe(dayOf(new Date(0x019a3c4e7c00)));
  // 14 days before this instant is in the middle of the 17th: that day is not over its age entirely.
  expect(firstKeptDay(new Date('2026-10-31T12:00:00Z'), 14)).toBe('2026-10-17');
});
