import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manner } from '#nodes/http-target/testing/ledger.ts';
import { migrate, type OpenDatabase, openDatabase } from '#server/db/database.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { startWorker, type Worker } from '#server/jobs/worker.ts';
import { Cluster } from '../survival/world.ts';
import { KINDS_OF_TROUBLE, planAnswers, SETTLE_SECONDS, TIMEOUT_SECONDS } from './answer-plan.ts';
import { FaultWorld } from './fault-world.ts';
import { killEverywhere } from './kill-everywhere.ts';
import { type Result, tableOf } from './result-table.ts';
import type { Trial } from './trial.ts';
import { WorkerProcess } from './worker-processes.ts';

const MANNERS: readonly Manner[] = ['key', 'number', 'lookup', 'nothing'];
/** What the product promises to stay under when a worker dies. */
const LONGEST_TAKEOVER_SECONDS = 60;

export interface Scale {
  readonly orders: number;
  /** For deaths at a target that recognises nothing: each one leaves up to 16 documents to a person. */
  readonly unrecognised: number;
  /** Which calls of a wave are moments of death. */
  readonly calls: readonly number[];
  /** How often PostgreSQL goes down in a run. */
  readonly outages: number;
  /** Targets at which a real worker dies beside another. */
  readonly workers: readonly Manner[];
  readonly seed: number;
  readonly timeoutMs: number;
}

/** Ends a trial: a person decides what is uncertain, the flow runs again, and both books are compared for good. */
async function conclude(
  trial: Trial,
  about: Pick<Result, 'fault' | 'deaths' | 'disturbed'>,
  started: number,
): Promise<Result> {
  const atEnd = await trial.tally();
  const { manner, orders } = trial.subject;
  const resent = trial.sentAgain();
  if (atEnd.uncertain > 0) await trial.decideAndRunAgain();
  const after = await trial.tally();
  await trial.close();
  expect(atEnd, manner).toMatchObject({ posted: orders - atEnd.uncertain, doubled: 0, wrong: 0 });
  expect(after, manner).toEqual({ posted: orders, doubled: 0, lost: 0, uncertain: 0, wrong: 0 });
  if (manner === 'nothing') expect(resent, 'sent again without knowing').toEqual([]);
  else expect(atEnd, manner).toMatchObject({ lost: 0, uncertain: 0 });
  const seconds = Math.round((performance.now() - started) / 1000);
  return { ...about, kind: manner, documents: orders, atEnd, after, seconds };
}

