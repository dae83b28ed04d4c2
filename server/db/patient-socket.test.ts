import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { awayCodeOf } from '../jobs/database-away.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
/** One connection: when it is spoilt, the next query shows it. */
let single: OpenDatabase;
beforeAll(async () => {
  database = await testDatabase();
  single = openDatabase(database.url, 1);
});
afterAll(async () => {
  await single.close();
  await database.drop();
});

const cut = () => database.sql`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
/** The one query that meets the end of its connection may fail; none after it. */
const answers = () =>
  expect.poll(() => single.sql`select 1 as one`.then(([row]) => row?.['one']).catch(() => null)).toBe(1);
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', awayCodeOf);
const LOST = /^(CONNECTION_CLOSED|57P01|ECONNRESET)$/;

it('a transaction that is cut while it waits for something else fails with its next statement, and the pool goes on', async () => {
  for (let n = 0; n < 5; n += 1) {
    const work = single.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await cut();
      await sleep(n * 40);
      await tx.execute(sql`select 2`);
    });
    expect(await codeOf(work)).toMatch(LOST);
    await answers();
  }
});

it('a transaction within a transaction that is cut rolls back both, without a word to a closed socket', async () => {
  const work = single.db.transaction((tx) =>
    tx.transaction(async (inner) => {
      await cut();
      await inner.execute(sql`select pg_sleep(0)`);
      await sleep(30);
      await inner.execute(sql`select 2`);
    }),
  );
  expect(await codeOf(work)).toMatch(LOST);
  await answers();
});

it('a query that is cut in the middle, and a connection that is cut while idle, cost nothing but that query', async () => {
  const slow = codeOf(single.sql`select pg_sleep(20)`);
  await sleep(100);
  await cut();
  expect(await slow).toMatch(LOST);
  await answers();
  await cut();
  await sleep(60);
  await answers();
});

it('many transactions that are cut at any moment end, each one way or the other, and the pool is whole', async () => {
  const pool = openDatabase(database.url, 6);
  const ends = { done: 0, lost: 0 };
  const one = async () => {
    await pool.db
      .transaction(async (tx) => {
        for (let n = 0; n < 4; n += 1) await tx.execute(sql`select ${n}::int, pg_sleep(0.01)`);
      })
      .then(
        () => {
          ends.done += 1;
        },
        () => {
          ends.lost += 1;
        },
      );
  };
  const callers = Array.from({ length: 12 }, async () => {
    for (let n = 0; n < 8; n += 1) await one();
  });
  let over = false;
  const cutting = (async () => {
    while (!over) {
      await cut();
      await sleep(80);
    }
  })();
  await Promise.all(callers);
  over = true;
  await cutting;
  expect(ends.done + ends.lost).toBe(96);
  expect(ends.lost).toBeGreaterThan(0);
  await Promise.all(Array.from({ length: 12 }, () => pool.sql`select 1`.catch(() => undefined)));
  const whole = await Promise.all(Array.from({ length: 12 }, () => pool.sql`select 1 as one`));
  expect(whole.map(([row]) => row?.['one'])).toEqual(Array.from({ length: 12 }, () => 1));
  await pool.close();
});

it('a server that is not there is told of at once, and found when it is', async () => {
  const url = new URL(database.url);
  url.port = '1';
  const nowhere = openDatabase(url.href, 1);
  await expect(nowhere.sql`select 1`).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(nowhere.sql`select 1`).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await nowhere.close();
});
