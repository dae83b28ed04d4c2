import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { flow } from '../db/schema/index.ts';
import { startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { IMPATIENT_RETRIES_MS } from '../jobs/services.ts';
import { checkSchedules } from './schedule-tasks.ts';
import { startWaiting } from './start-waiting.ts';
import { DAILY, EVERY_FIVE_MINUTES, scheduledFlow } from './testing/scheduled-flow.ts';

let app: TestApp;
let my: Awaited<ReturnType<typeof scheduledFlow>>;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  my = await scheduledFlow(app);
});

/** What a worker has; the engine itself takes nothing further here. */
const services = () => ({
  ...{ db: app.deps.db, registry: app.deps.registry, vault: app.deps.vault, logger: app.deps.log },
  config: app.deps.config,
  retryDelaysMs: IMPATIENT_RETRIES_MS,
  now: () => new Date(),
});
const EIGHT = '2027-06-01T06:00:00.000Z';

describe('a due slot', () => {
  it('starts its run, names it, and makes the job of the next instant, all at once', async () => {
    const id = await my.makeAt({ ...DAILY, about: 'day-before' }, EIGHT);
    await my.fire(id, '2027-06-01T06:00:01Z');
    const [run, ...others] = await my.scheduledRuns();
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      trigger: 'schedule',
      triggerKey: `schedule:${id}:${EIGHT}`,
      mode: 'live',
      periodFrom: '2027-05-31',
      periodTo: '2027-05-31',
      startedBy: null,
    });
    expect(await my.slots(id)).toEqual([{ at: EIGHT, status: 'started', code: null, runId: run?.id }]);
    expect((await my.row(id))?.nextAt?.toISOString()).toBe('2027-06-02T06:00:00.000Z');
    expect(await my.jobAt(id)).toBe('2027-06-02T06:00:00.000Z');
  });

  it('is started once by two workers that look at the same instant', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await Promise.all(Array.from({ length: 6 }, () => my.fire(id, '2027-06-01T06:00:00.500Z')));
    expect(await my.scheduledRuns()).toHaveLength(1);
    expect(await my.story(id)).toEqual(['06:00 started']);
    expect(await my.jobAt(id)).toBe('2027-06-02T06:00:00.000Z');
  });

  it('is started once by two schedules of one flow only if they may overlap', async () => {
    const first = await my.makeAt(DAILY, EIGHT);
    const second = await my.makeAt(DAILY, EIGHT);
    await Promise.all([my.fire(first, EIGHT), my.fire(second, EIGHT)]);
    expect(await my.scheduledRuns()).toHaveLength(1);
    const codes = [...(await my.story(first)), ...(await my.story(second))].sort();
    expect(codes).toEqual(['06:00 skipped schedules.still_running', '06:00 started']);
  });

  it('that a job looks at too early waits for its time', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await my.fire(id, '2027-06-01T05:59:59.900Z');
    expect(await my.story(id)).toEqual([]);
    expect(await my.jobAt(id)).toBe('2027-06-01T06:00:00.900Z');
  });
});

describe('a slot that cannot start its run is skipped with the reason', () => {
  it('when the flow is switched off', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await app.deps.db.update(flow).set({ isOn: false }).where(eq(flow.id, my.flowId));
    await my.fire(id, EIGHT);
    expect(await my.story(id)).toEqual(['06:00 skipped schedules.flow_off']);
    expect(await my.jobAt(id)).toBe('2027-06-02T06:00:00.000Z');
  });

  it('when nothing is published', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await app.deps.db.update(flow).set({ publishedVersion: null }).where(eq(flow.id, my.flowId));
    await my.fire(id, EIGHT);
    expect(await my.story(id)).toEqual(['06:00 skipped run.not_published']);
  });

  it('when a slot of the flow is bound to nothing', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await app.deps.db.update(flow).set({ bindings: {} }).where(eq(flow.id, my.flowId));
    await my.fire(id, EIGHT);
    const [slot] = await my.slots(id);
    expect(slot?.status).toBe('skipped');
    expect(slot?.code).toMatch(/^flow\./);
    expect(await my.scheduledRuns()).toEqual([]);
    expect(await my.jobAt(id)).not.toBeNull();
  });

  it('and a flow that was put away stops its schedules', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await app.deps.db.update(flow).set({ archivedAt: new Date() }).where(eq(flow.id, my.flowId));
    await app.deps.db.execute(sql`delete from graphile_worker._private_jobs where key = ${`schedule:${id}`}`);
    await my.fire(id, EIGHT);
    expect(await my.story(id)).toEqual([]);
    expect((await my.row(id))?.nextAt).toBeNull();
    expect(await my.jobAt(id)).toBeNull();
  });
});

