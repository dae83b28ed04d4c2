import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { DAILY, scheduledFlow } from './testing/scheduled-flow.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const EIGHT = '2027-06-01T06:00:00.000Z';

/** Does the job of the schedule in a process of its own; gives the signal that ended it. */
async function fireAndDie(scheduleId: string, before: string | null, time = 1): Promise<NodeJS.Signals | null> {
  const order = JSON.stringify({ url: app.database.url, scheduleId, at: EIGHT, before, time });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing', 'mortal-fire.ts')], {
    env: { ...process.env, MORTAL_FIRE: order },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let problems = '';
  child.stderr.on('data', (text) => (problems += String(text)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (code !== 0 && signal === null) throw new Error(problems);
  return signal;
}

it('a process that is killed before each of its writes in turn loses no slot and starts none twice', async () => {
  const my = await scheduledFlow(app);
  const id = await my.makeAt(DAILY, EIGHT);
  const job = await my.jobAt(id);
  const writes: readonly (readonly [statement: string, time: number])[] = [
    ['insert into "schedule_slot"', 1],
    ['insert into "run"', 1],
    // The job of the run, then that of the schedule's next instant.
    ['graphile_worker.add_job', 1],
    ['update "schedule_slot"', 1],
    ['update "schedule"', 1],
    ['graphile_worker.add_job', 2],
    ['commit', 1],
  ];
  for (const [statement, time] of writes) {
    expect(await fireAndDie(id, statement, time), statement).toBe('SIGKILL');
    // Nothing of it is there, and the job that was to do it still is.
    expect(await my.slots(id)).toEqual([]);
    expect(await my.scheduledRuns()).toEqual([]);
    expect((await my.row(id))?.nextAt?.toISOString()).toBe(EIGHT);
    expect(await my.jobAt(id)).toBe(job);
  }
  expect(await fireAndDie(id, 'after the commit')).toBe('SIGKILL');
  // Whoever comes next, the queue or a person, finds it done.
  expect(await fireAndDie(id, null)).toBeNull();
  const runs = await my.scheduledRuns();
  expect(await my.slots(id)).toEqual([{ at: EIGHT, status: 'started', code: null, runId: runs[0]?.id }]);
  expect(runs).toHaveLength(1);
  expect(await my.jobAt(id)).toBe('2027-06-02T06:00:00.000Z');
}, 60_000);