/** Kills, disturbs and takes away whatever delivery depends on, and counts what is posted, doubled and lost. */
export function faultSuite(title: string, scale: Scale): void {
  const results: Result[] = [];
  const notes: string[] = [];
  const { timeoutMs, seed } = scale;

  afterAll(() => {
    console.log(`\n${title}\n\n${tableOf(results)}\n${notes.sort().join('\n')}\n`);
  });

  describe('on a PostgreSQL that stays', () => {
    let database: TestDatabase;
    let world: FaultWorld;
    beforeAll(async () => {
      database = await testDatabase();
      world = new FaultWorld(database);
    });
    afterAll(() => database.drop());

    it.concurrent.each(MANNERS)(
      'a process killed wherever it waits books all once: %s',
      async (manner) => {
        const started = performance.now();
        const orders = manner === 'nothing' ? scale.unrecognised : scale.orders;
        const trial = await world.trial({ manner, orders, receiver: { delayMs: 10 } });
        const runId = await trial.startDelivery();
        const { points, underWay } = await killEverywhere(world, trial, runId, { calls: scale.calls, seed });
        const uncertain = (await trial.postings()).filter(({ status }) => status === 'uncertain');
        for (const { id } of uncertain) expect(underWay, 'uncertain without a death').toContain(id);
        for (const moment of ['not sent', 'under way', 'answered', ': commit', ': committed']) {
          expect(points.join('\n'), moment).toContain(moment);
        }
        const places = new Set(points).size;
        notes.push(`SIGKILL, ${manner}: ${points.length} deaths at ${places} different points`);
        results.push(await conclude(trial, { fault: 'SIGKILL', deaths: points.length, disturbed: 0 }, started));
      },
      timeoutMs,
    );

    it.concurrent.each(MANNERS)(
      'answers lost, late, doubled or replaced by a 500 book all once: %s',
      async (manner) => {
        const started = performance.now();
        const troubles = planAnswers(seed);
        const settings = { timeoutSeconds: TIMEOUT_SECONDS, settleSeconds: SETTLE_SECONDS };
        const trial = await world.trial({ manner, orders: scale.orders, ...settings, troubles });
        await world.drain(await world.start(trial.subject.flowId));
        troubles.calm();
        const uncertain = (await trial.postings()).filter(({ status }) => status === 'uncertain');
        for (const { id } of uncertain) expect(troubles.disturbed, 'uncertain for no reason').toContain(id);
        const made = [...troubles.made.values()].reduce((sum, times) => sum + times, 0);
        expect([...troubles.made.keys()].sort()).toEqual([...KINDS_OF_TROUBLE].sort());
        notes.push(`answers, ${manner}: ${[...troubles.made].map(([kind, times]) => `${times} × ${kind}`).join(', ')}`);
        results.push(await conclude(trial, { fault: 'answers', deaths: 0, disturbed: made }, started));
      },
      timeoutMs,
    );

    it.concurrent.each(scale.workers)(
      'a worker killed in mid-wave is followed by another: %s',
      async (manner) => {
        const started = performance.now();
        // A database of its own: these workers would take up the other tests' runs too.
        const own = await testDatabase();
        const world = new FaultWorld(own);
        const trial = await world.trial({ manner, orders: scale.orders, receiver: { delayMs: 400 } });
        const order = { url: own.url, secretKey: world.secretKey };
        const workers = [new WorkerProcess(order), new WorkerProcess(order)];
        try {
          await Promise.all(workers.map((one) => one.ready()));
          const runId = await world.start(trial.subject.flowId);
          await expect.poll(() => trial.subject.books.bookings.length, { timeout: timeoutMs }).toBeGreaterThan(16);
          while ((await trial.underWay()).length === 0) await sleep(20);
          const [working, waiting] = [...workers].sort((one, other) => other.lastCall - one.lastCall);
          await working?.kill();
          const killed = performance.now();
          const before = waiting?.calls ?? 0;
          const hasTakenOver = async () =>
            (waiting?.calls ?? 0) > before ||
            (await world.status(runId)) !== 'running' ||
            (await trial.tally()).uncertain > 0;
          while (!(await hasTakenOver())) await sleep(100);
          const seconds = Math.round((performance.now() - killed) / 1000);
          notes.push(`worker, ${manner}: another one went on after ${seconds} s`);
          expect(seconds).toBeLessThan(LONGEST_TAKEOVER_SECONDS);
          expect(await world.ended(runId)).not.toBe('failed');
          results.push(await conclude(trial, { fault: 'worker', deaths: 1, disturbed: 0 }, started));
        } finally {
          await Promise.all(workers.map((one) => one.kill()));
          await own.drop();
        }
      },
      timeoutMs,
    );
  });

  describe('on a PostgreSQL that goes down', () => {
    let cluster: Cluster;
    let database: OpenDatabase;
    let world: FaultWorld;
    let worker: Worker;
    beforeAll(async () => {
      cluster = await Cluster.create();
      database = openDatabase(cluster.url, 8);
      await migrate(database);
      world = new FaultWorld(database);
      worker = await startWorker(world.services, database.url);
    });
    afterAll(async () => {
      await worker.stop();
      await database.close();
      await cluster.remove();
    });

    /** In turn as by a power cut, and stopped for a while and started again. */
    async function takeDown(nth: number): Promise<void> {
      if (nth % 2 === 0) return cluster.crash();
      await cluster.stop();
      await sleep(1_000);
      await cluster.start();
    }

    it(
      'a PostgreSQL that stops and starts in the middle of four runs costs them nothing but time',
      async () => {
        const started = performance.now();
        const { orders, outages } = scale;
        const options = { orders, receiver: { delayMs: 60 } };
        const trials = await Promise.all(MANNERS.map((manner) => world.trial({ ...options, manner })));
        const runs = await Promise.all(trials.map(({ subject }) => world.start(subject.flowId)));
        const booked = () => trials.reduce((sum, { subject }) => sum + subject.books.bookings.length, 0);
        for (let nth = 0; nth < outages; nth += 1) {
          const enough = Math.floor((orders * trials.length * (nth + 1)) / (outages + 2));
          while (booked() < enough) await sleep(5);
          await takeDown(nth);
        }
        const ends = await Promise.all(runs.map((runId) => world.ended(runId)));
        expect(ends).not.toContain('failed');
        const about = { fault: 'PostgreSQL', deaths: outages, disturbed: 0 };
        for (const trial of trials) results.push(await conclude(trial, about, started));
      },
      timeoutMs,
    );
  });
}
