import { sql } from 'drizzle-orm';
import type { Outcome, OutcomeCounts } from '#schemas/outcome.ts';
import type { Database, Transaction } from '../db/database.ts';

const NONE: OutcomeCounts = { total: 0, pending: 0, posted: 0, previewed: 0, skipped: 0, held: 0, failed: 0 };

interface TotalRow extends Record<string, unknown> {
  readonly run_id: string;
  readonly total: number;
}
interface OutcomeRow extends TotalRow {
  readonly outcome: Outcome;
}

function uuids(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}

/**
 * How the source documents of runs ended, by run id. What has no outcome yet is pending.
 *
 * Source documents are found by the nodes that emitted them, which an index answers: reading each document's root would
 * go through the bodies of all entries as well.
 */
export async function countOutcomes(
  db: Database | Transaction,
  runIds: readonly string[],
): Promise<Map<string, OutcomeCounts>> {
  const counts = new Map(runIds.map((id) => [id, { ...NONE }]));
  if (runIds.length === 0) return counts;
  const totals = await db.execute<TotalRow>(sql`
    select document.run_id, count(*)::int as total
    from document join run_step on run_step.run_id = document.run_id and run_step.node_id = document.node_id
    where document.run_id = any(${uuids(runIds)}) and run_step.kind = 'source'
    group by 1`);
  const outcomes = await db.execute<OutcomeRow>(sql`
    select run_id, outcome, count(*)::int as total from outcome
    where run_id = any(${uuids(runIds)}) and outcome <> 'pending'
    group by 1, 2`);
  for (const { run_id: id, total } of totals) Object.assign(counts.get(id) ?? {}, { total, pending: total });
  for (const { run_id: id, outcome, total } of outcomes) {
    const count = counts.get(id);
    if (!count) continue;
    count[outcome] = total;
    count.pending = Math.max(0, count.pending - total);
  }
  return counts;
}

/** The same for one run. */
export async function countRun(db: Database | Transaction, runId: string): Promise<OutcomeCounts> {
  return (await countOutcomes(db, [runId])).get(runId) ?? NONE;
}
