import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { flow, flowVersion, run, workspace } from '../db/schema/index.ts';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import { acmeFlow } from '../http/testing/acme.ts';
import { admitNext, admitRun } from './admit-run.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.db.insert(workspace).values({ id: 'admit', name: 'Admit', slug: 'admit' });
});
afterAll(() => database.drop());

async function newFlow(concurrency: number): Promise<string> {
  const id = uuidv7();
  await database.db.insert(flow).values({ id, workspaceId: 'admit', name: id, concurrency });
  await database.db.insert(flowVersion).values({ flowId: id, number: 1, definition: acmeFlow(), hash: 'h' });
  return id;
}

async function queued(flowId: string, mode: 'live' | 'dry' = 'live', id: string = uuidv7()) {
  const common = { workspaceId: 'admit', version: 1, bindings: {}, trigger: 'api' as const };
  const [row] = await database.db
    .insert(run)
    .values({ ...common, id, flowId, mode })
    .returning();
  if (!row) throw new Error('no run');
  return row;
}

/** What beginning a run does about its place. */
function begin(row: typeof run.$inferSelect): Promise<boolean> {
  return database.db.transaction(async (tx) => {
    if (!(await admitRun(tx, row))) return false;
    await tx.update(run).set({ status: 'running' }).where(eq(run.id, row.id));
    return true;
  });
}
const setStatus = (id: string, status: 'in-review' | 'succeeded') =>
  database.db.update(run).set({ status }).where(eq(run.id, id));
async function woken(flowId: string): Promise<string[]> {
  await database.sql`delete from graphile_worker._private_jobs`;
  await database.db.transaction((tx) => admitNext(tx, flowId));
  const rows = await database.sql`select payload ->> 'runId' as id from graphile_worker._private_jobs order by id`;
  return rows.map((row) => row['id'] as string);
}

it('lets as many runs of a flow go as it allows, oldest first, whichever is asked first', async () => {
  const flowId = await newFlow(2);
  const runs = [await queued(flowId), await queued(flowId), await queued(flowId), await queued(flowId)];
  const [first, second, third, fourth] = runs;
  if (!first || !second || !third || !fourth) throw new Error('four were queued');
  expect(await begin(third)).toBe(false);
  expect(await begin(second)).toBe(true);
  expect(await begin(first)).toBe(true);
  expect(await begin(third)).toBe(false);
  expect(await woken(flowId)).toEqual([]);
  await setStatus(second.id, 'succeeded');
  expect(await woken(flowId)).toEqual([third.id]);
  expect(await begin(fourth)).toBe(false);
  expect(await begin(third)).toBe(true);
});

it('gives one place to one of many that begin at the same moment', async () => {
  const flowId = await newFlow(1);
  const runs = await Promise.all(Array.from({ length: 8 }, () => queued(flowId)));
  const begun = await Promise.all(runs.map(begin));
  const [oldest] = [...runs].sort((one, other) => (one.id < other.id ? -1 : 1));
  expect(runs.filter((_, n) => begun[n])).toEqual([oldest]);
});

it('a run that was committed after a younger one had begun waits for it', async () => {
  const flowId = await newFlow(1);
  const olderId = uuidv7();
  expect(await begin(await queued(flowId))).toBe(true);
  expect(await begin(await queued(flowId, 'live', olderId))).toBe(false);
});

it('a run in review and a dry run take no place; runs of other flows do not matter', async () => {
  const flowId = await newFlow(1);
  const [first, second] = [await queued(flowId), await queued(flowId)];
  expect(await begin(first)).toBe(true);
  expect(await begin(await queued(flowId, 'dry'))).toBe(true);
  expect(await begin(second)).toBe(false);
  expect(await begin(await queued(await newFlow(1)))).toBe(true);
  await setStatus(first.id, 'in-review');
  expect(await woken(flowId)).toEqual([second.id]);
  expect(await begin(second)).toBe(true);
});

it('wakes no more than there is room for, and begins without waiting for each other where there is plenty', async () => {
  const flowId = await newFlow(3);
  const runs = await Promise.all(Array.from({ length: 6 }, () => queued(flowId)));
  expect(await woken(flowId)).toHaveLength(3);
  await database.db.update(flow).set({ concurrency: 1000 }).where(eq(flow.id, flowId));
  await database.sql.begin(async (sql) => {
    // Somebody else holds the flow's row: a run that has plenty of room does not need it.
    await sql`select 1 from flow where id = ${flowId} for no key update`;
    expect(await Promise.all(runs.map(begin))).toEqual(runs.map(() => true));
  });
});
