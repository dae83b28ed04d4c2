import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StepLog } from '#nodes/kit/context.ts';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import { ConnectionLimits, rateOf } from './connection-limits.ts';
import { pauseCalls, takeCalls } from './rate-bucket.ts';
import { codesLog, insertConnection } from './testing/connection.ts';

let database: TestDatabase;
const logger = { warn: () => undefined } as never;
const { log }: { log: StepLog } = codesLog();
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const never = new AbortController().signal;
/** What the calls of a whole process see. */
const newProcess = () => new ConnectionLimits(database.db, logger);

it('gives what is there at once, and then reserves ahead with the wait that it takes', async () => {
  const id = await insertConnection(database);
  const rate = { perSecond: 0.5, burst: 3 };
  expect(await takeCalls(database.db, id, rate, 2, 10_000)).toEqual({ calls: 2, waitMs: 0 });
  expect(await takeCalls(database.db, id, rate, 2, 10_000)).toEqual({ calls: 1, waitMs: 0 });
  const first = await takeCalls(database.db, id, rate, 2, 10_000);
  const second = await takeCalls(database.db, id, rate, 2, 10_000);
  expect(first.calls).toBe(1);
  expect(second.calls).toBe(1);
  // One call is two seconds' worth, whatever little time has passed between the two.
  expect(second.waitMs - first.waitMs).toBeGreaterThan(1000);
  expect(second.waitMs).toBeLessThanOrEqual(4000);
});

it('reserves nothing for who would have to wait too long, so that a crowd does not grow a debt', async () => {
  const id = await insertConnection(database);
  const rate = { perSecond: 0.1, burst: 1 };
  await takeCalls(database.db, id, rate, 1, 10_000);
  const levelOf = async () => (await database.sql`select tokens from rate_bucket where connection_id = ${id}`)[0];
  for (let n = 0; n < 5; n += 1) {
    const grant = await takeCalls(database.db, id, rate, 1, 5_000);
    expect(grant.calls).toBe(0);
    expect(grant.waitMs).toBeGreaterThan(5_000);
  }
  expect((await levelOf())?.['tokens']).toBeGreaterThanOrEqual(0);
});

it('never gives the same call to two workers that ask at the same moment', async () => {
  const id = await insertConnection(database);
  const rate = { perSecond: 0.000_001, burst: 50 };
  const grants = await Promise.all(Array.from({ length: 30 }, () => takeCalls(database.db, id, rate, 3, 0)));
  expect(grants.reduce((sum, { calls }) => sum + calls, 0)).toBe(50);
});

it('lets three processes together make no more calls than the connection allows', async () => {
  const id = await insertConnection(database);
  const connection = { id, rate: { perSecond: 40, burst: 10 } };
  const started = performance.now();
  let calls = 0;
  const caller = async (limits: ConnectionLimits) => {
    while (performance.now() - started < 1500) {
      const pass = await limits.gate(connection, log).enter(never);
      calls += 1;
      await pass.leave({ kind: 'answered', pauseMs: null });
    }
  };
  const processes = [newProcess(), newProcess(), newProcess()];
  await Promise.all(processes.flatMap((limits) => [caller(limits), caller(limits)]));
  const seconds = (performance.now() - started) / 1000;
  expect(calls).toBeLessThanOrEqual(10 + 40 * seconds);
  expect(calls).toBeGreaterThan(40);
});

it('a pause that the system asks for holds for every process, and a long one is not sat out', async () => {
  const id = await insertConnection(database);
  const connection = { id, rate: null };
  const one = newProcess();
  const other = newProcess();
  const pass = await one.gate(connection, log).enter(never);
  await pass.leave({ kind: 'answered', pauseMs: 45_000 });
  for (const limits of [one, other]) {
    const refused = limits.gate(connection, log).enter(never);
    await expect(refused).rejects.toMatchObject({
      name: 'RemoteDownError',
      notSent: true,
      detail: { code: 'limit.paused' },
    });
    const { retry } = await refused.catch((error) => error);
    expect(retry.afterMs).toBeGreaterThan(40_000);
    expect(retry.afterMs).toBeLessThanOrEqual(45_000);
  }
  // A shorter pause does not end the longer one.
  await pauseCalls(database.db, id, 1_000);
  await expect(newProcess().gate(connection, log).enter(never)).rejects.toMatchObject({
    detail: { code: 'limit.paused' },
  });
});

it('a short pause is sat out, and a call that is aborted meanwhile ends at once', async () => {
  const id = await insertConnection(database);
  await pauseCalls(database.db, id, 300);
  const connection = { id, rate: null };
  const stop = new AbortController();
  const stopped = newProcess().gate(connection, log).enter(stop.signal);
  const served = newProcess().gate(connection, log).enter(never);
  stop.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
  await expect(served).resolves.toHaveProperty('leave');
  const [row] =
    await database.sql`select clock_timestamp() >= paused_until as over from rate_bucket where connection_id = ${id}`;
  expect(row?.['over']).toBe(true);
});

it('who would wait longer than a worker sits out is told when to come back', async () => {
  const id = await insertConnection(database);
  const gate = newProcess().gate({ id, rate: { perSecond: 0.05, burst: 1 } }, log);
  await gate.enter(never);
  const refused = gate.enter(never);
  await expect(refused).rejects.toMatchObject({ notSent: true, detail: { code: 'limit.turn' } });
  const { retry } = await refused.catch((error) => error);
  expect(retry.afterMs).toBeGreaterThan(10_000);
  expect(retry.afterMs).toBeLessThanOrEqual(20_000);
});

it('a connection without a limit leaves no row behind, and what a person sets counts before what the type says', async () => {
  const id = await insertConnection(database);
  const gate = newProcess().gate({ id, rate: null }, log);
  for (let n = 0; n < 20; n += 1) await (await gate.enter(never)).leave({ kind: 'answered', pauseMs: null });
  expect(await database.sql`select 1 from rate_bucket where connection_id = ${id}`).toHaveLength(0);
  expect(await database.sql`select 1 from connection_health where connection_id = ${id}`).toHaveLength(0);
  expect(rateOf({}, null)).toBeNull();
  expect(rateOf({ limits: { callsPerSecond: 2, burst: 40 } }, null)).toEqual({ perSecond: 2, burst: 40 });
  expect(rateOf({ limits: { callsPerSecond: 2, burst: 40 } }, 0.5)).toEqual({ perSecond: 0.5, burst: 1 });
  expect(rateOf(undefined, 7)).toEqual({ perSecond: 7, burst: 7 });
});
