import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import pino from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#server/db/database.ts';
import * as schema from '#server/db/schema/index.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { prune } from '#server/retention/prune.ts';
import { withShortLock } from '#server/retention/short-lock.ts';
import { countProof, daysAgo, makePartitions, type PlantedFlow, plantFlow, plantRun } from './planted-days.ts';

let database: TestDatabase;
let db: Database;
let planted: PlantedFlow;
let before: Record<string, number>;
beforeAll(async () => {
  database = await testDatabase();
  ({ db } = database);
  planted = await plantFlow(db);
  await makePartitions(db, daysAgo(100));
  await plantRun(db, planted, { day: daysAgo(100) });
  before = await countProof(db);
});
afterAll(() => database.drop());

/** What the database answers to a statement of the pruning. */
async function refusal(statement: string): Promise<string> {
  const asked = withShortLock(db, (tx) => tx.execute(sql.raw(statement)));
  return asked.then(
    () => 'done',
    (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
  );
}

const WRONG_DROPS = [
  ["select drop_day_partition('posting', current_date - 100)", 'only days of payload and step_log'],
  ["select drop_day_partition('document', current_date - 100)", 'only days of payload and step_log'],
  ["select drop_day_partition('payload; drop table posting', current_date - 100)", 'only days of payload and step_log'],
  ['select drop_day_partition(null, current_date - 100)', 'only days of payload and step_log'],
  ["select drop_day_partition('payload', (now() at time zone 'UTC')::date)", 'a day that is not over'],
  ["select drop_day_partition('step_log', null)", 'a day that is not over'],
  ["select move_rest_day('posting', current_date - 100)", 'only payload and step_log'],
] as const;

it.each(WRONG_DROPS)('refuses %s', async (statement, reason) => {
  expect(await refusal(statement)).toContain(reason);
});

const PROOF = ['posting', 'run', 'document', 'outcome', 'file', 'file_chunk', 'audit_log', 'flow_version'];

it.each(PROOF)('refuses to delete from %s, and to empty it', async (table) => {
  if (table === 'audit_log') {
    await db.insert(schema.auditLog).values({ workspaceId: planted.workspaceId, action: 'x', subject: 'x' });
    before['audit_log'] = 1;
  }
  expect(await refusal(`delete from ${table}`)).toMatch(/are proof and are never deleted|are never changed/);
  expect(await refusal(`truncate ${table} cascade`)).toMatch(/rows are never changed/);
  expect(await countProof(db)).toEqual(before);
});

it('a day that does not exist is no error, so that two who prune at once do not disturb each other', async () => {
  const [row] = await db.execute<{ bytes: string | null }>(
    sql`select drop_day_partition('payload', current_date - 300) as bytes`,
  );
  expect(row?.bytes).toBeNull();
});

it('a day that a run needs is refused, even if the pruning code asked for it', async () => {
  const day = daysAgo(101);
  await makePartitions(db, day);
  await plantRun(db, planted, { day, status: 'in-review' });
  before = await countProof(db);
  expect(await refusal(`select drop_day_partition('payload', '${day}')`)).toContain('are still needed');
});

/** All that the pruning may write, apart from settings about itself. */
const ALLOWED = [
  /^\s*select (add_day_partition|move_rest_day|drop_day_partition)\(/,
  /^\s*insert into "?setting"?/,
  /^\s*delete from (hook_event|schedule_slot|outbox|mapping_revision) /,
  /^\s*delete from document where id in \(select id from document where run_id = \$1 limit/,
  /^\s*delete from (delivery|file) where run_id = \$1/,
  /^\s*delete from run where id = \$1 and mode = 'dry'/,
  /^\s*select 1 from graphile_worker.complete_jobs\(/,
];
const IS_READING = /^\s*(select|with|begin|commit|rollback|set local|show)\b/i;
const IS_WRITING = /\b(insert|update|delete|drop|truncate|alter)\b|drop_day|move_rest|add_day|complete_jobs/i;

it('issues no other writing statement than those of a short list', async () => {
  await plantRun(db, planted, { day: daysAgo(100), mode: 'dry' });
  const statements: string[] = [];
  const listened = postgres(database.url, { max: 1, debug: (_connection, query) => statements.push(query) });
  await prune(drizzle(listened, { schema }), pino({ level: 'silent' }), new Date());
  await listened.end();
  const writing = statements.filter((text) => !IS_READING.test(text) || IS_WRITING.test(text));
  expect(writing.length).toBeGreaterThan(10);
  expect(writing.filter((text) => !ALLOWED.some((allowed) => allowed.test(text)))).toEqual([]);
  expect(await countProof(db)).toEqual(before);
});
