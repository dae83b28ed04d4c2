import { type SQL, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { HoldCause, HoldFlow } from '#schemas/api/holds.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database } from '../db/database.ts';
import { readMappingNames } from '../mappings/mapping-rows.ts';
import { mappingOfNode } from '../mappings/named-mappings.ts';
import { showAmount } from '../runs/show-amount.ts';
import { findMend } from './find-mend.ts';
import { findMissingRule } from './missing-rule.ts';
import { type HoldState, inScope, isUncertain, type Scope, tryingNow } from './select-holds.ts';

const MOST_CAUSES = 200;
const MOST_NUMBERS = 3;

interface CauseRow extends Record<string, unknown> {
  readonly id: string;
  readonly outcome: 'held' | 'failed';
  readonly count: number;
  readonly uncertain: number;
  readonly since: string;
  readonly message: Message;
  readonly numbers: string[] | null;
  readonly documents: number;
}

async function readCauses(db: Database, where: SQL): Promise<readonly CauseRow[]> {
  return db.execute<CauseRow>(sql`
    select hold.cause as id, min(hold.outcome) as outcome, count(*)::int as count,
      count(*) filter (where ${isUncertain})::int as uncertain, min(hold.since) as since,
      (array_agg(hold.message order by hold.document_id))[1] as message,
      (array_agg(hold.number order by hold.document_id)
        filter (where hold.number is not null))[1:${sql.raw(String(MOST_NUMBERS))}] as numbers,
      (sum(count(*)) over ())::int as documents
    from hold join flow on flow.id = hold.flow_id where ${where}
    group by hold.cause order by count(*) desc, min(hold.since), hold.cause limit ${MOST_CAUSES}`);
}

interface SumRow extends Record<string, unknown> {
  readonly cause: string;
  readonly currency: string;
  readonly amount: string;
}

async function readSums(db: Database, where: SQL): Promise<Map<string, SumRow[]>> {
  const rows = await db.execute<SumRow>(sql`
    select hold.cause, hold.currency, sum(hold.total)::text as amount
    from hold join flow on flow.id = hold.flow_id
    where ${where} and hold.currency is not null and hold.total is not null
    group by hold.cause, hold.currency order by hold.cause, count(*) desc, hold.currency`);
  return Map.groupBy(rows, (row) => row.cause);
}

interface FlowRow extends Record<string, unknown> {
  readonly cause: string;
  readonly code: string;
  readonly id: string;
  readonly name: string;
  readonly published_version: number | null;
  readonly count: number;
  readonly retrying: number;
  readonly retry_run: string | null;
  readonly definition: FlowDefinition;
  readonly message: Message;
  readonly published: FlowDefinition | null;
}

async function readFlows(db: Database, scope: Scope, where: SQL): Promise<Map<string, FlowRow[]>> {
  const rows = await db.execute<FlowRow>(sql`
    select part.*, flow_draft.definition, flow_version.definition as published from (
      select hold.cause, min(hold.code) as code,
        (array_agg(hold.message order by hold.document_id))[1] as message, flow.id, flow.name, flow.published_version, count(*)::int as count,
        count(trying.run_id)::int as retrying, (array_agg(trying.run_id order by trying.run_id desc nulls last))[1] as retry_run
      from hold join flow on flow.id = hold.flow_id
        left join ${tryingNow(scope)} on trying.flow_id = hold.flow_id and trying.key = hold.document_key
      where ${where}
      group by hold.cause, flow.id) as part
    join flow_draft on flow_draft.flow_id = part.id
    left join flow_version on flow_version.flow_id = part.id and flow_version.number = part.published_version
    order by part.count desc, part.name`);
  return Map.groupBy(rows, (row) => row.cause);
}

/**
 * The documents that wait for a person, over all runs and flows, by what frees them; most frequent first.
 *
 * @returns the causes, and how many documents they are in all
 */
export async function listHoldCauses(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  scope: Scope,
  query: { readonly flow?: string | undefined; readonly state?: HoldState | undefined },
): Promise<{ items: HoldCause[]; documents: number }> {
  const ofFlow = query.flow === undefined ? sql`true` : sql`hold.flow_id = ${query.flow}`;
  const where = sql`${inScope(scope, query.state ?? 'waiting')} and ${ofFlow}`;
  const causes = await readCauses(db, where);
  const sums = await readSums(db, where);
  const flows = await readFlows(db, scope, where);
  const mappings = await readMappingNames(db, scope);
  const presentMend = (row: FlowRow): HoldFlow['mend'] => {
    const mend = findMend(registry, row.definition, row.code);
    const missing = mend && findMissingRule(row.message);
    if (!missing) return mend && { ...mend, rule: null };
    const id = row.published && mappingOfNode(registry, row.published, mend.node);
    return { ...mend, rule: { ...missing, mapping: mappings.find((one) => one.id === id) ?? null } };
  };
  const presentFlow = (row: FlowRow): HoldFlow => ({
    ...{ id: row.id, name: row.name, count: row.count, publishedVersion: row.published_version },
    ...{ retrying: row.retrying, retryRun: row.retry_run },
    mend: presentMend(row),
  });
  const items = causes.map(({ documents: _, ...cause }) => ({
    ...cause,
    since: new Date(cause.since).toISOString(),
    numbers: cause.numbers ?? [],
    sums: (sums.get(cause.id) ?? []).map(({ currency, amount }) => ({ currency, amount: showAmount(amount) })),
    flows: (flows.get(cause.id) ?? []).map(presentFlow),
  }));
  return { items, documents: causes[0]?.documents ?? 0 };
}
