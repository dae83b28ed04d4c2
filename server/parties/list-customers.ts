import { type SQL, sql } from 'drizzle-orm';
import { CUSTOMER_STATES, type Customer, type CustomerState } from '#schemas/api/customers.ts';
import type { Message } from '#schemas/messages.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { limitOf, type Page, type PageQuery } from '../runs/page.ts';
import { containing } from '../runs/run-documents.ts';

type CustomerQuery = PageQuery & {
  readonly state?: CustomerState | undefined;
  readonly connection?: string | undefined;
  readonly search?: string | undefined;
};

interface CustomerRow extends Record<string, unknown> {
  readonly connection_id: string;
  readonly connection_name: string;
  readonly key: string;
  readonly state: CustomerState;
  readonly name: string;
  readonly vat_number: string | null;
  readonly email: string | null;
  readonly reference: string | null;
  readonly ledger_account: string | null;
  readonly auxiliary_account: string | null;
  readonly problem: Message | null;
  readonly waiting: number;
  readonly updated_at: string;
}

function present(row: CustomerRow): Customer {
  return {
    connection: { id: row.connection_id, name: row.connection_name },
    ...{ key: row.key, state: row.state, name: row.name, email: row.email, reference: row.reference },
    ...{ vatNumber: row.vat_number, ledgerAccount: row.ledger_account, auxiliaryAccount: row.auxiliary_account },
    ...{ problem: row.problem, waiting: row.waiting, updatedAt: new Date(row.updated_at).toISOString() },
  };
}

/** Holds that name a customer: the look-up wrote its key into their reason. */
export const waitsFor: SQL = sql`hold.message->'params'->>'key' = link.key and hold.message->>'code' like 'customer.%'
  and hold.dismissed_at is null`;

function filterOf(caller: Caller, { connection, search }: CustomerQuery): SQL {
  const parts = [sql`link.workspace_id = ${caller.workspaceId}`];
  if (connection !== undefined) parts.push(sql`link.connection_id = ${connection}`);
  if (search?.trim()) {
    const pattern = containing(search);
    parts.push(sql`(link.name ilike ${pattern} or link.email ilike ${pattern} or link.vat_number ilike ${pattern}
      or link.key ilike ${pattern} or link.reference ilike ${pattern})`);
  }
  return sql.join(parts, sql` and `);
}

async function countStates(db: Database, filter: SQL): Promise<Record<CustomerState, number>> {
  const rows = await db.execute<{ state: CustomerState; rows: number }>(
    sql`select link.state, count(*)::int as rows from party_link link where ${filter} group by link.state`,
  );
  const known = new Map(rows.map((row) => [row.state, row.rows]));
  return Object.fromEntries(CUSTOMER_STATES.map((state) => [state, known.get(state) ?? 0])) as Record<
    CustomerState,
    number
  >;
}

/** Where a page ended: the last change and what tells equal moments apart. */
function beyond(after: string | undefined): SQL {
  if (after === undefined) return sql`true`;
  const [at = '', connection = '', ...key] = after.split(' ');
  const isCursor = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(connection);
  if (!isCursor) return sql`false`;
  return sql`(link.updated_at, link.connection_id, link.key) < (${at}::timestamptz, ${connection}::uuid, ${key.join(' ')})`;
}

/** Customers as the books of the connections know them, the latest change first. */
export async function listCustomers(
  db: Database,
  caller: Caller,
  query: CustomerQuery,
): Promise<Page<Customer> & { counts: Record<CustomerState, number> }> {
  const filter = filterOf(caller, query);
  const ofState = query.state === undefined ? sql`true` : sql`link.state = ${query.state}`;
  const limit = limitOf(query);
  const rows = await db.execute<CustomerRow & { readonly cursor_at: string }>(sql`
    select page.*, connection.name as connection_name,
      (select count(*)::int from hold join flow on flow.id = hold.flow_id, lateral (select page.key) as link(key)
        where flow.workspace_id = ${caller.workspaceId} and ${waitsFor}) as waiting
    from (select link.*, to_char(link.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as cursor_at
        from party_link link where ${filter} and ${ofState} and ${beyond(query.after)}
        order by link.updated_at desc, link.connection_id desc, link.key desc limit ${limit + 1}) as page
      join connection on connection.id = page.connection_id
    order by page.updated_at desc, page.connection_id desc, page.key desc`);
  const counts = await countStates(db, filter);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const total =
    query.state === undefined ? Object.values(counts).reduce((sum, one) => sum + one, 0) : counts[query.state];
  return {
    items: items.map(present),
    next: last ? `${last.cursor_at} ${last.connection_id} ${last.key}` : null,
    total,
    counts,
  };
}
