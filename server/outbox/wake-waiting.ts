import type { Transaction } from '../db/database.ts';
import { collectHooks } from '../hooks/hook-jobs.ts';
import { admitNext } from '../limits/admit-run.ts';

/** Wakes whatever waits for a run of these flows to end, in the transaction that notes that the end was handled. */
export async function wakeWaiting(tx: Transaction, flowIds: readonly string[]): Promise<void> {
  for (const flowId of flowIds) {
    await admitNext(tx, flowId);
    await collectHooks(tx, flowId);
  }
}
