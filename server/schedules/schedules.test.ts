import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { PlannedSlot, Schedule, ScheduleSlot } from '#schemas/api/schedules.ts';
import { auditLog, flow, schedule } from '../db/schema/index.ts';
import { type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';
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

const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];
const listed = async (query = '') =>
  ((await my.call('GET', `/api/schedules${query}`)).body as { items: Schedule[] }).items;
const actions = async () => {
  const rows = await app.deps.db.select().from(auditLog).where(eq(auditLog.workspaceId, my.workspaceId));
  return rows.map(({ action }) => action).filter((action) => action.startsWith('schedule.'));
};

test('AT-220 a flow has any number of schedules, each with its start date and time', async () => {
  const made = [await my.make(DAILY), await my.make({ ...DAILY, startsOn: '2099-03-01', name: 'Later' })];
  expect(made[0]).toMatchObject({
    name: 'Every morning',
    rule: expect.stringContaining('RRULE:FREQ=DAILY;INTERVAL=1'),
  });
  expect(made[1]).toMatchObject({ nextAt: '2099-03-01T07:00:00.000Z', startsOn: '2099-03-01', paused: false });
  expect((await listed()).map(({ id }) => id)).toEqual(made.map(({ id }) => id));
  expect(await my.jobAt(made[1]?.id ?? '')).toBe('2099-03-01T07:00:00.000Z');
});

describe('AT-221 before a schedule is saved', () => {
  const preview = async (recurrence: object, startsOn = '2099-01-01') => {
    const body = { recurrence: { ...DAILY.recurrence, ...recurrence }, startsOn, zone: DAILY.zone, about: 'today' };
    return (await my.call('POST', '/api/schedules/preview', body)).body as { rule: string; slots: PlannedSlot[] };
  };

  it('its rule and its next 20 instants are shown', async () => {
    const { rule, slots } = await preview({ days: { kind: 'days', every: 3 } });
    expect(rule).toContain('FREQ=DAILY;INTERVAL=3');
    expect(slots).toHaveLength(20);
    expect(slots[0]).toMatchObject({
      at: '2099-01-01T07:00:00.000Z',
      period: { from: '2099-01-01', to: '2099-01-01' },
    });
    expect(slots[19]?.at).toBe('2099-02-27T07:00:00.000Z');
  });

  it('a time that the clocks skip, one that comes twice and a day moved by a holiday are marked', async () => {
    const gap = await preview({ time: '02:30' }, '2030-03-31');
    expect(gap.slots[0]).toMatchObject({ at: '2030-03-31T01:00:00.000Z', clock: 'gap' });
    const fold = await preview({ time: '02:00', repeat: { everyMinutes: 60, forMinutes: 720 } }, '2030-10-27');
    expect(fold.slots.slice(0, 3).map(({ clock }) => clock)).toEqual(['first', 'second', null]);
    const days = { kind: 'month-days', months: [5], days: [1] };
    const moved = await preview({ days, holidays: { calendar: 'BE', rule: 'after' } }, '2031-01-01');
    expect(moved.slots[0]).toMatchObject({ at: '2031-05-02T06:00:00.000Z', movedFrom: '2031-05-01' });
  });

  it('one that never starts has no instants, and cannot be saved', async () => {
    const days = { kind: 'month-days' as const, months: [2, 4], days: [31] };
    expect((await preview({ days })).slots).toEqual([]);
    const body = { ...DAILY, recurrence: { ...DAILY.recurrence, days }, flow: my.flowId };
    expect(refusal(await my.call('POST', '/api/schedules', body))).toEqual([422, 'schedules.never']);
  });

  it('an unknown zone, a step longer than its window and an empty choice are refused', async () => {
    const status = async (change: object) =>
      (await my.call('POST', '/api/schedules', { ...DAILY, flow: my.flowId, ...change })).status;
    expect(await status({ zone: 'Europe/Atlantis' })).toBe(400);
    expect(await status({ recurrence: { ...DAILY.recurrence, repeat: { everyMinutes: 60, forMinutes: 30 } } })).toBe(
      400,
    );
    const days = { kind: 'weeks', every: 1, weekdays: [] };
    expect(await status({ recurrence: { ...DAILY.recurrence, days } })).toBe(400);
  });
});

