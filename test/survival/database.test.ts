import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notifyRun } from '#server/jobs/enqueue.ts';
import type { Worker } from '#server/jobs/worker.ts';
import { createRunEvents } from '#server/runs/run-events.ts';
import { SurvivalWorld } from './world.ts';

let world: SurvivalWorld;
let worker: Worker;
/** What the run makes when nobody disturbs it. */
let calm: Awaited<ReturnType<SurvivalWorld['result']>>;
beforeAll(async () => {
  world = await SurvivalWorld.create();
  worker = await world.worker();
  const runId = await world.start();
  await world.ended(runId);
  calm = await world.result(runId);
  expect(calm.status).toBe('partial');
  expect(calm.postings.length).toBeGreaterThan(20);
  expect(calm.files).toHaveLength(1);
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

/** Does something to the database in the middle of a run, and expects the run to end as if nothing had been. */
async function disturbed(disturb: () => Promise<void>): Promise<void> {
  const runId = await world.start();
  await world.untilPage(runId, 2);
  await disturb();
  await world.ended(runId);
  expect(await world.result(runId)).toEqual(calm);
}

it('connections that are cut again and again cost a run nothing but time', async () => {
  await disturbed(async () => {
    const admin = postgres(world.cluster.url, { max: 1, onnotice: () => undefined });
    for (let n = 0; n < 12; n += 1) {
      await admin`select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend'`;
      await sleep(150);
    }
    await admin.end();
  });
}, 120_000);

it('a PostgreSQL that crashes, three times, loses and doubles nothing; the run goes on by itself', async () => {
  await disturbed(async () => {
    for (let n = 0; n < 3; n += 1) {
      await world.cluster.crash();
      await sleep(900);
    }
  });
}, 120_000);

it('a PostgreSQL that is away for a while is waited for', async () => {
  await disturbed(async () => {
    await world.cluster.stop();
    await sleep(5_000);
    await world.cluster.start();
  });
}, 120_000);

it('a full disk stops a run where it is; when there is room again it goes on', async () => {
  const { sql } = world.database;
  await sql.unsafe(`
    create table disk_is_full ();
    create function refuse_when_full() returns trigger language plpgsql as $$ begin
      if to_regclass('disk_is_full') is not null then
        raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
      end if;
      return null;
    end $$;
    drop table disk_is_full;
    create trigger full_document before insert on document execute function refuse_when_full();
    create trigger full_file before insert on file_chunk execute function refuse_when_full();
    create trigger full_posting before insert on posting execute function refuse_when_full();
    create trigger full_log before insert on step_log execute function refuse_when_full();`);
  await disturbed(async () => {
    await sql`create table disk_is_full ()`;
    const before = await sql`select count(*)::int as rows from document`;
    await sleep(2_500);
    expect(await sql`select count(*)::int as rows from document`).toEqual(before);
    await sql`drop table disk_is_full`;
  });
  expect(world.warnings.join('\n')).toContain('53100');
}, 120_000);

it('who watches runs hears of changes again after the connection was lost', async () => {
  const events = createRunEvents(world.database.sql);
  let heard = 0;
  const runId = '00000000-0000-7000-8000-000000000001';
  await events.watch(runId, () => {
    heard += 1;
  });
  await world.cluster.crash();
  // Losing the line counts as a change by itself: something may have been missed.
  await expect.poll(() => heard, { timeout: 30_000 }).toBeGreaterThan(0);
  const before = heard;
  const tell = () => notifyRun(world.database.db, runId).catch(() => undefined);
  await expect.poll(() => tell().then(() => heard), { timeout: 30_000, interval: 200 }).toBeGreaterThan(before);
  await events.close();
}, 90_000);
