import { type SQL, sql } from 'drizzle-orm';
import type { HoldSelection } from '#schemas/api/holds.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';
import { holdRefusals } from './hold-refusals.ts';
import { type HoldState, inScope, isSelected } from './select-holds.ts';

/** Keys in one line of the audit log. */
const KEYS_A_LINE = 1000;

interface Change {
  readonly action: string;
  readonly from: HoldState;
  readonly set: SQL;
  readonly details: Record<string, unknown>;
}

interface Changed extends Record<string, unknown> {
  readonly flow_id: string;
  readonly document_key: string;
}

async function auditKeys(tx: Transaction, caller: Caller, change: Change, rows: readonly Changed[]): Promise<void> {
  for (const [flowId, ofFlow] of Map.groupBy(rows, (row) => row.flow_id)) {
    const keys = ofFlow.map((row) => row.document_key);
    for (let start = 0; start < keys.length; start += KEYS_A_LINE) {
      const documents = keys.slice(start, start + KEYS_A_LINE);
      await audit(tx, caller, change.action, `flow:${flowId}`, { ...change.details, documents });
    }
  }
}

/** Changes what is selected and names every document of it in the audit log, or neither. */
async function changeHolds(db: Database, caller: Caller, which: HoldSelection, change: Change) {
  return db.transaction(async (tx) => {
    // Rows are locked in one order for everybody, runs that hold documents included.
    const rows = await tx.execute<Changed>(sql`
      update hold set ${change.set}
      from (select hold.flow_id, hold.document_key from hold join flow on flow.id = hold.flow_id
        where ${inScope(caller, change.from)} and ${isSelected(which)}
        order by hold.flow_id, hold.document_key for update of hold) as chosen
      where hold.flow_id = chosen.flow_id and hold.document_key = chosen.document_key
      returning hold.flow_id, hold.document_key`);
    if (rows.length === 0) throw new Refusal(409, holdRefusals.build.nothing_waiting());
    await auditKeys(tx, caller, change, [...rows]);
    return { count: rows.length };
  });
}

/**
 * Takes documents out of the queue for a reason. They stay out until they change or are held for another cause; nothing
 * is booked or deleted.
 *
 * @throws Refusal 409 when none of them waits
 */
export function dismissHolds(
  db: Database,
  caller: Caller,
  which: HoldSelection,
  reason: string,
): Promise<{ count: number }> {
  const set = sql`dismissed_by = ${caller.userId}, dismissed_at = now(), dismissed_reason = ${reason}`;
  return changeHolds(db, caller, which, { action: 'holds.dismissed', from: 'waiting', set, details: { reason } });
}

/** Puts documents that were left out back into the queue. @throws Refusal 409 when none of them was left out */
export function restoreHolds(db: Database, caller: Caller, which: HoldSelection): Promise<{ count: number }> {
  const set = sql`dismissed_by = null, dismissed_at = null, dismissed_reason = null`;
  return changeHolds(db, caller, which, { action: 'holds.restored', from: 'dismissed', set, details: {} });
}
