import { sql } from 'drizzle-orm';
import { configOf } from '#flows/migrate-config.ts';
import type { SourceNodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Database, Transaction } from '../db/database.ts';

export const MARK = 'mark-booked';

/** A source node whose person wants it to note what is booked. */
export interface MarkingSource {
  readonly nodeId: string;
  readonly config: unknown;
  readonly support: NonNullable<SourceNodeType['marks']>;
}

export function markingSources(flow: FlowDefinition, registry: Registry): MarkingSource[] {
  return Object.entries(flow.nodes).flatMap(([nodeId, node]): MarkingSource[] => {
    const type = registry.nodeTypes.get(node.type);
    const support = type?.kind === 'source' ? (type as SourceNodeType).marks : undefined;
    if (!support) return [];
    const config = configOf(flow, nodeId, registry);
    return support.isWanted(config) ? [{ nodeId, config, support }] : [];
  });
}

/** Has the sources of a run told what it booked, in the transaction that ends the run, so that no end goes untold. */
export async function markLater(
  db: Database | Transaction,
  runId: string,
  { attempt = 1, runAt = null }: { readonly attempt?: number; readonly runAt?: Date | null } = {},
): Promise<void> {
  const payload = JSON.stringify({ runId, attempt });
  await db.execute(sql`
    select graphile_worker.add_job(${MARK}, payload => ${payload}::json, run_at => ${runAt?.toISOString() ?? null}::timestamptz,
      job_key => ${`${MARK}:${runId}`}, max_attempts => 10)`);
}
