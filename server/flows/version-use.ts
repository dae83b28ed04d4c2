import { sql } from 'drizzle-orm';
import type { VersionUse } from '#schemas/api/flows.ts';
import type { Database } from '../db/database.ts';
import { findFlow, type Scope } from './flow-rows.ts';

/** A flow that webhooks start has millions of runs; nobody needs them counted to the last one. */
const COUNTED = 10_000;

/** How many of the latest runs of a flow used each version. @throws Refusal 404 */
export async function readVersionUse(db: Database, scope: Scope, flowId: string): Promise<VersionUse> {
  await findFlow(db, scope, flowId);
  const versions = await db.execute<{ number: number; runs: number }>(sql`
    select latest.version as number, count(*)::int as runs
    from (select version from run where run.flow_id = ${flowId} order by id desc limit ${COUNTED}) as latest
    group by latest.version order by latest.version desc`);
  const counted = versions.reduce((total, { runs }) => total + runs, 0);
  return { versions: [...versions], isComplete: counted < COUNTED };
}