describe('AT-228 a run that is not finished when the next slot comes', () => {
  const next = '2027-06-01T06:05:00Z';

  it('makes it skip, visibly', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, overlap: 'skip' }, EIGHT);
    await my.fire(id, EIGHT);
    await my.fire(id, next);
    expect(await my.story(id)).toEqual(['06:00 started', '06:05 skipped schedules.still_running']);
  });

  it('makes one of them wait and the others skip; the end of the run lets it start', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, overlap: 'queue' }, EIGHT);
    for (const minute of ['00', '05', '10']) await my.fire(id, `2027-06-01T06:${minute}:00Z`);
    expect(await my.story(id)).toEqual([
      '06:00 started',
      '06:05 waiting schedules.waits',
      '06:10 skipped schedules.queue_full',
    ]);
    await app.deps.db.transaction((tx) => startWaiting(tx, services(), my.flowId));
    expect(await my.scheduledRuns()).toHaveLength(1);
    await my.endRuns();
    await app.deps.db.transaction((tx) => startWaiting(tx, services(), my.flowId));
    expect((await my.story(id))[1]).toBe('06:05 started');
    expect(await my.scheduledRuns()).toHaveLength(2);
  });

  it('lets it start when runs may overlap', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, overlap: 'allow' }, EIGHT);
    await my.fire(id, EIGHT);
    await my.fire(id, next);
    expect(await my.story(id)).toEqual(['06:00 started', '06:05 started']);
  });

  it('does not count while it only waits for its review', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, overlap: 'skip' }, EIGHT);
    await my.fire(id, EIGHT);
    await my.endRuns('in-review');
    await my.fire(id, next);
    expect(await my.story(id)).toEqual(['06:00 started', '06:05 started']);
  });

  it('the check of every minute alone gives waiting slots their turn', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, overlap: 'queue' }, EIGHT);
    await my.fire(id, EIGHT);
    await my.fire(id, next);
    await my.endRuns();
    await checkSchedules(services());
    expect(await my.story(id)).toEqual(['06:00 started', '06:05 started']);
  });

  it('a waiting slot whose flow was switched off meanwhile is skipped', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, overlap: 'queue' }, EIGHT);
    await my.fire(id, EIGHT);
    await my.fire(id, next);
    await my.endRuns();
    await app.deps.db.update(flow).set({ isOn: false }).where(eq(flow.id, my.flowId));
    await checkSchedules(services());
    expect(await my.story(id)).toEqual(['06:00 started', '06:05 skipped schedules.flow_off']);
  });
});

describe('after a time in which nothing was running', () => {
  const morning = '2027-06-04T06:00:30Z';
  const late = '2027-06-04T09:00:00Z';

  it('"none" skips what was missed and starts what is on time', async () => {
    const id = await my.makeAt({ ...DAILY, catchUp: 'none' }, EIGHT);
    await my.fire(id, morning);
    expect(await my.story(id)).toEqual([...Array(3).fill('06:00 skipped schedules.missed'), '06:00 started']);
  });

  it('"last" starts the last one that was missed, and says of the others what replaced them', async () => {
    const id = await my.makeAt({ ...DAILY, catchUp: 'last' }, EIGHT);
    await my.fire(id, late);
    expect(await my.story(id)).toEqual([
      ...Array(3).fill('06:00 skipped schedules.missed_replaced'),
      '06:00 started schedules.caught_up',
    ]);
  });

  it('"all" starts each of them, one after the other, about its own days', async () => {
    const id = await my.makeAt({ ...DAILY, catchUp: 'all', about: 'day-before' }, EIGHT);
    await my.fire(id, late);
    expect((await my.slots(id)).map(({ status }) => status)).toEqual(['started', 'waiting', 'waiting', 'waiting']);
    for (let round = 0; round < 3; round += 1) {
      await my.endRuns();
      await checkSchedules(services());
    }
    const days = (await my.scheduledRuns()).map(({ periodFrom }) => periodFrom);
    expect(days).toEqual(['2027-05-31', '2027-06-01', '2027-06-02', '2027-06-03']);
  });

  it('a month at every five minutes is 8,352 rows, decided in steps, of which one starts', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, catchUp: 'last' }, '2027-06-01T00:00:00Z');
    const until = '2027-06-30T00:00:00Z';
    await my.fire(id, until);
    expect((await my.slots(id)).length).toBe(500);
    expect(await my.jobAt(id)).toBe('2027-06-02T17:40:00.000Z');
    for (let step = 0; step < 17; step += 1) await my.fire(id, until);
    const slots = await my.slots(id);
    expect(slots).toHaveLength(29 * 288 + 1);
    expect(slots.filter(({ status }) => status === 'started').map(({ at }) => at)).toEqual([
      '2027-06-30T00:00:00.000Z',
    ]);
  });
});

describe('a clock that jumps', () => {
  it('back, does not start an instant again', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await my.fire(id, EIGHT);
    await my.endRuns();
    await my.fire(id, '2027-05-31T23:00:00Z');
    // As if a restored backup, or a hand, had put the next instant back.
    await app.deps.db.execute(sql`update schedule set next_at = ${EIGHT} where id = ${id}`);
    await my.fire(id, EIGHT);
    expect(await my.story(id)).toEqual(['06:00 started']);
    expect(await my.scheduledRuns()).toHaveLength(1);
  });

  it('ahead and back, leaves a row for every instant that it passed', async () => {
    const id = await my.makeAt(DAILY, EIGHT);
    await my.fire(id, '2027-06-03T05:00:00Z');
    await my.fire(id, EIGHT);
    expect(await my.story(id)).toEqual([
      '06:00 skipped schedules.missed_replaced',
      '06:00 started schedules.caught_up',
    ]);
    expect(await my.jobAt(id)).toBe('2027-06-03T06:00:00.000Z');
  });
});

test('a schedule whose job was lost, or has used up its attempts, is given one by the check of every minute', async () => {
  const [lost, spent] = [await my.make(DAILY), await my.make(DAILY)];
  await app.deps.db.execute(sql`delete from graphile_worker._private_jobs where key = ${`schedule:${lost.id}`}`);
  await app.deps.db.execute(sql`
    update graphile_worker._private_jobs set attempts = max_attempts where key = ${`schedule:${spent.id}`}`);
  expect(await my.jobAt(lost.id)).toBeNull();
  await checkSchedules(services());
  expect(await my.jobAt(lost.id)).toBe(lost.nextAt);
  const [job] = await app.deps.db.execute<{ attempts: number }>(sql`
    select attempts from graphile_worker.jobs where key = ${`schedule:${spent.id}`}`);
  expect(job?.attempts).toBe(0);
});
