import { sql } from 'drizzle-orm';
import type { Risk } from '#schemas/api/health.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { showAmount } from '../runs/show-amount.ts';

type Scope = Pick<Caller, 'workspaceId'>;

interface RiskRow extends Record<string, unknown> {
  readonly currency: string | null;
  readonly amount: string | null;
  readonly count: number;
}

/** Sums stay decimal text: the database adds them up exactly. What has no amount still counts. */
function toRisk(rows: readonly RiskRow[]): Risk {
  return {
    count: rows.reduce((total, row) => total + row.count, 0),
    amounts: rows.flatMap(({ currency, amount }) =>
      currency === null || amount === null ? [] : [{ currency, amount: showAmount(amount) }],
    ),
  };
}

/** Held and failed documents that wait for a person, with the money in them by currency. */
export async function readHeld(db: Database, { workspaceId }: Scope): Promise<Risk> {
  const rows = await db.execute<RiskRow>(sql`
    select currency, sum(total)::text as amount, count(*)::int as count from hold
    where workspace_id = ${workspaceId} and dismissed_at is null group by currency order by currency`);
  return toRisk(rows);
}

/** Postings of which nobody knows whether they arrived. */
export async function readUncertain(db: Database, { workspaceId }: Scope): Promise<Risk> {
  const rows = await db.execute<RiskRow>(sql`
    select currency, sum(amount)::text as amount, count(*)::int as count from posting
    where workspace_id = ${workspaceId} and status = 'uncertain' and reset_id is null
    group by currency order by currency`);
  return toRisk(rows);
}
