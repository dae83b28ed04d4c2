import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlarmCause, CompletenessAlarm } from '#schemas/api/controls.ts';
import type { SystemHealth } from '#schemas/api/health.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { compareLive, findUnread } from './compare-live.ts';
import { enqueueChecks } from './control-tasks.ts';
import type { ControlledFlow } from './controlled-flow.ts';
import { type Findings, keepAlarms } from './keep-alarms.ts';
import { type Fate, type Place, type Sold, seedRunOf, seedSold } from './testing/sold.ts';

let app: TestApp;
let call: Person;
let place: Place;
let runId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  call = person.call;
  const { flowId } = await seedRun(app.deps.db, person.workspaceId, 1);
  place = { workspaceId: person.workspaceId, flowId, target: `flow:${flowId}:books` };
  runId = await seedRunOf(app.deps.db, place);
});

const DAY = '2026-11-02';
const HELD: Fate = { posted: 'none', outcome: { outcome: 'held', code: 'x.held' } };
const sold = (number: string, day = DAY): Sold => ({ number, day, net: '100.00' });
const seed = (what: Sold, fate: Fate = {}, run = runId) => seedSold(app.deps.db, place, run, what, fate);
const check = async () => {
  const period = { from: '2026-11-01', to: '2026-11-05' };
  return (await call('POST', `/api/flows/${place.flowId}/completeness/check`, period)).body;
};
const list = async (query = '') =>
  (await call('GET', `/api/completeness/alarms${query}`)).body as { items: CompletenessAlarm[]; open: number };

describe('an alarm', () => {
  it('F-17 names the day and the cause, is raised once, and clears by itself when the document is booked', async () => {
    await seed(sold('1'), HELD);
    await seed(sold('2', '2026-11-03'));
    expect(await check()).toEqual({ open: 1 });
    const [raised] = (await list()).items;
    expect(raised).toMatchObject({
      day: DAY,
      way: 'books',
      flow: { id: place.flowId },
      causes: [{ cause: 'held', count: 1, amounts: [{ currency: 'EUR', amount: '121.00' }] }],
    });
    expect(await check()).toEqual({ open: 1 });
    const [again] = (await list()).items;
    expect([again?.id, again?.raisedAt]).toEqual([raised?.id, raised?.raisedAt]);

    await seed(sold('1'), {}, await seedRunOf(app.deps.db, place));
    expect(await check()).toEqual({ open: 0 });
    expect(await list()).toMatchObject({ items: [], open: 0 });
    const [cleared] = (await list('?state=cleared')).items;
    expect(cleared?.id).toBe(raised?.id);
    expect(cleared?.clearedAt).not.toBeNull();
  });

  it('that comes back is another one', async () => {
    await seed(sold('1'), HELD);
    await check();
    const [first] = (await list()).items;
    await seed(sold('1'), {}, await seedRunOf(app.deps.db, place));
    await check();
    await seed(sold('3'), HELD, await seedRunOf(app.deps.db, place));
    await check();
    const [second] = (await list()).items;
    expect(second?.day).toBe(DAY);
    expect(second?.id).not.toBe(first?.id);
  });

  it('shows among the findings of the health page while it is open', async () => {
    const findings = async () =>
      ((await call('GET', '/api/system/health')).body as SystemHealth).findings.map(({ code }) => code);
    expect(await findings()).not.toContain('system.days_differ');
    await seed(sold('1'), HELD);
    await check();
    expect(await findings()).toContain('system.days_differ');
  });

  it('is nobody else’s to see or to check', async () => {
    await seed(sold('1'), HELD);
    await check();
    const other = await app.person();
    expect((await other.call('GET', '/api/completeness/alarms')).body).toEqual({ items: [], open: 0, checks: [] });
    const body = { from: '2026-11-01', to: '2026-11-05' };
    expect((await other.call('POST', `/api/flows/${place.flowId}/completeness/check`, body)).status).toBe(404);
    const viewer = await app.person({ role: 'viewer', workspaceId: place.workspaceId });
    expect((await viewer.call('POST', `/api/flows/${place.flowId}/completeness/check`, body)).status).toBe(403);
  });
});

describe('the daily check', () => {
  const waiting = async () => {
    const rows = await app.deps.db.execute<{ key: string }>(
      sql`select key from graphile_worker.jobs where key = ${`check-flow-completeness:${place.flowId}`}`,
    );
    return rows.length;
  };
  const inADay = () => new Date(Date.now() + 25 * 3_600_000);

  it('is asked for once for a flow that has run, and not again before it has run again', async () => {
    await seed(sold('1'));
    await enqueueChecks(app.deps.db, new Date());
    await enqueueChecks(app.deps.db, new Date());
    expect(await waiting()).toBe(1);
    await app.deps.db.execute(sql`select graphile_worker.remove_job(${`check-flow-completeness:${place.flowId}`})`);
    await check();
    await enqueueChecks(app.deps.db, new Date());
    await enqueueChecks(app.deps.db, inADay());
    expect(await waiting()).toBe(0);
  });

  it('comes back every day while an alarm is open', async () => {
    await seed(sold('1'), HELD);
    await check();
    await enqueueChecks(app.deps.db, new Date());
    expect(await waiting()).toBe(0);
    await enqueueChecks(app.deps.db, inADay());
    expect(await waiting()).toBe(1);
  });
});

describe('what only the source can say', () => {
  const unread: AlarmCause = { cause: 'never-read', reason: null, count: 1, amounts: [], documents: [] };
  const flowOf = (): ControlledFlow => {
    const way = { node: 'books', title: 'Books', rules: {}, feeders: [], summed: [], target: 't', connection: null };
    return { id: place.flowId, workspaceId: place.workspaceId, ways: [way] } as unknown as ControlledFlow;
  };
  const keep = (causes: readonly AlarmCause[], isLive: boolean) => {
    const days = new Map(causes.length > 0 ? [[DAY, causes]] : []);
    const found: Findings = {
      period: { from: '2026-11-01', to: '2026-11-05' },
      alarms: new Map([['books', days]]),
      ...{ isLive, problem: null },
    };
    return keepAlarms(app.deps.db, flowOf(), found, new Date());
  };

  it('stays an alarm while the source is silent, and clears once it agrees', async () => {
    expect(await keep([unread], true)).toBe(1);
    await keep([], false);
    expect((await list()).items.map(({ causes }) => causes.map(({ cause }) => cause))).toEqual([['never-read']]);
    await keep([], true);
    expect((await list()).open).toBe(0);
  });

  it('two checks at once raise one alarm', async () => {
    await Promise.all([keep([unread], true), keep([unread], true), keep([unread], true)]);
    expect((await list()).items).toHaveLength(1);
  });

  it('a day on which the source counts more than was read is one; a day on which both agree is none', () => {
    const live = compareLive(
      [
        { day: DAY, currency: 'EUR', documents: 2, total: '242.00' },
        { day: '2026-11-03', currency: 'EUR', documents: 0, total: '0.00' },
      ],
      [],
    );
    expect(live).toMatchObject([{ counted: 2, read: 0, sourceTotal: '242.00', readTotal: '0.00' }, { counted: 0 }]);
    expect([...findUnread(live)]).toEqual([
      [
        DAY,
        [expect.objectContaining({ cause: 'never-read', count: 2, amounts: [{ currency: 'EUR', amount: '242.00' }] })],
      ],
    ]);
  });
});
