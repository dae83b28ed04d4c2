import { and, eq, inArray, like, sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { periodAbout } from '#flows/recurrence/about-days.ts';
import { slotAt } from '#flows/recurrence/slots.ts';
import { localDay } from '#flows/recurrence/zone-clock.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { Period } from '#schemas/period.ts';
import type { Transaction } from '../db/database.ts';
import { run, scheduleSlot } from '../db/schema/index.ts';
import { startRunIn } from '../jobs/control.ts';
import type { EngineServices } from '../jobs/services.ts';
import { scheduleMessages } from './schedule-messages.ts';
import { aboutOf, planOf, type ScheduleRow } from './schedule-rows.ts';

export type StartServices = Pick<EngineServices, 'registry' | 'logger'>;

/** What makes the start of one instant the same start, whoever does it. */
export function triggerKeyOf(scheduleId: string, at: Date): string {
  return `schedule:${scheduleId}:${at.toISOString()}`;
}

/**
 * Whether a run that a schedule of the flow started is queued or running. One that waits for its review is not counted:
 * a review that is forgotten would otherwise stop the schedule for good.
 */
export async function isScheduledRunUnderWay(tx: Transaction, flowId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.flowId, flowId), inArray(run.status, ['queued', 'running']), like(run.triggerKey, 'schedule:%')))
    .limit(1);
  return found !== undefined;
}

/** The days that a run started at an instant is about; an instant outside the plan stands for its own day. */
export function periodAt(row: ScheduleRow, at: Date): Period | null {
  const plan = planOf(row);
  const day = localDay(plan.zone, at.getTime());
  return periodAbout(aboutOf(row), slotAt(plan, at.getTime()) ?? { first: day, last: day });
}

/** A failure of the database is no reason to skip: the transaction is undone, and the job tries again. */
function reasonOf(error: unknown, services: StartServices, row: ScheduleRow): Message {
  if (error instanceof PasserelleError) return error.detail;
  const isDatabase = error instanceof DrizzleQueryError || (error instanceof Error && error.name === 'PostgresError');
  if (isDatabase || !(error instanceof Error)) throw error;
  services.logger.error({ err: error, scheduleId: row.id }, 'a schedule could not start its run');
  return scheduleMessages.build.start_failed({ detail: error.message });
}

/**
 * Starts the run of a slot that is written already, in the caller's transaction. What stands in the way of the run (no
 * published version, an unbound slot) becomes the reason why the slot is skipped.
 *
 * @returns whether there is a run now
 */
export async function startSlot(
  tx: Transaction,
  services: StartServices,
  row: ScheduleRow,
  at: Date,
  startedReason: Message | null = null,
): Promise<boolean> {
  const ofSlot = and(eq(scheduleSlot.scheduleId, row.id), eq(scheduleSlot.at, at));
  const { workspaceId, flowId } = row;
  try {
    // A savepoint, so that what a refused start wrote is undone and the slot can still be decided.
    const runId = await tx.transaction((inner) =>
      startRunIn(inner, services.registry, {
        ...{ workspaceId, flowId, mode: 'live', trigger: 'schedule', startedBy: null },
        period: periodAt(row, at),
        triggerKey: triggerKeyOf(row.id, at),
      }),
    );
    await tx
      .update(scheduleSlot)
      .set({ status: 'started', runId, reason: startedReason, decidedAt: sql`now()` })
      .where(ofSlot);
    return true;
  } catch (error) {
    const reason = reasonOf(error, services, row);
    await tx.update(scheduleSlot).set({ status: 'skipped', reason, decidedAt: sql`now()` }).where(ofSlot);
    return false;
  }
}
