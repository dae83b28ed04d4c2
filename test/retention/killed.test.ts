import { sql } from 'drizzle-orm';
import pino from 'pino';
import { expect, it } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { payload, stepLog } from '#server/db/schema/index.ts';
import { testDatabase } from '#server/db/test-database.ts';
import { listPartitions } from '#server/retention/partitions.ts';
import { prune } from '#server/retention/prune.ts';
import { countProof, daysAgo, makePartitions, plantFlow, plantRun } from './planted-days.ts';

const silent = pino({ level: 'silent' });

class Killed extends Error {}

/** The database of a process that dies in its n-th transaction: before it commits, or right after. */
function mortal(db: Database, dies: { readonly at: number; readonly when: 'before' | 'after' }): Database {
  let count = 0;
  return new Proxy(db, {
    get: (target, name) => {
      if (name !== 'transaction') return Reflect.get(target, name) as unknown;
      return async (work: Parameters<Database['transaction']>[0]) => {
        count += 1;
        const isLast = count === dies.at;
        const result = await target.transaction(async (tx) => {
          const made = await work(tx);
          if (isLast && dies.when === 'before') throw new Killed();
          return made;
        });
        if (isLast) throw new Killed();
        return result;
      };
    },
  });
}

/** What there is to prune: two days of each class, two in the remainder, a dry run, a missing partition. */
async function plant(db: Database): Promise<void> {
  const planted = await plantFlow(db);
  await db.execute(sql.raw(`drop table payload_${daysAgo(-3).replaceAll('-', '')}`));
  for (const days of [120, 100]) {
    await makePartitions(db, daysAgo(days));
    await plantRun(db, planted, { day: daysAgo(days), documents: 3 });
  }
  for (const days of [60, 5]) await plantRun(db, planted, { day: daysAgo(days), documents: 3 });
  await plantRun(db, planted, { day: daysAgo(100), mode: 'dry', documents: 3 });
}

async function stateOf(db: Database) {
  const days = (await listPartitions(db)).map((part) => `${part.class} ${part.day}`);
  const dryRuns = await db.execute(sql`select id from run where mode = 'dry'`);
  const bodies = (await db.select().from(payload)).length;
  const lines = (await db.select().from(stepLog)).length;
  return { days, dryRuns: dryRuns.length, bodies, lines, proof: await countProof(db) };
}

it('killed in any of its transactions, the next pruning ends where an undisturbed one does', async () => {
  const [calm, shaken] = [await testDatabase(), await testDatabase()];
  await plant(calm.db);
  await plant(shaken.db);
  await prune(calm.db, silent, new Date());
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const dies = { at: 1 + (Math.floor(attempt / 2) % 3), when: attempt % 2 === 0 ? 'before' : 'after' } as const;
    await expect(prune(mortal(shaken.db, dies), silent, new Date())).rejects.toThrow(Killed);
  }
  await prune(shaken.db, silent, new Date());
  const state = await stateOf(shaken.db);
  expect(state).toEqual(await stateOf(calm.db));
  expect(state).toMatchObject({ dryRuns: 0, bodies: 6, lines: 3, proof: { posting: 12, bodies: 12 } });
  await calm.drop();
  await shaken.drop();
});
