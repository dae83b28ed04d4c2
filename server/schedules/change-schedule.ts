import { eq } from 'drizzle-orm';
import { ruleText } from '#flows/recurrence/rule.ts';
import { nextSlots } from '#flows/recurrence/slots.ts';
import type { ScheduleSettings } from '#schemas/api/schedules.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { schedule, scheduleSlot } from '../db/schema/index.ts';
import { findFlow } from '../flows/flow-rows.ts';
import type { AppDeps } from '../http/app-deps.ts';
import { Refusal } from '../http/refusal.ts';
import { startRunIn } from '../jobs/control.ts';
import { settleDue } from './fire-schedule.ts';
import { enqueueSchedule, removeScheduleJob } from './schedule-jobs.ts';
import { scheduleMessages } from './schedule-messages.ts';
import { databaseNow, lockForChange, planOf, type Scheduled } from './schedule-rows.ts';
import { periodAt, triggerKeyOf } from './start-slot.ts';
import { skipWaiting } from './start-waiting.ts';

type Deps = Pick<AppDeps, 'db' | 'registry' | 'log'>;

/** The settings as columns. */
function columnsOf({ about, ...settings }: ScheduleSettings) {
  const { recurrence, startsOn, zone, name, overlap, catchUp } = settings;
  const period = about === 'everything' ? null : about;
  return { recurrence, startsOn, zone, name, overlap, catchUp, period, rule: ruleText(settings) };
}

/** @throws Refusal 422 when there is no instant at all */
function firstInstant(settings: Pick<ScheduleSettings, 'recurrence' | 'startsOn' | 'zone'>, now: Date): Date {
  const [next] = nextSlots(settings, now.getTime(), 1);
  if (!next) throw new Refusal(422, scheduleMessages.build.never());
  return new Date(next.at);
}

/** Makes a schedule with the job for its first instant. @throws Refusal 404 without such a flow · 422 */
export async function createSchedule(
  db: Database,
  caller: Caller,
  flowId: string,
  settings: ScheduleSettings,
): Promise<string> {
  return db.transaction(async (tx) => {
    const { flow } = await findFlow(tx, caller, flowId);
    const nextAt = firstInstant(settings, await databaseNow(tx));
    const { workspaceId, userId: createdBy } = caller;
    const [created] = await tx
      .insert(schedule)
      .values({ ...columnsOf(settings), workspaceId, flowId, createdBy, nextAt, updatedAt: new Date() })
      .returning({ id: schedule.id });
    const id = created?.id ?? '';
    await enqueueSchedule(tx, id, nextAt);
    await audit(tx, caller, 'schedule.created', `schedule:${id}`, { flow: flow.name, ...settings });
    return id;
  });
}

/** Changes a schedule after deciding, as it was, on what is due already: a change made at 08:00 loses no slot of 08:00. */
async function change(
  deps: Deps,
  caller: Caller,
  id: string,
  write: (tx: Transaction, found: Scheduled, now: Date) => Promise<void>,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const found = await lockForChange(tx, caller, id);
    const now = await databaseNow(tx);
    if (!found.schedule.paused) await settleDue(tx, { registry: deps.registry, logger: deps.log }, found, now);
    await write(tx, found, now);
  });
}

/** @throws Refusal 404 · 409 when somebody else changed it after `updatedAt` · 422 */
export async function changeSchedule(
  deps: Deps,
  caller: Caller,
  id: string,
  input: ScheduleSettings & { readonly updatedAt: string },
): Promise<void> {
  const { updatedAt: seenAt, ...settings } = input;
  await change(deps, caller, id, async (tx, found, now) => {
    if (found.schedule.updatedAt.toISOString() !== seenAt) {
      throw new Refusal(409, scheduleMessages.build.changed_meanwhile());
    }
    const first = firstInstant(settings, now);
    const nextAt = found.schedule.paused ? null : first;
    await tx
      .update(schedule)
      .set({ ...columnsOf(settings), nextAt, updatedAt: new Date() })
      .where(eq(schedule.id, id));
    if (nextAt) await enqueueSchedule(tx, id, nextAt);
    await audit(tx, caller, 'schedule.changed', `schedule:${id}`, { flow: found.flow.name, ...settings });
  });
}

/** Starts nothing more until it is resumed. Pausing twice does no harm. @throws Refusal 404 */
export async function pauseSchedule(deps: Deps, caller: Caller, id: string): Promise<void> {
  await change(deps, caller, id, async (tx, found) => {
    if (found.schedule.paused) return;
    await tx.update(schedule).set({ paused: true, nextAt: null, updatedAt: new Date() }).where(eq(schedule.id, id));
    await skipWaiting(tx, { scheduleId: id }, scheduleMessages.build.paused());
    await removeScheduleJob(tx, id);
    await audit(tx, caller, 'schedule.paused', `schedule:${id}`, { flow: found.flow.name, name: found.schedule.name });
  });
}

/** Goes on with the next instant from now; what passed meanwhile was not wanted. @throws Refusal 404 */
export async function resumeSchedule(deps: Deps, caller: Caller, id: string): Promise<void> {
  await change(deps, caller, id, async (tx, found, now) => {
    if (!found.schedule.paused) return;
    const nextAt = firstInstant(planOf(found.schedule), now);
    await tx.update(schedule).set({ paused: false, nextAt, updatedAt: new Date() }).where(eq(schedule.id, id));
    await enqueueSchedule(tx, id, nextAt);
    await audit(tx, caller, 'schedule.resumed', `schedule:${id}`, { flow: found.flow.name, name: found.schedule.name });
  });
}

/** Deletes a schedule with its slots. Runs that it started stay, and say by their trigger where they come from. */
export async function deleteSchedule(deps: Deps, caller: Caller, id: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const { schedule: row, flow } = await lockForChange(tx, caller, id);
    await tx.delete(schedule).where(eq(schedule.id, id));
    await removeScheduleJob(tx, id);
    await audit(tx, caller, 'schedule.deleted', `schedule:${id}`, { flow: flow.name, name: row.name, rule: row.rule });
  });
}

/**
 * Starts a run now, about the days that a slot of this instant would be about. A person asked for it, so neither the
 * switch of the flow nor the overlap policy stands in the way; slots that come due meanwhile respect it as a run of the
 * schedule.
 *
 * @returns id of the run
 * @throws Refusal 404
 * @throws SettingsError when nothing is published or a slot is unbound
 */
export async function runScheduleNow(deps: Deps, caller: Caller, id: string): Promise<string> {
  return deps.db.transaction(async (tx) => {
    const { schedule: row, flow } = await lockForChange(tx, caller, id);
    const at = await databaseNow(tx);
    const { workspaceId, userId: startedBy } = caller;
    const runId = await startRunIn(tx, deps.registry, {
      ...{ workspaceId, flowId: flow.id, mode: 'live', trigger: 'manual', startedBy },
      period: periodAt(row, at),
      triggerKey: triggerKeyOf(id, at),
    });
    await tx.insert(scheduleSlot).values({ scheduleId: id, at, status: 'started', runId }).onConflictDoNothing();
    await audit(tx, caller, 'schedule.run', `schedule:${id}`, { flow: flow.name, name: row.name, runId });
    return runId;
  });
}
