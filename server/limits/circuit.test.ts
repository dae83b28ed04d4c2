import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionHealth } from '../db/schema/index.ts';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import { countFailure } from './circuit.ts';
import { ConnectionLimits } from './connection-limits.ts';
import { limitMessages } from './limit-messages.ts';
import { codesLog, insertConnection } from './testing/connection.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const never = new AbortController().signal;
const problem = { ...limitMessages.build.closed(), text: 'shop.example is out of order' };
const DOWN = { kind: 'down', problem, pauseMs: null } as const;
const ANSWERED = { kind: 'answered', pauseMs: null } as const;
const logger = { warn: () => undefined } as never;

/** A process of its own with its own view of the connection. */
function processOf(id: string) {
  const { log, codes } = codesLog();
  const gate = new ConnectionLimits(database.db, logger).gate({ id, rate: null }, log);
  const call = async (end: typeof DOWN | typeof ANSWERED | { kind: 'abandoned' }) =>
    (await gate.enter(never)).leave(end);
  return { gate, codes, call };
}
const healthOf = async (id: string) => {
  const [row] = await database.db.select().from(connectionHealth).where(eq(connectionHealth.connectionId, id));
  return row;
};
const restOver = (id: string) =>
  database.sql`update connection_health set retry_at = now() - interval '1 second' where connection_id = ${id}`;

async function broken(): Promise<string> {
  const id = await insertConnection(database);
  const { call } = processOf(id);
  for (let n = 0; n < 5; n += 1) await call(DOWN);
  return id;
}

it('opens after five failures in a row, says so once, and then refuses at once with the moment to come back', async () => {
  const id = await insertConnection(database);
  const { call, codes, gate } = processOf(id);
  for (let n = 0; n < 4; n += 1) await call(DOWN);
  expect(await healthOf(id)).toMatchObject({ state: 'closed', failures: 4 });
  await call(DOWN);
  expect(await healthOf(id)).toMatchObject({ state: 'open', failures: 5, problem: { text: problem.text } });
  expect(codes).toEqual(['limit.opened']);
  const refused = gate.enter(never);
  await expect(refused).rejects.toMatchObject({ notSent: true, detail: { code: 'limit.resting' } });
  const { retry } = await refused.catch((error) => error);
  expect(retry.afterMs).toBeGreaterThan(20_000);
  expect(retry.afterMs).toBeLessThanOrEqual(36_000);
  // Another process learns it from the table.
  await expect(processOf(id).gate.enter(never)).rejects.toMatchObject({ detail: { code: 'limit.resting' } });
});

it('a success in between begins the count anew', async () => {
  const id = await insertConnection(database);
  const { call } = processOf(id);
  for (let n = 0; n < 4; n += 1) await call(DOWN);
  await call(ANSWERED);
  expect(await healthOf(id)).toMatchObject({ state: 'closed', failures: 0, problem: null });
  for (let n = 0; n < 4; n += 1) await call(DOWN);
  expect(await healthOf(id)).toMatchObject({ state: 'closed', failures: 4 });
});

it('after the rest one call of all workers is let through; when it succeeds everybody may call again', async () => {
  const id = await broken();
  await restOver(id);
  const workers = Array.from({ length: 6 }, () => processOf(id));
  const tries = await Promise.allSettled(workers.map(({ gate }) => gate.enter(never)));
  const passes = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(passes).toHaveLength(1);
  expect(await healthOf(id)).toMatchObject({ state: 'half-open' });
  await passes[0]?.leave(ANSWERED);
  expect(await healthOf(id)).toMatchObject({ state: 'closed', failures: 0, openings: 0, retryAt: null });
  await processOf(id).call(ANSWERED);
});

it('a failed try doubles the rest, to a quarter of an hour at most, give or take a fifth', async () => {
  const id = await broken();
  const rests: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    await restOver(id);
    await processOf(id).call(DOWN);
    const { retryAt } = (await healthOf(id)) ?? {};
    rests.push(((retryAt?.getTime() ?? 0) - Date.now()) / 1000);
  }
  for (const [n, usual] of [60, 120, 240, 480, 900, 900, 900].entries()) {
    expect(rests[n]).toBeGreaterThan(usual * 0.8 - 2);
    expect(rests[n]).toBeLessThan(usual * 1.2 + 2);
  }
});

it('a late failure or answer of a call from before changes nothing of a rest', async () => {
  const id = await insertConnection(database);
  const { gate, call } = processOf(id);
  const late = [await gate.enter(never), await gate.enter(never)];
  for (let n = 0; n < 5; n += 1) await call(DOWN);
  const before = await healthOf(id);
  await late[0]?.leave(DOWN);
  await late[1]?.leave(ANSWERED);
  expect(await healthOf(id)).toMatchObject({ state: 'open', retryAt: before?.retryAt, openings: 1 });
});

it('a try that ends without a verdict is given back, and one whose process died is followed by another', async () => {
  const id = await broken();
  await restOver(id);
  await processOf(id).call({ kind: 'abandoned' });
  const second = await processOf(id).gate.enter(never);
  expect(second).toHaveProperty('leave');
  await expect(processOf(id).gate.enter(never)).rejects.toMatchObject({ detail: { code: 'limit.resting' } });
  await restOver(id);
  await processOf(id).call(ANSWERED);
  expect(await healthOf(id)).toMatchObject({ state: 'closed' });
});

it('failures that two processes count at the same moment are all counted, and open it once', async () => {
  const id = await insertConnection(database);
  const failure = { problem, isTry: false, jitter: 1 };
  const ends = await Promise.all(Array.from({ length: 12 }, () => countFailure(database.db, id, failure)));
  expect(ends.filter((seconds) => seconds !== null)).toHaveLength(1);
  expect(await healthOf(id)).toMatchObject({ failures: 12, openings: 1, state: 'open' });
});

it('makes no call, and no guess, when the database cannot be asked', async () => {
  const away = { execute: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) } as never;
  const { log } = codesLog();
  const limits = new ConnectionLimits(away, logger);
  const gate = limits.gate({ id: '00000000-0000-7000-8000-000000000000', rate: null }, log);
  await expect(gate.enter(never)).rejects.toMatchObject({ notSent: true, detail: { code: 'limit.unrecordable' } });
  const dead = new ConnectionLimits(database.db, logger, () => false).gate({ id: 'x', rate: null }, log);
  await expect(dead.enter(never)).rejects.toMatchObject({ notSent: true, detail: { code: 'limit.unrecordable' } });
});
