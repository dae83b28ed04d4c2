import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import { releaseDeadWorkers } from './worker-registry.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function lockedJobs(): Promise<string[]> {
  const rows = await database.sql`select locked_by from graphile_worker.jobs where locked_by is not null order by 1`;
  return rows.map((row) => row['locked_by'] as string);
}

it('frees the jobs that no living process holds, and no other', async () => {
  const { sql } = database;
  for (const [holder, age] of [
    ['dead-1', 60],
    ['dead-2', 60],
    ['living', 60],
    ['just-started', 1],
  ] as const) {
    await sql`select graphile_worker.add_job('advance-run', '{}')`;
    await sql`
      update graphile_worker._private_jobs set locked_by = ${holder}, locked_at = now() - make_interval(secs => ${age})
      where id = (select max(id) from graphile_worker._private_jobs)`;
  }
  await sql`insert into worker_process (id, lock_ids, heartbeat_at)
    values (gen_random_uuid(), array['dead-1'], now() - interval '20 seconds'),
      (gen_random_uuid(), array['living'], now() - interval '10 seconds')`;
  expect(await releaseDeadWorkers(database.db)).toBe(2);
  expect(await lockedJobs()).toEqual(['just-started', 'living']);
  expect(await releaseDeadWorkers(database.db)).toBe(0);
  // At the start on a database of our own nobody else can be alive.
  await sql`delete from worker_process`;
  expect(await releaseDeadWorkers(database.db, 0)).toBe(2);
});
