import { and, asc, eq, sql } from 'drizzle-orm';
import type { Message } from '#schemas/messages.ts';
import type { Database, Transaction } from '../db/database.ts';
import { schedule, scheduleSlot } from '../db/schema/index.ts';
import { scheduleMessages } from './schedule-messages.ts';
import { type FlowRow, lockFlowForStarts } from './schedule-rows.ts';
import { isScheduledRunUnderWay, type StartServices, startSlot } from './start-slot.ts';

/** Why a flow starts nothing by itself; null when it may. */
export function whyNotStarting(flow: FlowRow): Message | null {
  if (flow.archivedAt !== null) return scheduleMessages.build.flow_archived();
  return flow.isOn ? null : scheduleMessages.build.flow_off();
}

async function oldestWaiting(tx: Transaction, flowId: string) {
  const [found] = await tx
    .select({ schedule, at: scheduleSlot.at })
    .from(scheduleSlot)
    .innerJoin(schedule, eq(schedule.id, scheduleSlot.scheduleId))
    .where(and(eq(schedule.flowId, flowId), eq(scheduleSlot.status, 'waiting')))
    .orderBy(asc(scheduleSlot.at), asc(scheduleSlot.scheduleId))
    .limit(1);
  return found ?? null;
}

/** Skips every waiting slot of a flow, or of one schedule of it. */
export async function skipWaiting(
  tx: Transaction,
  of: { readonly flowId: string } | { readonly scheduleId: string },
  reason: Message,
): Promise<void> {
  const inScope =
    'flowId' in of
      ? sql`${scheduleSlot.scheduleId} in (select id from schedule where flow_id = ${of.flowId})`
      : eq(scheduleSlot.scheduleId, of.scheduleId);
  await tx
    .update(scheduleSlot)
    .set({ status: 'skipped', reason, decidedAt: sql`now()` })
    .where(and(inScope, eq(scheduleSlot.status, 'waiting')));
}

/**
 * Starts the oldest waiting slot of a flow, if no scheduled run of it is under way. To be called when a run has ended;
 * calling it at any other time, or twice, does no harm. The check of every minute calls it for all flows, so a slot
 * starts even when nobody told of the end.
 */
export async function startWaiting(tx: Transaction, services: StartServices, flowId: string): Promise<void> {
  const flow = await lockFlowForStarts(tx, flowId);
  if (!flow) return;
  const reason = whyNotStarting(flow);
  if (reason !== null) return skipWaiting(tx, { flowId }, reason);
  if (await isScheduledRunUnderWay(tx, flowId)) return;
  for (;;) {
    const waiting = await oldestWaiting(tx, flowId);
    // One whose run cannot be started is skipped with its reason, and the next one has its turn.
    if (!waiting || (await startSlot(tx, services, waiting.schedule, waiting.at))) return;
  }
}

/** Flows with slots that wait for their turn. */
export async function flowsWithWaiting(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ flowId: schedule.flowId })
    .from(scheduleSlot)
    .innerJoin(schedule, eq(schedule.id, scheduleSlot.scheduleId))
    .where(eq(scheduleSlot.status, 'waiting'));
  return rows.map((row) => row.flowId);
}
