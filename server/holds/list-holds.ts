import { type SQL, sql } from 'drizzle-orm';
import type { Hold } from '#schemas/api/holds.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database } from '../db/database.ts';
import { idAfter, limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import { containing } from '../runs/run-documents.ts';
import { showAmount } from '../runs/show-amount.ts';
import { type HoldState, inScope, type Scope, tryingNow } from './select-holds.ts';

type HoldQuery = PageQuery & {
  readonly cause?: string | undefined;
  readonly customer?: string | undefined;
  readonly flow?: string | undefined;
  readonly state?: HoldState | undefined;
  readonly search?: string | undefined;
};

interface HoldRow extends Record<string, unknown> {
  readonly flow_id: string;
  readonly flow_name: string;
  readonly document_key: string;
  readonly run_id: string;
  readonly version: number;
  readonly document_id: string;
  readonly outcome: 'held' | 'failed';
  readonly cause: string;
  readonly message: Message;
  readonly label: string;
  readonly number: string | null;
  readonly day: string | null;
  readonly total: string | null;
  readonly currency: string | null;
  readonly party: string | null;
  readonly since: string;
  readonly retry_run: string | null;
  readonly dismissed_by: string | null;
  readonly dismissed_at: string | null;
  readonly dismissed_reason: string | null;
}

function present(row: HoldRow): Hold {
  const at = row.dismissed_at;
  return {
    flow: { id: row.flow_id, name: row.flow_name },
    key: row.document_key,
    run: row.run_id,
    document: row.document_id,
    ...{ version: row.version, outcome: row.outcome, cause: row.cause, reason: row.message },
    ...{ label: row.label, number: row.number, currency: row.currency, party: row.party },
    date: row.day,
    total: row.total === null ? null : showAmount(row.total),
    since: new Date(row.since).toISOString(),
    retryRun: row.retry_run,
    dismissed:
      at === null ? null : { by: row.dismissed_by, at: new Date(at).toISOString(), reason: row.dismissed_reason ?? '' },
  };
}

function matches(search: string): SQL {
  const pattern = containing(search);
  return sql`(hold.label ilike ${pattern} or hold.number ilike ${pattern} or hold.party ilike ${pattern}
    or hold.total::text ilike ${pattern})`;
}

function filterOf(scope: Scope, query: HoldQuery): SQL {
  const parts = [inScope(scope, query.state ?? 'waiting')];
  if (query.cause !== undefined) parts.push(sql`hold.cause = ${query.cause}`);
  if (query.flow !== undefined) parts.push(sql`hold.flow_id = ${query.flow}`);
  if (query.customer !== undefined) {
    parts.push(sql`hold.message->'params'->>'key' = ${query.customer} and hold.message->>'code' like 'customer.%'`);
  }
  if (query.search?.trim()) parts.push(matches(query.search));
  return sql.join(parts, sql` and `);
}

/** Documents that wait for a person, in the order in which they were read. */
export async function listHolds(db: Database, scope: Scope, query: HoldQuery): Promise<Page<Hold>> {
  const filter = filterOf(scope, query);
  const after = idAfter(query);
  const beyond = after === null ? sql`true` : sql`hold.document_id > ${after}`;
  const rows = await db.execute<HoldRow>(sql`
    select page.flow_id, page.flow_name, page.document_key, page.run_id, page.version, page.document_id, page.outcome,
      page.cause, page.message, page.label, page.number, page.day::text, page.total::text, page.currency, page.party,
      page.since, trying.run_id as retry_run, coalesce(person.name, page.dismissed_by) as dismissed_by,
      page.dismissed_at, page.dismissed_reason
    from (select hold.*, flow.name as flow_name from hold join flow on flow.id = hold.flow_id
        where ${filter} and ${beyond} order by hold.document_id limit ${limitOf(query) + 1}) as page
      left join "user" person on person.id = page.dismissed_by
      left join ${tryingNow(scope)} on trying.flow_id = page.flow_id and trying.key = page.document_key
    order by page.document_id`);
  const count = async () => {
    const [row] = await db.execute<{ rows: number }>(
      sql`select count(*)::int as rows from hold join flow on flow.id = hold.flow_id where ${filter}`,
    );
    return row?.rows ?? 0;
  };
  return toPage([...rows], query, { cursor: (row) => row.document_id, item: present, count });
}

interface Counts extends Record<string, unknown> {
  readonly waiting: number;
  readonly dismissed: number;
  readonly outdated: number;
}

/** How many wait (and how many of these another version held than the published one), and how many were left out. */
export async function countHolds(
  db: Database,
  scope: Scope,
  query: { readonly flow?: string | undefined },
): Promise<Counts> {
  const ofFlow = query.flow === undefined ? sql`true` : sql`hold.flow_id = ${query.flow}`;
  const [row] = await db.execute<Counts>(sql`
    select count(*) filter (where hold.dismissed_at is null)::int as waiting,
      count(*) filter (where hold.dismissed_at is not null)::int as dismissed,
      count(*) filter (where hold.dismissed_at is null and trying.run_id is null
        and hold.version <> flow.published_version)::int as outdated
    from hold join flow on flow.id = hold.flow_id
      left join ${tryingNow(scope)} on trying.flow_id = hold.flow_id and trying.key = hold.document_key
    where hold.workspace_id = ${scope.workspaceId} and flow.archived_at is null and ${ofFlow}`);
  return row ?? { waiting: 0, dismissed: 0, outdated: 0 };
}