describe('AT-229 the list of schedules', () => {
  it('shows flow, name, start, interval, last run, next run and whether it is running, of all flows', async () => {
    const id = await my.makeAt(DAILY, '2027-06-01T06:00:00Z');
    await my.fire(id, '2027-06-01T06:00:00Z');
    const [run] = await my.scheduledRuns();
    expect(await listed()).toMatchObject([
      {
        flow: { id: my.flowId, name: 'Seeded', isOn: true, isPublished: true },
        name: 'Every morning',
        startsOn: '2026-01-01',
        recurrence: DAILY.recurrence,
        lastRun: { id: run?.id, status: 'queued', at: '2027-06-01T06:00:00.000Z' },
        nextAt: '2027-06-02T06:00:00.000Z',
        running: 1,
        waiting: 0,
      },
    ]);
    await my.endRuns();
    expect(await listed()).toMatchObject([{ running: 0, lastRun: { status: 'succeeded' } }]);
  });

  it('is filtered by flow, by state and by words, and leaves out flows that were put away', async () => {
    const [daily, often] = [await my.make(DAILY), await my.make(EVERY_FIVE_MINUTES)];
    await my.call('POST', `/api/schedules/${often.id}/pause`);
    const ids = async (query: string) => (await listed(query)).map(({ id }) => id);
    expect(await ids(`?flow=${my.flowId}`)).toEqual([daily.id, often.id]);
    expect(await ids(`?flow=${daily.id}`)).toEqual([]);
    expect(await ids('?state=paused')).toEqual([often.id]);
    expect(await ids('?state=active')).toEqual([daily.id]);
    expect(await ids('?state=running')).toEqual([]);
    expect(await ids('?search=MORNING')).toEqual([daily.id]);
    expect(await ids('?search=%25')).toEqual([]);
    await app.deps.db.update(flow).set({ archivedAt: new Date() }).where(eq(flow.id, my.flowId));
    expect(await ids('')).toEqual([]);
    expect(refusal(await my.call('GET', `/api/schedules/${daily.id}`))).toEqual([404, 'schedules.missing']);
  });

  it('shows what became of each slot, page by page', async () => {
    const id = await my.makeAt(EVERY_FIVE_MINUTES, '2027-06-01T06:00:00Z');
    for (const minute of ['00', '05', '10']) await my.fire(id, `2027-06-01T06:${minute}:00Z`);
    const page = async (query: string) => (await my.call('GET', `/api/schedules/${id}/slots${query}`)).body;
    const first = (await page('?limit=2')) as { items: ScheduleSlot[]; next: string; total: number };
    expect(first.total).toBe(3);
    expect(first.items.map(({ at, status }) => `${at.slice(11, 16)} ${status}`)).toEqual([
      '06:10 skipped',
      '06:05 skipped',
    ]);
    const second = (await page(`?limit=2&after=${first.next}`)) as typeof first;
    expect(second).toMatchObject({ items: [{ status: 'started', run: { status: 'queued' } }], next: null });
    expect(refusal(await my.call('GET', `/api/schedules/${id}/slots?after=x`))).toEqual([400, 'runs.bad_cursor']);
  });

  it('is where a schedule is deleted, with its job and its slots; its runs stay', async () => {
    const id = await my.makeAt(DAILY, '2027-06-01T06:00:00Z');
    await my.fire(id, '2027-06-01T06:00:00Z');
    expect((await my.call('DELETE', `/api/schedules/${id}`)).status).toBe(200);
    expect(await listed()).toEqual([]);
    expect(await my.jobAt(id)).toBeNull();
    expect(await my.slots(id)).toEqual([]);
    expect(await my.scheduledRuns()).toHaveLength(1);
    await my.fire(id, '2027-06-02T06:00:00Z');
    expect(await my.scheduledRuns()).toHaveLength(1);
  });
});

test('AT-230 the list of runs says which were started by a schedule and which by hand', async () => {
  const id = await my.makeAt(DAILY, '2027-06-01T06:00:00Z');
  await my.fire(id, '2027-06-01T06:00:00Z');
  await my.call('POST', `/api/schedules/${id}/run`);
  const { items } = (await my.call('GET', `/api/runs?flow=${my.flowId}`)).body as { items: { trigger: string }[] };
  expect(items.map(({ trigger }) => trigger)).toEqual(['manual', 'schedule', 'manual']);
});

