import { inArray } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { schedule } from '../db/schema/index.ts';
import { collectHooks } from '../hooks/hook-jobs.ts';
import { admitNext } from '../limits/admit-run.ts';
import type { StartServices } from '../schedules/start-slot.ts';
import { startWaiting } from '../schedules/start-waiting.ts';

/** Those of the flows that have a schedule: only these are locked to look for a slot that waits its turn. */
async function scheduledFlows(tx: Transaction, flowIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ flowId: schedule.flowId })
    .from(schedule)
    .where(inArray(schedule.flowId, [...flowIds]));
  return new Set(rows.map((row) => row.flowId));
}

/**
 * Wakes whatever waits for a run of these flows to end, in the transaction that notes that the end was handled: queued
 * runs, slots of schedules, webhooks that were gathered meanwhile.
 *
 * @param flowIds in a fixed order: two handlers that lock the same flows must not wait for each other in a circle
 */
export async function wakeWaiting(tx: Transaction, services: StartServices, flowIds: readonly string[]): Promise<void> {
  const scheduled = await scheduledFlows(tx, flowIds);
  for (const flowId of flowIds) {
    if (scheduled.has(flowId)) await startWaiting(tx, services, flowId);
    await admitNext(tx, flowId);
    await collectHooks(tx, flowId);
  }
}
