import { sql } from 'drizzle-orm';
import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '#server/db/database.ts';
import { hold, hook, hookEvent, outbox, payload, schedule, scheduleSlot, stepLog } from '#server/db/schema/index.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { measureDatabase } from '#server/health/sizes.ts';
import { listPartitions } from '#server/retention/partitions.ts';
import { prune } from '#server/retention/prune.ts';
import { readDropped, writeRetention } from '#server/retention/retention-settings.ts';
import { countProof, daysAgo, idOn, makePartitions, type PlantedFlow, plantFlow, plantRun } from './planted-days.ts';

const silent = pino({ level: 'silent' });
let database: TestDatabase;
let db: Database;
let planted: PlantedFlow;
beforeEach(async () => {
  database = await testDatabase();
  ({ db } = database);
  planted = await plantFlow(db);
});
afterEach(() => database.drop());

async function daysOf(of: 'payload' | 'trace', with_: Database = db): Promise<string[]> {
  return (await listPartitions(with_)).filter((part) => part.class === of).map((part) => part.day);
}

const pruneNow = (on: Database = db) => prune(on, silent, new Date());

it('drops days past their age whole, and the room that they took is free again', async () => {
  for (const days of [200, 91, 90, 15, 14]) {
    await makePartitions(db, daysAgo(days));
    await plantRun(db, planted, { day: daysAgo(days) });
  }
  const before = await measureDatabase(db);
  const done = await pruneNow();
  const after = await measureDatabase(db);
  expect(done.dropped.map(({ class: of, day }) => `${of} ${day}`).sort()).toEqual(
    [200, 91]
      .flatMap((days) => [`payload ${daysAgo(days)}`])
      .concat([200, 91, 90, 15].map((days) => `trace ${daysAgo(days)}`))
      .sort(),
  );
  expect(done).toMatchObject({ postponed: 0, kept: 0, dryRuns: 0 });
  const freed = done.dropped.reduce((total, part) => total + part.bytes, 0);
  expect(freed).toBeGreaterThan(100_000);
  expect(before.byClass.payload - after.byClass.payload).toBeGreaterThan(50_000);
  expect(before.bytes - after.bytes).toBeGreaterThanOrEqual(freed * 0.9);
  expect(await readDropped(db)).toEqual({
    trace: { before: daysAgo(14), days: 14 },
    payload: { before: daysAgo(90), days: 90 },
  });
});

it('leaves every proof where it is', async () => {
  for (const days of [4000, 100, 20]) {
    await makePartitions(db, daysAgo(days));
    await plantRun(db, planted, { day: daysAgo(days) });
  }
  const before = await countProof(db);
  expect(before).toMatchObject({ posting: 60, document: 120, bodies: 60, file_chunk: 3 });
  await pruneNow();
  expect(await countProof(db)).toEqual(before);
  expect(await db.select().from(payload)).toHaveLength(20);
});

it('keeps the source documents of runs that are not over, and says which runs', async () => {
  const [stuck, waiting, over] = [daysAgo(120), daysAgo(110), daysAgo(100)];
  for (const day of [stuck, waiting, over]) await makePartitions(db, day);
  await plantRun(db, planted, { day: stuck, status: 'failed' });
  const review = await plantRun(db, planted, { day: waiting, status: 'in-review' });
  await plantRun(db, planted, { day: over });
  const done = await pruneNow();
  expect(done.kept).toBe(2);
  expect(done.dropped.filter((part) => part.class === 'payload').map((part) => part.day)).toEqual([over]);
  expect(await db.select().from(payload)).toHaveLength(40);
  await db.execute(sql`update run set status = 'cancelled' where id = ${review}`);
  expect((await pruneNow()).dropped).toMatchObject([{ class: 'payload', day: waiting }]);
  expect(await daysOf('payload')).toContain(stuck);
});

it('keeps the source documents that held documents can be tried again with, until they are left out', async () => {
  const day = daysAgo(100);
  await makePartitions(db, day);
  const runId = await plantRun(db, planted, { day, status: 'partial' });
  const [{ id: documentId } = { id: '' }] = await db.execute<{ id: string }>(
    sql`select id from document where run_id = ${runId} and kind = 'sales-document' limit 1`,
  );
  const message = { code: 'x', params: {}, text: 'Held', remedy: null, field: null };
  const of = { ...planted, runId, version: 1, documentId, nodeId: 'orders', documentKey: '0', hash: 'h' };
  await db.insert(hold).values({ ...of, outcome: 'held', code: 'x', cause: 'c', message, label: 'Order 0' });
  expect(await pruneNow()).toMatchObject({ kept: 1 });
  expect(await daysOf('payload')).toContain(day);
  await db.update(hold).set({ dismissedAt: new Date() });
  expect(await pruneNow()).toMatchObject({ kept: 0 });
  expect(await daysOf('payload')).not.toContain(day);
});

it('deletes dry runs whole once they are old, and real ones never', async () => {
  const old = daysAgo(100);
  await makePartitions(db, old);
  await makePartitions(db, daysAgo(80));
  await plantRun(db, planted, { day: old, mode: 'dry', status: 'partial' });
  const [live, young] = [
    await plantRun(db, planted, { day: old }),
    await plantRun(db, planted, { day: daysAgo(80), mode: 'dry' }),
  ];
  expect(await pruneNow()).toMatchObject({ dryRuns: 1 });
  const runs = await db.execute<{ id: string }>(sql`select id from run order by id`);
  expect(runs.map((row) => row.id)).toEqual([live, young]);
  expect(await countProof(db)).toMatchObject({ document: 80, outcome: 40, file: 2, file_chunk: 2, posting: 20 });
});

