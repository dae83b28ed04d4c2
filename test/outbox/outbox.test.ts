import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { EndStatus } from '#schemas/api/follows.ts';
import { type Notice, noticeSchema } from '#schemas/documents/notice.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { flow, follow, outbox, run } from '#server/db/schema/index.ts';
import { saveFollow } from '#server/follows/follows.ts';
import { cancelRun, resumeRun } from '#server/jobs/control.ts';
import { startWorker } from '#server/jobs/worker.ts';
import { handleRunEnds } from '#server/outbox/handle-run-ends.ts';
import { noticeOf } from '#server/outbox/notice-of.ts';
import { timeOutRuns } from '#server/outbox/time-out-runs.ts';
import { wakeLostRuns } from '#server/outbox/wake-lost-runs.ts';
import { EngineHarness } from '../engine/harness.ts';
import { recordedCases } from '../template/recorded-shop.ts';
import { alertFlow } from './alert-flow.ts';

const CALLER = { userId: 'ada', workspaceId: HEADLESS_WORKSPACE, role: 'editor' } as const;
const FAILURES: readonly EndStatus[] = ['partial', 'failed', 'cancelled'];
const names = (await recordedCases()).map(({ name }) => name);

let engine: EngineHarness;
let shop: FakeShop;
let receiver: Receiver;
let watched: string;
let alert: string;

beforeAll(async () => {
  engine = await EngineHarness.create([0, 0]);
});
afterAll(() => engine.database.drop());

beforeEach(async () => {
  shop = await startFakeShop({ shop: shopOf(names.map(recordedCase)) });
  receiver = await startReceiver({ manner: 'key' });
  watched = await engine.publish(shop, { perPage: 100, fileName: `test-${crypto.randomUUID().slice(0, 8)}` });
  await rename(watched, 'Sales to the books');
  alert = await publishAlert();
  await saveFollow(engine.database.db, CALLER, alert, { after: watched, statuses: FAILURES });
});
afterEach(async () => {
  await engine.database.sql`delete from follow`;
  await engine.database.sql`update run set status = 'cancelled' where status in ('queued', 'running')`;
  await engine.database.sql`delete from graphile_worker._private_jobs`;
  await engine.database.sql`update outbox set handled_at = now() where handled_at is null`;
  await Promise.all([shop.close(), receiver.close()]);
});

/** The command line knows a flow by its name: each test has flows of its own. */
async function rename(flowId: string, name: string): Promise<void> {
  await engine.database.sql`update flow set name = ${`${name} ${flowId}`}, is_on = true where id = ${flowId}`;
}

async function publishAlert(): Promise<string> {
  const connection = { type: 'http-target', fields: { ...receiver.fields, ...receiver.secrets } };
  const id = await engine.publishFlow(alertFlow('Alert'), shop, { alert: connection });
  await rename(id, 'Alert');
  return id;
}

function followers(flowId = alert) {
  return engine.database.db.select().from(run).where(eq(run.flowId, flowId)).orderBy(run.id);
}

/** Handles what has ended, and takes what was started by it to its end. */
async function settle(): Promise<void> {
  await handleRunEnds(engine.services);
  for (const one of await followers()) if (one.status === 'queued') await engine.drain(one.id);
}

function told(): Notice[] {
  return receiver.bookings.map(({ body }) => noticeSchema.parse(JSON.parse(body)));
}

/** Runs that have ended, without the work of getting there: the trigger in the database does not ask who ended them. */
async function endMany(count: number, status: EndStatus): Promise<string[]> {
  const rows = await engine.database.db
    .insert(run)
    .values(
      Array.from({ length: count }, () => ({
        workspaceId: HEADLESS_WORKSPACE,
        flowId: watched,
        version: 1,
        bindings: {},
        trigger: 'manual' as const,
        mode: 'live' as const,
      })),
    )
    .returning({ id: run.id });
  await engine.database
    .sql`update run set status = ${status}, finished_at = now() where flow_id = ${watched} and status = 'queued'`;
  return rows.map((row) => row.id);
}

