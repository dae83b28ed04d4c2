import { and, eq, inArray } from 'drizzle-orm';
import type { NodeKind } from '#nodes/kit/node-type.ts';
import type { Database, Transaction } from '../db/database.ts';
import { runStep } from '../db/schema/index.ts';

/**
 * The nodes of a run that are of some kinds. Documents are indexed by run and node: naming the nodes spares a look at
 * every document of the run.
 */
export async function nodesOfKind(
  db: Database | Transaction,
  runId: string,
  kinds: readonly NodeKind[],
): Promise<string[]> {
  const isWanted = and(eq(runStep.runId, runId), inArray(runStep.kind, [...kinds]));
  const rows = await db.select({ nodeId: runStep.nodeId }).from(runStep).where(isWanted);
  return rows.map((row) => row.nodeId);
}
