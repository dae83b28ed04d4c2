import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workerProcess } from '../db/schema/index.ts';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import { releaseDeadWorkers } from '../jobs/worker-registry.ts';
import { BUSY, Leases } from './leases.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function worker() {
  const id = uuidv7();
  await database.db.insert(workerProcess).values({ id, lockIds: [] });
  return { id, leases: new Leases(database.db, () => id) };
}
const rows = (resource: string) => database.sql`select * from lease where resource = ${resource}`;
const RUN = uuidv7();

/** Work that lasts until it is told to end. */
function lasting() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { end: resolve, work: () => promise.then(() => 'done') };
}
const noneOf = (resource: string) => expect.poll(async () => (await rows(resource)).length).toBe(0);

it('serves as many as the line allows, over all workers, and tells the others to come back', async () => {
  const [one, other] = [await worker(), await worker()];
  const line = { resource: 'connection:a', limit: 2 };
  const jobs = [lasting(), lasting()];
  const first = one.leases.hold([line], RUN, jobs[0]?.work ?? lasting().work);
  await expect.poll(async () => (await rows('connection:a')).length).toBe(1);
  const second = other.leases.hold([line], RUN, jobs[1]?.work ?? lasting().work);
  await expect.poll(async () => (await rows('connection:a')).length).toBe(2);
  let begun = false;
  const third = await other.leases.hold([line], RUN, async () => {
    begun = true;
  });
  expect([third, begun]).toEqual([BUSY, false]);
  for (const job of jobs) job.end();
  expect(await Promise.all([first, second])).toEqual(['done', 'done']);
  await noneOf('connection:a');
  expect(await other.leases.hold([line], RUN, async () => 'now')).toBe('now');
});

it('never serves more than the limit when many come at the same moment', async () => {
  const workers = await Promise.all(Array.from({ length: 4 }, worker));
  const line = { resource: 'target:books', limit: 3 };
  let under = 0;
  let most = 0;
  let served = 0;
  const one = async () => {
    under += 1;
    served += 1;
    most = Math.max(most, under);
    await database.sql`select pg_sleep(0.01)`;
    under -= 1;
  };
  await Promise.all(workers.flatMap(({ leases }) => Array.from({ length: 10 }, () => leases.hold([line], RUN, one))));
  expect(most).toBeLessThanOrEqual(3);
  expect(served).toBeGreaterThanOrEqual(3);
  await noneOf('target:books');
});

it('work that needs two lines begins only with a place in both, and leaves none behind', async () => {
  const { leases } = await worker();
  const target = { resource: 'target:x', limit: 1 };
  const connection = { resource: 'connection:x', limit: 1 };
  const job = lasting();
  const holder = leases.hold([target], RUN, job.work);
  await expect.poll(async () => (await rows('target:x')).length).toBe(1);
  expect(await leases.hold([target, connection], RUN, async () => 'done')).toBe(BUSY);
  expect(await rows('connection:x')).toHaveLength(0);
  job.end();
  await holder;
  await expect(leases.hold([target, connection], RUN, () => Promise.reject(new Error('broke')))).rejects.toThrow(
    'broke',
  );
  await noneOf('target:x');
  await noneOf('connection:x');
});

it('places of a worker that died are free again with its row', async () => {
  const { id, leases } = await worker();
  void leases.hold([{ resource: 'target:dead', limit: 1 }], RUN, () => new Promise(() => undefined));
  await expect.poll(async () => (await rows('target:dead')).length).toBe(1);
  const other = await worker();
  const line = [{ resource: 'target:dead', limit: 1 }];
  expect(await other.leases.hold(line, RUN, async () => 1)).toBe(BUSY);
  await database.sql`update worker_process set heartbeat_at = now() - interval '20 seconds' where id = ${id}`;
  await releaseDeadWorkers(database.db);
  expect(await other.leases.hold(line, RUN, async () => 1)).toBe(1);
});

it('a place that the table keeps and nobody holds is given back by the sweep, one that is held is not', async () => {
  const { id, leases } = await worker();
  const job = lasting();
  const holder = leases.hold([{ resource: 'target:held', limit: 1 }], RUN, job.work);
  await expect.poll(async () => (await rows('target:held')).length).toBe(1);
  await database.sql`insert into lease (resource, slot, worker_id) values ('target:lost', 0, ${id})`;
  await database.sql`insert into lease (resource, slot, worker_id) values ('target:new', 0, ${id})`;
  await database.sql`update lease set taken_at = now() - interval '1 minute' where resource <> 'target:new'`;
  await leases.sweep();
  expect(await rows('target:held')).toHaveLength(1);
  expect(await rows('target:lost')).toHaveLength(0);
  expect(await rows('target:new')).toHaveLength(1);
  job.end();
  expect(await holder).toBe('done');
});

it('a place that a database going down kept is taken back at the next turn, not some heartbeats later', async () => {
  const id = uuidv7();
  await database.db.insert(workerProcess).values({ id, lockIds: [] });
  let isAway = false;
  const execute = async (query: Parameters<typeof database.db.execute>[0]) => {
    if (isAway) throw Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' });
    return database.db.execute(query);
  };
  const leases = new Leases(Object.assign(Object.create(database.db), { execute }), () => id);
  const line = { resource: 'target:outage', limit: 1 };
  const work = async () => {
    isAway = true;
    throw new Error('the database is away');
  };
  await expect(leases.hold([line], RUN, work)).rejects.toThrow('the database is away');
  await expect(leases.hold([line], RUN, async () => 'too early')).rejects.toThrow('gone');
  isAway = false;
  expect(await rows('target:outage')).toHaveLength(1);
  expect(await leases.hold([line], RUN, async () => 'at once')).toBe('at once');
  await noneOf('target:outage');
});