it('forgets small rows after their time, but no delivery of a webhook that is still needed', async () => {
  const day = daysAgo(500);
  const at = new Date(`${day}T12:00:00Z`);
  const done = await plantRun(db, planted, { day: daysAgo(40), documents: 0 });
  const failed = await plantRun(db, planted, { day: daysAgo(40), documents: 0, status: 'failed' });
  const { workspaceId, flowId } = planted;
  const hookId = uuidv7();
  await db
    .insert(hook)
    .values({ id: hookId, workspaceId, flowId, nodeId: 'orders', sealedSecret: '', status: 'active' });
  const event = { hookId, topic: 'order.updated', keys: ['1'], receivedAt: at };
  await db.insert(hookEvent).values([
    { ...event, deliveryId: 'taken up', runId: done },
    { ...event, deliveryId: 'of a failed run', runId: failed },
    { ...event, deliveryId: 'waiting' },
    { ...event, deliveryId: 'young', runId: done, receivedAt: new Date() },
  ]);
  const scheduleId = uuidv7();
  const rule = { recurrence: {}, rule: '', zone: 'Europe/Brussels', startsOn: '2020-01-01' };
  await db.insert(schedule).values({ id: scheduleId, workspaceId, flowId, ...rule });
  await db.insert(scheduleSlot).values([
    { scheduleId, at, status: 'started' },
    { scheduleId, at: new Date(at.getTime() + 1), status: 'waiting' },
    { scheduleId, at: new Date(), status: 'skipped' },
  ]);
  const end = { workspaceId, runId: done, flowId, status: 'failed', at };
  await db.insert(outbox).values([{ ...end, handledAt: at }, end, { ...end, handledAt: new Date() }]);
  await db.execute(sql`select graphile_worker.add_job('gone', max_attempts => 1)`);
  await db.execute(sql`update graphile_worker._private_jobs set attempts = 1, updated_at = now() - interval '2 days'`);
  await db.execute(sql`select graphile_worker.add_job('waiting')`);
  expect(await pruneNow()).toMatchObject({ rows: 4 });
  const events = await db.select().from(hookEvent);
  expect(events.map((row) => row.deliveryId).sort()).toEqual(['of a failed run', 'waiting', 'young']);
  expect(await db.select().from(scheduleSlot)).toHaveLength(2);
  expect(await db.select().from(outbox)).toHaveLength(2);
  const jobs = await db.execute<{ task: string }>(sql`select task_identifier as task from graphile_worker.jobs`);
  expect(jobs.map((row) => row.task)).toEqual(['waiting']);
});

it('moves the rows of past days out of the remainder, keeps those of today there, and drops what is old of them', async () => {
  const [old, recent, today] = [daysAgo(30), daysAgo(3), daysAgo(0)];
  await database.sql.unsafe(`drop table payload_${today.replaceAll('-', '')}, step_log_${today.replaceAll('-', '')}`);
  for (const day of [old, recent, today]) await plantRun(db, planted, { day });
  expect((await database.sql`select count(*)::int as n from payload_rest`)[0]?.['n']).toBe(60);
  expect(await pruneNow()).toMatchObject({ moved: 80, postponed: 0, dropped: [{ class: 'trace', day: old }] });
  expect((await database.sql`select count(*)::int as n from payload_rest`)[0]?.['n']).toBe(20);
  expect(await db.select().from(payload)).toHaveLength(60);
  expect(await db.select().from(stepLog)).toHaveLength(40);
  expect(await daysOf('payload')).toEqual(expect.arrayContaining([old, recent]));
  expect(await daysOf('payload')).not.toContain(today);
  const indexes = `select count(*)::int as n from pg_indexes where tablename = 'step_log_${recent.replaceAll('-', '')}'`;
  expect((await database.sql.unsafe(indexes))[0]?.['n']).toBe(3);
});

it('makes partitions for today and a week ahead', async () => {
  await database.sql.unsafe(`drop table payload_${daysAgo(-2).replaceAll('-', '')}`);
  await pruneNow();
  const week = [0, -1, -2, -3, -4, -5, -6, -7].map(daysAgo);
  expect(await daysOf('payload')).toEqual(week);
  expect(await daysOf('trace')).toEqual(week);
});

it('lets a run that is writing go first, and comes back for the day later', async () => {
  const day = daysAgo(40);
  await makePartitions(db, day);
  await plantRun(db, planted, { day });
  const reader = openDatabase(database.url, 1);
  let stopped = false;
  const reading = reader.sql.begin(async (tx) => {
    await tx`select count(*) from step_log`;
    while (!stopped) await tx`select pg_sleep(0.02)`;
  });
  const pruning = pruneNow();
  // While the pruning waits for its lock, others wait behind it for a quarter of a second at most.
  const written = db.insert(stepLog).values({
    id: idOn(daysAgo(0)),
    runId: uuidv7(),
    at: new Date(),
    level: 'info',
    message: { code: 'x', params: {}, text: 'x', remedy: null, field: null },
  });
  await expect(written).resolves.toBeDefined();
  expect(await pruning).toMatchObject({ postponed: 1, dropped: [] });
  expect(await readDropped(db)).toEqual({});
  stopped = true;
  await reading;
  await reader.close();
  expect(await pruneNow()).toMatchObject({ postponed: 0, dropped: [{ class: 'trace', day }] });
});

it('shorter times drop more, and longer ones nothing', async () => {
  const day = daysAgo(10);
  await makePartitions(db, day);
  await plantRun(db, planted, { day });
  expect((await pruneNow()).dropped).toEqual([]);
  await writeRetention(db, { traceDays: 5, payloadDays: 7, limitBytes: null }, 'someone');
  expect((await pruneNow()).dropped).toMatchObject([{ class: 'payload' }, { class: 'trace' }]);
});
