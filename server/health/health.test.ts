import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RetentionPreview, SystemHealth } from '#schemas/api/health.ts';
import {
  auditLog,
  connection,
  connectionHealth,
  flow,
  hold,
  posting,
  schedule,
  sizeSample,
  workerProcess,
} from '../db/schema/index.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { addDays, dayOf } from '../retention/days.ts';
import { takeSizeSample } from './sizes.ts';

let app: TestApp;
let owner: Person;
let workspaceId: string;
let seeded: SeededRun;
beforeAll(async () => {
  app = await startTestApp();
  const person = await app.person();
  ({ call: owner, workspaceId } = person);
  seeded = await seedRun(app.deps.db, workspaceId);
});
afterAll(() => app.close());

async function health(): Promise<SystemHealth> {
  const { status, body } = await owner('GET', '/api/system/health');
  expect(status).toBe(200);
  return body as SystemHealth;
}

const codes = ({ findings }: SystemHealth) => findings.map((finding) => finding.code);

it('says that nobody works, and that a worker which beats is alive', async () => {
  expect(codes(await health())).toContain('system.no_worker');
  await app.deps.db.insert(workerProcess).values([
    { id: uuidv7(), lockIds: [] },
    { id: uuidv7(), lockIds: [], heartbeatAt: sql`now() - interval '17 seconds'` as never },
  ]);
  const seen = await health();
  expect(seen.workers.map((worker) => worker.alive).sort()).toEqual([false, true]);
  expect(codes(seen)).not.toContain('system.no_worker');
});

it('counts jobs by what becomes of them, and finds the oldest that waits', async () => {
  const add = (rest: string) => app.database.sql.unsafe(`select graphile_worker.add_job('x', ${rest})`);
  await add("run_at => now() - interval '6 minutes'");
  await add("run_at => now() - interval '1 minute'");
  await add("run_at => now() + interval '1 hour'");
  await add('max_attempts => 1');
  await app.database.sql`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`;
  const seen = await health();
  expect(seen.queue).toMatchObject({ waiting: 2, working: 0, later: 1, givenUp: 1 });
  expect(Date.parse(seen.at) - Date.parse(seen.queue.oldestWaiting ?? '')).toBeGreaterThanOrEqual(6 * 60_000);
  expect(codes(seen)).toEqual(expect.arrayContaining(['system.queue_late', 'system.jobs_given_up']));
});

it('adds up the money that waits, by currency and to the cent, of this workspace alone', async () => {
  const { db } = app.deps;
  const stranger = await app.person();
  const other = await seedRun(db, stranger.workspaceId);
  const message = { code: 'x', params: {}, text: 'x', remedy: null, field: null };
  const held = (of: SeededRun, workspace: string, key: string, total: string | null, currency: string | null) => ({
    ...{ flowId: of.flowId, workspaceId: workspace, runId: of.runId, documentKey: key, total, currency },
    ...{ documentId: of.sales[0] ?? '', nodeId: 'sales', hash: 'h', version: 1, outcome: 'held' as const },
    ...{ code: 'x', cause: 'x', message, label: 'x' },
  });
  await db
    .insert(hold)
    .values([
      held(seeded, workspaceId, '1', '0.10', 'EUR'),
      held(seeded, workspaceId, '2', '9007199254740993.20', 'EUR'),
      held(seeded, workspaceId, '3', '5', 'USD'),
      held(seeded, workspaceId, '4', null, null),
      { ...held(seeded, workspaceId, '5', '77', 'EUR'), dismissedAt: new Date() },
      held(other, stranger.workspaceId, '1', '1000', 'EUR'),
    ]);
  const claim = (of: SeededRun, workspace: string, key: string, status: 'uncertain' | 'posted') => ({
    ...{ workspaceId: workspace, target: 't', sourceSystem: 's', sourceDocument: key, kind: 'sale', status },
    ...{ flowId: of.flowId, runId: of.runId, entryId: of.entries[0] ?? '', rootId: of.sales[0] ?? '' },
    ...{ number: key, day: '2026-10-31', amount: '12.35', currency: 'EUR', hash: 'h' },
  });
  await db
    .insert(posting)
    .values([
      claim(seeded, workspaceId, '1', 'uncertain'),
      claim(seeded, workspaceId, '2', 'uncertain'),
      claim(seeded, workspaceId, '3', 'posted'),
      claim(other, stranger.workspaceId, '1', 'uncertain'),
    ]);
  const seen = await health();
  expect(seen.held).toEqual({
    count: 4,
    amounts: [
      { currency: 'EUR', amount: '9007199254740993.30' },
      { currency: 'USD', amount: '5.00' },
    ],
  });
  expect(seen.uncertain).toEqual({ count: 2, amounts: [{ currency: 'EUR', amount: '24.70' }] });
  expect(seen.runs).toMatchObject({ queued: 0, running: 0, inReview: 1 });
  expect(codes(seen)).toEqual(expect.arrayContaining(['system.uncertain', 'system.held']));
});

