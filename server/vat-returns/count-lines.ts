import { sql } from 'drizzle-orm';
import type { UnplacedReason, VatSide } from '#schemas/api/vat-returns.ts';
import type { Database } from '../db/database.ts';
import { REASON, vatLines } from './vat-lines-sql.ts';
import type { VatPeriod } from './vat-period.ts';

interface Group extends Record<string, unknown> {
  readonly seller: string | null;
  readonly currency: string;
  readonly side: VatSide;
  /** Decimal text, credit positive. */
  readonly amount: string;
  readonly lines: number;
}

/** Lines that are alike in everything that the return asks. */
export interface Bucket extends Group {
  readonly grids: readonly string[] | null;
  readonly regime: string | null;
  readonly rate: string | null;
  readonly country: string | null;
  readonly reason: UnplacedReason | null;
  /** Of sales without VAT to businesses elsewhere in the EU only. */
  readonly supply: string | null;
  readonly party_vat: string | null;
  readonly party: string | null;
}

/**
 * Adds the lines of a period up in one reading: by what the return asks, and, apart from that, over all lines of a side.
 * The second sum knows nothing of boxes and is what the first is held against.
 */
export async function countLines(
  db: Database,
  workspaceId: string,
  period: VatPeriod,
): Promise<{ readonly buckets: readonly Bucket[]; readonly totals: readonly Group[] }> {
  const rows = await db.execute<Bucket & { readonly is_total: number }>(sql`
    with ${vatLines(workspaceId, period)}, marked as (
      select seller, currency, side, amount, grids, regime, rate, country, ${REASON} as reason, supply,
        case when regime = 'reverse-charge' then party_vat end as party_vat,
        case when regime = 'reverse-charge' then party end as party
      from line
    )
    select seller, currency, side, grids, regime, rate, country, reason, supply, party_vat, max(party) as party,
      sum(amount)::text as amount, count(*)::int as lines, grouping(reason) as is_total
    from marked
    group by grouping sets (
      (seller, currency, side, grids, regime, rate, country, reason, supply, party_vat), (seller, currency, side))`);
  return { buckets: rows.filter((row) => row.is_total === 0), totals: rows.filter((row) => row.is_total !== 0) };
}

interface Scale extends Record<string, unknown> {
  readonly entries: number;
  readonly targets: number;
  readonly uncertain: number;
}

/** How many entries a preview counts, how many targets they went to, and what is left out as nobody knows of it. */
export async function countEntries(db: Database, workspaceId: string, period: VatPeriod): Promise<Scale> {
  const { from, to, flow, target } = period;
  const [row] = await db.execute<Scale>(sql`
    with ${vatLines(workspaceId, period)}, scope as (
      select target, status from posting where workspace_id = ${workspaceId} and reset_id is null
        and day between ${from} and ${to}
        ${flow === undefined ? sql`` : sql`and flow_id = ${flow}`}
        ${target === undefined ? sql`` : sql`and target = ${target}`}
    )
    select (select count(*)::int from counted) as entries,
      (select count(distinct target)::int from scope where status = 'posted') as targets,
      (select count(*)::int from scope where status = 'uncertain') as uncertain`);
  return { entries: row?.entries ?? 0, targets: row?.targets ?? 0, uncertain: row?.uncertain ?? 0 };
}
