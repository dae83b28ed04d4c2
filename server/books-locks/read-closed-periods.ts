import { sql } from 'drizzle-orm';
import type { ClosedPeriodChange, ClosedPeriods } from '#schemas/api/closed-periods.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';

interface ChangeRow extends Record<string, unknown> {
  readonly id: string;
  readonly flow_id: string | null;
  readonly flow_name: string | null;
  readonly closed_until: string | null;
  readonly before: string | null;
  readonly reason: string;
  readonly by: string | null;
  readonly set_at: string;
}

const SHOWN = 200;

function toChange(row: ChangeRow): ClosedPeriodChange {
  return {
    id: Number(row.id),
    flow: row.flow_id === null ? null : { id: row.flow_id, name: row.flow_name ?? '' },
    ...{ closedUntil: row.closed_until, before: row.before, reason: row.reason, by: row.by },
    at: new Date(row.set_at).toISOString(),
  };
}

async function readHistory(db: Database | Transaction, workspaceId: string): Promise<ClosedPeriodChange[]> {
  const rows = await db.execute<ChangeRow>(sql`
    select l.id, l.flow_id, flow.name as flow_name, l.closed_until::text, l.before::text, l.reason,
      coalesce(person.name, l.set_by) as by, l.set_at
    from (
      select *, lag(closed_until) over (partition by flow_id order by id) as before
      from books_lock where workspace_id = ${workspaceId}) l
      left join flow on flow.id = l.flow_id
      left join "user" person on person.id = l.set_by
    order by l.id desc limit ${SHOWN}`);
  return rows.map(toChange);
}

interface FlowRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly own: string | null;
  readonly common: string | null;
}

/** Until when the books of a workspace and of each of its flows are closed, and how that came about. */
export async function readClosedPeriods(
  db: Database | Transaction,
  { workspaceId }: Pick<Caller, 'workspaceId'>,
): Promise<ClosedPeriods> {
  const last = (flowId: ReturnType<typeof sql>) => sql`(
    select closed_until::text from books_lock where workspace_id = ${workspaceId} and flow_id is not distinct from ${flowId}
    order by id desc limit 1)`;
  const rows = await db.execute<FlowRow>(sql`
    select flow.id, flow.name, ${last(sql`flow.id`)} as own, ${last(sql`null`)} as common
    from flow where flow.workspace_id = ${workspaceId} and flow.archived_at is null order by flow.name, flow.id`);
  const [common] = await db.execute<{ until: string | null }>(sql`select ${last(sql`null`)} as until`);
  return {
    closedUntil: common?.until ?? null,
    flows: rows.map(({ id, name, own, common: all }) => {
      const days = [own, all].flatMap((day) => day ?? []).sort();
      return { id, name, own, effective: days.at(-1) ?? null };
    }),
    history: await readHistory(db, workspaceId),
  };
}