/** Handles in a process of its own, which is killed at that moment. */
async function handleAndDie(moment: 'before-commit' | 'after-commit'): Promise<NodeJS.Signals | null> {
  const order = JSON.stringify({ url: engine.database.url, moment });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'mortal-handler.ts')], {
    env: { ...process.env, MORTAL_HANDLER: order },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let problems = '';
  child.stderr.on('data', (text) => (problems += String(text)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (signal === null) throw new Error(`it lived on: ${code} ${problems}`);
  return signal;
}

describe('a flow that handles failures is told', () => {
  it('of a run in which documents were held, with the causes and their numbers', async () => {
    const runId = await engine.start(watched);
    expect(await engine.drain(runId)).toBe('partial');
    await settle();
    const [notice] = told();
    expect(receiver.bookings).toHaveLength(1);
    expect(notice).toMatchObject({
      flow: { id: watched },
      run: { id: runId, status: 'partial', path: `/runs/${runId}` },
    });
    expect(notice?.counts).toEqual(await engine.counts(runId));
    expect(notice?.counts.held).toBe(2);
    expect(notice?.causes.map((cause) => cause.message.code)).toContain('entry.currency_without_rate');
    expect(notice?.causes.reduce((sum, cause) => sum + cause.count, 0)).toBe(2);
    for (const secret of Object.values(shop.secrets)) expect(JSON.stringify(notice)).not.toContain(secret);
  });

  it('of a run that failed, with the reason; resumed and failed again, it is told of again', async () => {
    shop.misbehave({ kind: 'refuse-credentials' }, { times: 1000 });
    const runId = await engine.start(watched);
    expect(await engine.drain(runId)).toBe('failed');
    await settle();
    expect(told()).toMatchObject([{ run: { id: runId, status: 'failed' } }]);
    expect(told()[0]?.problem?.code).toMatch(/^woocommerce\./);
    await resumeRun(engine.database.db, runId);
    await settle();
    expect(told()).toHaveLength(1);
    expect(await engine.drain(runId)).toBe('failed');
    await settle();
    expect(told().map((notice) => notice.run.status)).toEqual(['failed', 'failed']);
    expect(new Set(told().map((notice) => notice.id)).size).toBe(2);
  });

  it('of a run that a person cancelled', async () => {
    const runId = await engine.start(watched);
    await engine.step(runId);
    expect(await cancelRun(engine.database.db, runId)).toBe(true);
    await settle();
    expect(told()).toMatchObject([{ run: { id: runId, status: 'cancelled' } }]);
  });

  it('of a run whose process was killed again and again until its time was over', async () => {
    const runId = await engine.start(watched);
    await engine.step(runId);
    await engine.database.sql`delete from graphile_worker._private_jobs`;
    await engine.database.sql`update run set active_since = now() - interval '1441 minutes' where id = ${runId}`;
    expect(await timeOutRuns(engine.database.db)).toBe(1);
    expect((await engine.status(runId)).problem).toMatchObject({
      code: 'run-end.timed_out',
      params: { minutes: '1440' },
    });
    await settle();
    expect(told()).toMatchObject([{ run: { id: runId, status: 'failed' }, problem: { code: 'run-end.timed_out' } }]);
  });

  it('F-08 and of nothing else: neither of a success nor of a dry run', async () => {
    await endMany(3, 'succeeded');
    const dry = await engine.start(watched);
    await engine.database.sql`update run set mode = 'dry' where id = ${dry}`;
    expect(await engine.drain(dry)).toBe('partial');
    await settle();
    expect(await followers()).toEqual([]);
  });

  it('by a receiver that lost its answer, once all the same', async () => {
    receiver.misbehave({ kind: 'drop-answer' });
    await endMany(1, 'failed');
    await settle();
    const [one] = await followers();
    for (let tries = 0; tries < 5 && one && (await engine.status(one.id)).status !== 'succeeded'; tries += 1) {
      await resumeRun(engine.database.db, one.id);
      await engine.database.sql`update posting set ask_after = now() - interval '1 minute' where run_id = ${one.id}`;
      await engine.drain(one.id);
    }
    expect(told()).toHaveLength(1);
    expect(one && (await engine.status(one.id)).status).toBe('succeeded');
  });
});

describe('the handler of ends', () => {
  const handled = async () =>
    (await engine.database.db.select().from(outbox).where(isNull(outbox.handledAt))).length === 0;

  it('killed before its commit has done nothing, and the next one does it once', { timeout: 60_000 }, async () => {
    await endMany(3, 'failed');
    expect(await handleAndDie('before-commit')).toBe('SIGKILL');
    expect(await followers()).toEqual([]);
    expect(await handled()).toBe(false);
    await handleRunEnds(engine.services);
    expect(await followers()).toHaveLength(3);
    expect(await handled()).toBe(true);
  });

  it('killed after its commit is run again by the queue, and starts nothing more', { timeout: 60_000 }, async () => {
    await endMany(3, 'failed');
    expect(await handleAndDie('after-commit')).toBe('SIGKILL');
    expect(await followers()).toHaveLength(3);
    await handleRunEnds(engine.services);
    expect(await followers()).toHaveLength(3);
    // Even if the mark itself were lost.
    await engine.database.sql`update outbox set handled_at = null where flow_id = ${watched}`;
    await handleRunEnds(engine.services);
    expect(await followers()).toHaveLength(3);
  });

  it('is one of four at once, and each of 250 ends starts exactly one run', async () => {
    const ended = await endMany(250, 'failed');
    await Promise.all(Array.from({ length: 4 }, () => handleRunEnds(engine.services)));
    await handleRunEnds(engine.services);
    const started = await followers();
    expect(started.map((one) => one.parentId).sort()).toEqual(ended.sort());
    expect(new Set(started.map((one) => one.triggerKey)).size).toBe(250);
    expect(await handled()).toBe(true);
  });

  it('is woken by a job that is written with the end, whoever ends the run', async () => {
    await engine.database.sql`delete from graphile_worker._private_jobs`;
    const jobs = () => engine.database.sql`
      select key from graphile_worker.jobs where task_identifier = 'handle-run-ends'`;
    await expect(
      engine.database.db.transaction(async (tx) => {
        const [row] = await tx
          .insert(run)
          .values({
            workspaceId: HEADLESS_WORKSPACE,
            flowId: watched,
            version: 1,
            bindings: {},
            trigger: 'manual',
            mode: 'live',
          })
          .returning({ id: run.id });
        await tx
          .update(run)
          .set({ status: 'failed' })
          .where(eq(run.id, row?.id ?? ''));
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await jobs()).toHaveLength(0);
    await endMany(20, 'failed');
    expect(await jobs()).toHaveLength(1);
  });

  it('takes up no job that stands for an end which is not committed yet', async () => {
    const { sql } = engine.database;
    const [one, two] = [await engine.start(watched), await engine.start(watched)];
    const free = () =>
      sql`select id from graphile_worker._private_jobs where key like 'run-ends:%' for update skip locked`;
    await sql`delete from graphile_worker._private_jobs where key like 'run-ends:%'`;
    await sql.begin(async (tx) => {
      await tx`update run set status = 'failed' where id = ${one}`;
      expect(await free()).toHaveLength(0);
      // The next end of the same connection finds this job, waiting: one for both.
      await tx`update run set status = 'failed' where id = ${two}`;
      expect(await free()).toHaveLength(0);
    });
    expect(await free()).toHaveLength(1);
    await sql`update run set status = 'running' where id = ${one}`;
    const connection = await sql.reserve();
    try {
      await connection`delete from graphile_worker._private_jobs where key like 'run-ends:%'`;
      await connection`update run set status = 'failed' where id = ${one}`;
      await connection`update run set status = 'running' where id = ${two}`;
      await connection`begin`;
      await connection`update run set status = 'failed' where id = ${two}`;
      expect(await free()).toHaveLength(0);
      await connection`commit`;
      expect(await free()).toHaveLength(1);
    } finally {
      connection.release();
    }
  });

  it('leaves an end that cannot be handled for later, and handles the others', async () => {
    const [bad] = await endMany(1, 'failed');
    await endMany(2, 'failed');
    // A follower of a broken row: the trigger of the test refuses exactly this one.
    await engine.database.sql.unsafe(`
      create function refuse_bad() returns trigger language plpgsql as $$
      begin if new.parent_id = '${bad}' then raise exception 'no'; end if; return new; end $$;
      create trigger refuse_bad before insert on run for each row execute function refuse_bad()`);
    try {
      await expect(handleRunEnds(engine.services)).rejects.toThrow();
      expect(await followers()).toHaveLength(2);
    } finally {
      await engine.database.sql.unsafe('drop trigger refuse_bad on run; drop function refuse_bad');
    }
    await handleRunEnds(engine.services);
    expect(await followers()).toHaveLength(3);
  });
});

it('with a worker at work, all of this happens by itself', { timeout: 60_000 }, async () => {
  const worker = await startWorker(engine.services, engine.database.url);
  try {
    const runId = await engine.start(watched);
    await expect.poll(() => receiver.bookings.length, { timeout: 40_000 }).toBe(1);
    expect(told()).toMatchObject([{ run: { id: runId, status: 'partial' } }]);
    await expect
      .poll(async () => (await followers()).map((one) => one.status), { timeout: 10_000 })
      .toEqual(['succeeded']);
  } finally {
    await worker.stop();
  }
  expect(receiver.bookings).toHaveLength(1);
});

describe('what waits for the end of a run', () => {
  it('is woken with it: the next run of a flow that does one at a time', async () => {
    const first = await engine.start(watched);
    await engine.step(first);
    const second = await engine.start(watched);
    const hasJob = async () => {
      const rows = await engine.database.sql`
        select id from graphile_worker._private_jobs where payload->>'runId' = ${second}`;
      return rows.length > 0;
    };
    // It was looked at, found no room and went back to sleep.
    await engine.database.sql`delete from graphile_worker._private_jobs where payload->>'runId' = ${second}`;
    await handleRunEnds(engine.services);
    expect(await hasJob()).toBe(false);
    await cancelRun(engine.database.db, first);
    await handleRunEnds(engine.services);
    expect(await hasJob()).toBe(true);
    await cancelRun(engine.database.db, second);
  });
});

describe('a flow that follows', () => {
  it('starts only while it is switched on', async () => {
    await engine.database.sql`update flow set is_on = false where id = ${alert}`;
    await endMany(1, 'failed');
    await handleRunEnds(engine.services);
    expect(await followers()).toEqual([]);
  });

  it('starts once for one end, though two of its rules speak of it, and is told the period of that run', async () => {
    await saveFollow(engine.database.db, CALLER, alert, { after: null, statuses: ['failed'] });
    const period = { from: '2026-01-01', to: '2026-01-31' };
    const runId = await engine.start(watched, 'cli', period);
    await engine.database.sql`update run set status = 'failed' where id = ${runId}`;
    await handleRunEnds(engine.services);
    expect(await followers()).toMatchObject([
      { parentId: runId, trigger: 'flow', periodFrom: period.from, periodTo: period.to },
    ]);
  });

  it('does not hear of its own failures, nor of those of runs that it has started', async () => {
    const second = await publishAlert();
    await saveFollow(engine.database.db, CALLER, alert, { after: null, statuses: FAILURES });
    await saveFollow(engine.database.db, CALLER, second, { after: null, statuses: FAILURES });
    await endMany(1, 'failed');
    for (let round = 0; round < 8; round += 1) {
      await handleRunEnds(engine.services);
      await engine.database.sql`
        update run set status = 'failed' where status = 'queued' and flow_id in ${engine.database.sql([alert, second])}`;
    }
    // Each hears of the watched run, and each of the other's failure about it; nobody of anything further.
    expect(await followers(alert)).toHaveLength(2);
    expect(await followers(second)).toHaveLength(2);
  });

  it('that cannot be started says why where it is set up, and the others are started', async () => {
    const broken = await publishAlert();
    await saveFollow(engine.database.db, CALLER, broken, { after: watched, statuses: ['failed'] });
    await engine.database.sql`update flow set bindings = '{}' where id = ${broken}`;
    await endMany(1, 'failed');
    await handleRunEnds(engine.services);
    expect(await followers(alert)).toHaveLength(1);
    expect(await followers(broken)).toHaveLength(0);
    const [row] = await engine.database.db
      .select()
      .from(follow)
      .where(and(eq(follow.flowId, broken)));
    expect(row?.problem?.code).toMatch(/^flow\.|^run\./);
  });

  it('is at most five runs away from one that was not started by an end', async () => {
    const chain = [watched];
    for (let index = 0; index < 7; index += 1) {
      const next = await publishAlert();
      await saveFollow(engine.database.db, CALLER, next, { after: chain.at(-1) ?? '', statuses: ['failed'] });
      chain.push(next);
    }
    await endMany(1, 'failed');
    const [, ...rest] = chain;
    for (let round = 0; round < 9; round += 1) {
      await handleRunEnds(engine.services);
      await engine.database.sql`
        update run set status = 'failed' where status = 'queued' and flow_id in ${engine.database.sql(rest)}`;
    }
    const counts = await Promise.all(rest.map(async (id) => (await followers(id)).length));
    expect(counts).toEqual([1, 1, 1, 1, 1, 0, 0]);
    const [row] = await engine.database.db
      .select()
      .from(follow)
      .where(eq(follow.flowId, rest[5] ?? ''));
    expect(row?.problem?.code).toBe('follows.chain_too_long');
  });

  it('when it is tried again still tells of the run that it followed', async () => {
    const [ended] = await endMany(1, 'failed');
    await handleRunEnds(engine.services);
    const [first] = await followers();
    const retry = { trigger: 'retry' as const, triggerKey: null, parentId: first?.id ?? null };
    expect((await noticeOf(engine.database.db, retry))?.run.id).toBe(ended);
    const byHand = { trigger: 'manual' as const, triggerKey: null, parentId: null };
    expect(await noticeOf(engine.database.db, byHand)).toBeNull();
  });
});

describe('the watchdog', () => {
  it('ends a run that has worked for too long, in mid-batch, and what its worker then records is thrown away', async () => {
    const runId = await engine.start(watched);
    await engine.step(runId);
    await engine.database.sql`update run set active_since = now() - interval '2 days' where id = ${runId}`;
    shop.misbehave({ kind: 'throttle', retryAfterSeconds: 1 }, { times: 1 });
    const slow = engine.step(runId);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await timeOutRuns(engine.database.db);
    const before = await engine.counts(runId);
    await slow;
    expect(await engine.counts(runId)).toEqual(before);
    expect((await engine.status(runId)).status).toBe('failed');
  });

  it('counts neither a review nor the time before a failed run was resumed, and a resumed run goes on to its end', async () => {
    const runId = await engine.start(watched);
    await engine.step(runId);
    await engine.database.sql`update run set active_since = now() - interval '2 days' where id = ${runId}`;
    expect(await timeOutRuns(engine.database.db)).toBe(1);
    expect(await timeOutRuns(engine.database.db)).toBe(0);
    expect(await resumeRun(engine.database.db, runId)).toBe(true);
    expect(await timeOutRuns(engine.database.db)).toBe(0);
    expect(await engine.drain(runId)).toBe('partial');
    await engine.database
      .sql`update run set status = 'in-review', active_since = now() - interval '9 days' where id = ${runId}`;
    expect(await timeOutRuns(engine.database.db)).toBe(0);
    await engine.database.sql`update run set status = 'running' where id = ${runId}`;
    expect(await timeOutRuns(engine.database.db)).toBe(0);
    await engine.database.sql`update run set status = 'partial' where id = ${runId}`;
  });

  it('wakes a run that is at work and has lost its job, and no other', async () => {
    const lost = await engine.start(watched);
    const kept = await engine.start(alert);
    await engine.step(lost);
    await engine.database.sql`update run set status = 'running' where id = ${kept}`;
    await engine.database.sql`delete from graphile_worker._private_jobs where payload->>'runId' = ${lost}`;
    expect(await wakeLostRuns(engine.database.db)).toBe(1);
    expect(await wakeLostRuns(engine.database.db)).toBe(0);
    await engine.database.sql`
      update graphile_worker._private_jobs set attempts = max_attempts where payload->>'runId' = ${kept}`;
    expect(await wakeLostRuns(engine.database.db)).toBe(1);
    const [row] = await engine.database.db.select().from(flow).where(eq(flow.id, alert));
    expect(row?.isOn).toBe(true);
  });
});
