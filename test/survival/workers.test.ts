import { afterAll, beforeAll, expect, it } from 'vitest';
import { SurvivalWorld } from './world.ts';

let world: SurvivalWorld;
/** What the run makes when nobody disturbs it. */
let calm: Awaited<ReturnType<SurvivalWorld['result']>>;
beforeAll(async () => {
  world = await SurvivalWorld.create();
  const worker = await world.worker();
  const runId = await world.start();
  await world.ended(runId);
  calm = await world.result(runId);
  await worker.stop();
});
afterAll(() => world.close());

const jobsOf = (runId: string) => world.database.sql`
  select locked_by, run_at <= now() as due from graphile_worker._private_jobs where payload ->> 'runId' = ${runId}`;
const workers = () => world.database.sql`select id, lock_ids from worker_process order by started_at`;

it('a job in hand is locked under an id that the registry knows, so that nobody takes it from the living', async () => {
  const worker = await world.worker({ heartbeatMs: 200, graceMs: 200 });
  world.hanging.pages = 1;
  const runId = await world.start();
  await expect.poll(() => world.hanging.now, { timeout: 10_000 }).toBe(1);
  const [job] = await jobsOf(runId);
  await expect.poll(async () => (await workers())[0]?.['lock_ids'], { timeout: 5_000 }).toContain(job?.['locked_by']);
  await world.database.sql`update graphile_worker._private_jobs set locked_at = now() - interval '10 minutes'`;
  const other = await world.worker({ heartbeatMs: 200 });
  await expect.poll(async () => (await workers()).length).toBe(2);
  expect((await jobsOf(runId))[0]?.['locked_by']).toBe(job?.['locked_by']);
  await Promise.all([worker.stop(), other.stop()]);
}, 60_000);

it('a worker that is stopped hands over what it cannot finish, and another takes it up at once', async () => {
  const leaving = await world.worker({ graceMs: 300 });
  world.hanging.pages = 1;
  const runId = await world.start();
  await expect.poll(() => world.hanging.now, { timeout: 10_000 }).toBe(1);
  await leaving.stop();
  expect(world.hanging.now).toBe(0);
  expect(await world.status(runId)).toBe('running');
  expect(await jobsOf(runId)).toEqual([{ locked_by: null, due: true }]);
  expect(await workers()).toHaveLength(0);
  const coming = await world.worker();
  await world.ended(runId);
  expect(await world.result(runId)).toEqual(calm);
  await coming.stop();
}, 60_000);

it('a worker that is stopped cuts no call short that ends within the grace', async () => {
  const worker = await world.worker();
  const runId = await world.start();
  await world.untilPage(runId, 2);
  await worker.stop();
  if ((await world.status(runId)) === 'running') {
    expect(await jobsOf(runId)).toEqual([{ locked_by: null, due: true }]);
  }
  const next = await world.worker();
  await world.ended(runId);
  expect(await world.result(runId)).toEqual(calm);
  const cut = await world.database.sql`
    select 1 from step_log where run_id = ${runId} and message ->> 'code' = 'limit.handed_over'`;
  expect(cut).toHaveLength(0);
  await next.stop();
}, 60_000);

it('a worker that was thought dead notices, lets go of what it has in hand, and works on under a new name', async () => {
  const worker = await world.worker({ heartbeatMs: 300 });
  world.hanging.pages = 1;
  const runId = await world.start();
  await expect.poll(() => world.hanging.now, { timeout: 10_000 }).toBe(1);
  const [before] = await workers();
  await world.database.sql`delete from worker_process`;
  await expect.poll(() => world.hanging.now, { timeout: 10_000 }).toBe(0);
  await world.ended(runId);
  const [after] = await workers();
  expect(after?.['id']).not.toBe(before?.['id']);
  expect(await world.result(runId)).toEqual(calm);
  await worker.stop();
}, 60_000);
