import { and, eq, isNull, sql } from 'drizzle-orm';
import { ABOUTS, type About, type Plan, recurrenceSchema } from '#schemas/recurrence.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, schedule } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { scheduleMessages } from './schedule-messages.ts';

export type ScheduleRow = typeof schedule.$inferSelect;
export type FlowRow = typeof flow.$inferSelect;

export interface Scheduled {
  readonly schedule: ScheduleRow;
  readonly flow: FlowRow;
}

export function planOf(row: Pick<ScheduleRow, 'recurrence' | 'startsOn' | 'zone'>): Plan {
  return { recurrence: recurrenceSchema.parse(row.recurrence), startsOn: row.startsOn, zone: row.zone };
}

export function aboutOf(row: Pick<ScheduleRow, 'period'>): About {
  return ABOUTS.find((about) => about === row.period) ?? 'everything';
}

/**
 * The clock that decides what is due: the database's, which wakes the jobs too. Processes whose clocks differ would
 * otherwise start slots early or twice over.
 */
export async function databaseNow(tx: Database | Transaction): Promise<Date> {
  const [row] = await tx.execute<{ ms: string }>(sql`select floor(extract(epoch from now()) * 1000)::text as ms`);
  return new Date(Number(row?.ms));
}

/** Only one transaction at a time decides what the schedules of a flow start. */
export async function lockFlowForStarts(tx: Transaction, flowId: string): Promise<FlowRow | null> {
  const [row] = await tx.select().from(flow).where(eq(flow.id, flowId)).for('no key update');
  return row ?? null;
}

/** A schedule with its flow, both locked, always in the same order; null when it is gone. */
export async function lockScheduled(tx: Transaction, id: string): Promise<Scheduled | null> {
  const [known] = await tx.select({ flowId: schedule.flowId }).from(schedule).where(eq(schedule.id, id));
  if (!known) return null;
  const flowRow = await lockFlowForStarts(tx, known.flowId);
  const [row] = await tx.select().from(schedule).where(eq(schedule.id, id)).for('update');
  return row && flowRow ? { schedule: row, flow: flowRow } : null;
}

/** @throws Refusal 404, also for a schedule of another workspace or of a flow that was put away */
export async function lockForChange(
  tx: Transaction,
  scope: Pick<Caller, 'workspaceId'>,
  id: string,
): Promise<Scheduled> {
  const rows = await tx
    .select({ id: schedule.id })
    .from(schedule)
    .innerJoin(flow, eq(flow.id, schedule.flowId))
    .where(and(eq(schedule.id, id), eq(schedule.workspaceId, scope.workspaceId), isNull(flow.archivedAt)));
  foundOr404(rows, scheduleMessages.build.missing());
  const locked = await lockScheduled(tx, id);
  return foundOr404(locked ? [locked] : [], scheduleMessages.build.missing());
}