describe('AT-231 F-07 a schedule', () => {
  const settingsOf = ({ id: _, flow: __, rule: ___, paused, nextAt, lastRun, running, waiting, ...rest }: Schedule) =>
    rest;

  it('can be edited: rule, next instant and job follow at once', async () => {
    const made = await my.make(DAILY);
    const body = { ...settingsOf(made), startsOn: '2098-05-04', name: 'Other', about: 'week-before' as const };
    const changed = (await my.call('PUT', `/api/schedules/${made.id}`, body)).body as Schedule;
    expect(changed).toMatchObject({ name: 'Other', about: 'week-before', nextAt: '2098-05-04T06:00:00.000Z' });
    expect(changed.rule).toContain('DTSTART;TZID=Europe/Brussels:20980504T080000');
    expect(await my.jobAt(made.id)).toBe('2098-05-04T06:00:00.000Z');
  });

  it('that somebody else changed in the meantime is not overwritten', async () => {
    const made = await my.make(DAILY);
    await my.call('POST', `/api/schedules/${made.id}/pause`);
    const reply = await my.call('PUT', `/api/schedules/${made.id}`, settingsOf(made));
    expect(refusal(reply)).toEqual([409, 'schedules.changed_meanwhile']);
  });

  it('that is edited while a slot is due loses none: it is decided first, as it was planned', async () => {
    const step = 5 * 60_000;
    const due = new Date(Math.floor(Date.now() / step) * step).toISOString();
    const id = await my.makeAt(EVERY_FIVE_MINUTES, due);
    const { body } = await my.call('GET', `/api/schedules/${id}`);
    const change = { ...settingsOf(body as Schedule), startsOn: '2098-05-04' };
    expect((await my.call('PUT', `/api/schedules/${id}`, change)).status).toBe(200);
    expect((await my.slots(id))[0]).toMatchObject({ at: due, status: 'started' });
    expect(await my.jobAt(id)).toBe('2098-05-03T22:00:00.000Z');
  });

  it('that is paused while a slot is due loses none either', async () => {
    const step = 5 * 60_000;
    const due = new Date(Math.floor(Date.now() / step) * step).toISOString();
    const id = await my.makeAt(EVERY_FIVE_MINUTES, due);
    await my.call('POST', `/api/schedules/${id}/pause`);
    expect((await my.slots(id))[0]).toMatchObject({ at: due, status: 'started' });
    expect(await my.jobAt(id)).toBeNull();
  });

  it('can be paused and resumed; what passed meanwhile is not made up for, and what waited is skipped', async () => {
    const id = await my.makeAt({ ...EVERY_FIVE_MINUTES, overlap: 'queue' }, '2026-06-01T06:00:00Z');
    await my.fire(id, '2026-06-01T06:00:00Z');
    await my.fire(id, '2026-06-01T06:05:00Z');
    await app.deps.db
      .update(schedule)
      .set({ nextAt: new Date('2099-01-01T00:00:00Z') })
      .where(eq(schedule.id, id));
    const paused = (await my.call('POST', `/api/schedules/${id}/pause`)).body as Schedule;
    expect(paused).toMatchObject({ paused: true, nextAt: null, waiting: 0 });
    expect(await my.story(id)).toEqual(['06:00 started', '06:05 skipped schedules.paused']);
    expect(await my.jobAt(id)).toBeNull();
    await my.fire(id, '2027-06-02T06:00:00Z');
    expect(await my.story(id)).toHaveLength(2);
    const resumed = (await my.call('POST', `/api/schedules/${id}/resume`)).body as Schedule;
    expect(Date.parse(resumed.nextAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(await my.jobAt(id)).toBe(resumed.nextAt);
    expect(await my.story(id)).toHaveLength(2);
  });

  it('can be run now, also while the flow is switched off, and the run stands among its slots', async () => {
    const { id } = await my.make({ ...DAILY, about: 'today' });
    await app.deps.db.update(flow).set({ isOn: false }).where(eq(flow.id, my.flowId));
    const { runId } = (await my.call('POST', `/api/schedules/${id}/run`)).body as { runId: string };
    const [run] = await my.scheduledRuns();
    expect(run).toMatchObject({ id: runId, trigger: 'manual', periodFrom: run?.periodTo });
    expect(await my.slots(id)).toMatchObject([{ status: 'started', runId }]);
    await app.deps.db.update(flow).set({ publishedVersion: null }).where(eq(flow.id, my.flowId));
    expect(refusal(await my.call('POST', `/api/schedules/${id}/run`))).toEqual([422, 'run.not_published']);
  });

  it('leaves a trace of everything that a person does to it', async () => {
    const made = await my.make(DAILY);
    const at = `/api/schedules/${made.id}`;
    await my.call('PUT', at, settingsOf(made));
    for (const action of ['pause', 'resume', 'run']) await my.call('POST', `${at}/${action}`);
    await my.call('DELETE', at);
    expect(await actions()).toEqual(
      ['created', 'changed', 'paused', 'resumed', 'run', 'deleted'].map((action) => `schedule.${action}`),
    );
  });

  it('is seen and changed in its own workspace only, and changed by editors only', async () => {
    const made = await my.make(DAILY);
    const at = `/api/schedules/${made.id}`;
    const { call: stranger } = await app.person();
    const { call: viewer } = await app.person({ role: 'viewer', workspaceId: my.workspaceId });
    expect((await stranger('GET', at)).status).toBe(404);
    expect((await stranger('DELETE', at)).status).toBe(404);
    expect((await stranger('GET', `${at}/slots`)).status).toBe(404);
    expect((await stranger('POST', '/api/schedules', { ...DAILY, flow: my.flowId })).status).toBe(404);
    expect((await viewer('GET', at)).status).toBe(200);
    for (const action of ['pause', 'resume', 'run']) {
      expect((await viewer('POST', `${at}/${action}`)).status).toBe(403);
      expect((await stranger('POST', `${at}/${action}`)).status).toBe(404);
    }
  });
});