it('names the connection that is left alone and the flow whose schedule is late', async () => {
  const { db } = app.deps;
  await db.insert(connectionHealth).values({ connectionId: seeded.connectionId, state: 'open', retryAt: new Date() });
  await db.update(flow).set({ isOn: true }).where(eq(flow.id, seeded.flowId));
  const due = { flowId: seeded.flowId, workspaceId, recurrence: {}, rule: '', zone: 'UTC', startsOn: '2026-01-01' };
  await db.insert(schedule).values([
    { ...due, nextAt: new Date(Date.now() - 180_000) },
    { ...due, nextAt: new Date(Date.now() - 180_000), paused: true },
    { ...due, nextAt: new Date(Date.now() + 180_000) },
  ]);
  const seen = await health();
  const [named] = await db.select().from(connection).where(eq(connection.id, seeded.connectionId));
  expect(seen.circuits).toMatchObject([{ connection: { name: named?.name }, state: 'open' }]);
  expect(seen.overdue).toMatchObject([{ flow: { name: 'Seeded' } }]);
  expect(codes(seen)).toEqual(expect.arrayContaining(['system.circuit_open', 'system.schedule_late']));
});

it('forecasts from the samples how long a limit will do', async () => {
  const { db } = app.deps;
  await takeSizeSample(db, new Date());
  await takeSizeSample(db, new Date());
  const [today] = await db.select().from(sizeSample);
  if (!today) throw new Error('no sample');
  expect(Object.values(today.byClass).reduce((total, bytes) => total + bytes, 0)).toBe(today.bytes);
  expect((await health()).storage.growthPerDay).toBeNull();
  const before = [1, 2, 3, 4].map((days) => ({
    ...{ day: addDays(dayOf(new Date()), -days), bytes: today.bytes - days * 1_000_000, byClass: today.byClass },
  }));
  await db.insert(sizeSample).values(before);
  const limitBytes = 100_000_000;
  expect((await owner('PUT', '/api/system/retention', { traceDays: 14, payloadDays: 90, limitBytes })).status).toBe(
    200,
  );
  const seen = await health();
  expect(seen.storage.samples).toHaveLength(5);
  expect(seen.storage.growthPerDay).toBe(1_000_000);
  expect(seen.storage.limit).toEqual({ bytes: limitBytes, from: 'setting' });
  expect(seen.storage.daysLeft).toBe(Math.floor((limitBytes - seen.storage.bytes) / 1_000_000));
  expect(seen.storage.partitions).toMatchObject([
    { class: 'payload', days: 1 },
    { class: 'trace', days: 1 },
  ]);
});

it('lets an owner shorten a time after seeing what would go, records it, and does it soon', async () => {
  const { db } = app.deps;
  const day = addDays(dayOf(new Date()), -30);
  for (const parent of ['payload', 'step_log'])
    await db.execute(sql`select add_day_partition(${parent}, ${day}::date)`);
  const shorter = { traceDays: 20, payloadDays: 20, limitBytes: null };
  const preview = (await owner('POST', '/api/system/retention/preview', shorter)).body as RetentionPreview;
  expect(preview).toMatchObject({
    trace: { days: 1, from: day, to: day },
    payload: { days: 1, from: day, to: day },
    dryRuns: 0,
    kept: [],
  });
  expect(preview.trace.bytes).toBeGreaterThan(0);
  await app.database.sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  expect((await owner('PUT', '/api/system/retention', shorter)).status).toBe(200);
  const [noted] = await db.select().from(auditLog).where(eq(auditLog.action, 'retention.changed')).limit(1).offset(1);
  expect(noted?.details).toMatchObject({ before: { payloadDays: 90 }, after: shorter });
  const jobs = await app.database.sql`select task_identifier as task, key from graphile_worker.jobs`;
  expect(jobs.map((job) => job['key'])).toEqual(['keep-house-now']);
  expect((await health()).retention).toEqual(shorter);
});

it('refuses times that are too short, and anybody who is no owner', async () => {
  const set = (body: object, who = owner) => who('PUT', '/api/system/retention', body);
  expect((await set({ traceDays: 0, payloadDays: 90, limitBytes: null })).status).toBe(400);
  expect((await set({ traceDays: 14, payloadDays: 6, limitBytes: null })).status).toBe(400);
  const editor = await app.person({ role: 'editor', workspaceId });
  expect((await set({ traceDays: 14, payloadDays: 90, limitBytes: null }, editor.call)).status).toBe(403);
  expect((await editor.call('POST', '/api/system/retention/preview', {})).status).toBe(403);
  const viewer = await app.person({ role: 'viewer', workspaceId });
  expect((await viewer.call('GET', '/api/system/health')).status).toBe(200);
});

it('gives the same figures to Prometheus, and to nobody without a session', async () => {
  expect((await app.stranger('GET', '/api/metrics')).status).toBe(401);
  const { status, headers, body } = await owner('GET', '/api/metrics');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('version=0.0.4');
  const lines = String(body).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'passerelle_info{version="0.0.0-test"} 1',
      'passerelle_workers 1',
      'passerelle_held_amount{currency="EUR"} 9007199254740993.30',
      'passerelle_uncertain_postings 2',
      'passerelle_runs{status="in_review"} 1',
      'passerelle_open_circuits 1',
      '# TYPE passerelle_queue_jobs gauge',
    ]),
  );
  for (const line of lines.filter((text) => text !== ''))
    expect(line).toMatch(
      /^(# (HELP|TYPE) passerelle_\w+ .+|passerelle_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.]+)$/,
    );
});
