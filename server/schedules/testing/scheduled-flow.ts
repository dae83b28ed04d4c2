import { eq, sql } from 'drizzle-orm';
import type { Schedule, ScheduleSettings } from '#schemas/api/schedules.ts';
import { flow, run, schedule, scheduleSlot } from '../../db/schema/index.ts';
import { seedRun } from '../../http/testing/seed-run.ts';
import type { Person, TestApp } from '../../http/testing/test-app.ts';
import { fireSchedule } from '../fire-schedule.ts';

/** Every day at 08:00 in Brussels, about everything. */
export const DAILY: ScheduleSettings = {
  name: 'Every morning',
  recurrence: {
    days: { kind: 'days', every: 1 },
    time: '08:00',
    repeat: null,
    holidays: { calendar: 'none', rule: 'run' },
  },
  startsOn: '2026-01-01',
  zone: 'Europe/Brussels',
  overlap: 'skip',
  catchUp: 'last',
  about: 'everything',
};
export const EVERY_FIVE_MINUTES: ScheduleSettings = {
  ...DAILY,
  name: 'All the time',
  recurrence: { ...DAILY.recurrence, time: '00:00', repeat: { everyMinutes: 5, forMinutes: 1440 } },
};

/** A person with a published flow that is switched on, and a clock that the test moves. */
export async function scheduledFlow(app: TestApp) {
  const { call, workspaceId } = await app.person();
  const { db, registry, log: logger } = app.deps;
  const { flowId } = await seedRun(db, workspaceId, 1);
  await db.update(flow).set({ isOn: true }).where(eq(flow.id, flowId));

  const make = async (settings: ScheduleSettings, by: Person = call): Promise<Schedule> => {
    const { status, body } = await by('POST', '/api/schedules', { ...settings, flow: flowId });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as Schedule;
  };
  /** A schedule whose next undecided instant lies wherever the test wants it, with its job. */
  const makeAt = async (settings: ScheduleSettings, nextAt: string): Promise<string> => {
    const { id } = await make(settings);
    await db
      .update(schedule)
      .set({ nextAt: new Date(nextAt) })
      .where(eq(schedule.id, id));
    return id;
  };
  const fire = (id: string, at: string) => fireSchedule(db, { registry, logger }, id, new Date(at));
  const slots = async (id: string) => {
    const rows = await db.select().from(scheduleSlot).where(eq(scheduleSlot.scheduleId, id)).orderBy(scheduleSlot.at);
    return rows.map(({ at, status, reason, runId }) => ({
      at: at.toISOString(),
      status,
      code: reason?.code ?? null,
      runId,
    }));
  };
  /** "08:00 started", "08:05 skipped schedules.still_running": times in UTC. */
  const story = async (id: string) =>
    (await slots(id)).map(({ at, status, code }) => [at.slice(11, 16), status, code ?? ''].join(' ').trim());
  const scheduledRuns = () =>
    db.select().from(run).where(sql`flow_id = ${flowId} and trigger_key like 'schedule:%'`).orderBy(run.id);
  const endRuns = (status: 'succeeded' | 'in-review' = 'succeeded') =>
    db.update(run).set({ status }).where(sql`flow_id = ${flowId} and trigger_key like 'schedule:%'`);
  const row = async (id: string) => (await db.select().from(schedule).where(eq(schedule.id, id)))[0];
  /** When the job of the schedule is to run; null without one. */
  const jobAt = async (id: string) => {
    const [job] = await db.execute<{ run_at: string }>(sql`
      select run_at from graphile_worker.jobs where key = ${`schedule:${id}`}`);
    return job ? new Date(job.run_at).toISOString() : null;
  };
  return { call, workspaceId, flowId, make, makeAt, fire, slots, story, scheduledRuns, endRuns, row, jobAt };
}
