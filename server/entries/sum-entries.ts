import { sql } from 'drizzle-orm';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import type { EntrySums } from '#schemas/api/runs.ts';
import type { Database } from '../db/database.ts';
import { document } from '../db/schema/index.ts';
import { findRun, type Scope } from '../runs/list-runs.ts';
import { isListed } from './list-entries.ts';

interface SumRow extends Record<string, unknown> {
  readonly entries: number;
  readonly lines: number;
  readonly total: string;
  readonly ticked_entries: number;
  readonly ticked_lines: number;
  readonly ticked_total: string;
  readonly currency: string | null;
  readonly has_foreign: boolean;
}

/**
 * What stands under the list: counted and added up where the entries are, so that the first screen of a long list needs
 * the bodies of no other. An entry balances, so the total that stands beside it is both its sides.
 *
 * @throws Refusal 404
 */
export async function sumRunEntries(
  db: Database,
  scope: Scope,
  runId: string,
  filter: EntryFilter,
): Promise<EntrySums> {
  await findRun(db, scope, runId);
  const [row] = await db.execute<SumRow>(sql`
    with listed as (
      select ${document.total} as total, ${document.currency} as currency,
        jsonb_array_length(${document.body} -> 'lines') as lines,
        jsonb_path_exists(${document.body}, '$.lines[*].currencyAmount.currency') as is_foreign,
        not exists (select from review_unticked off where off.run_id = ${runId} and off.document_id = ${document.id}) as ticked
      from ${document} where ${isListed(runId, filter)}
    )
    select count(*)::int as entries, coalesce(sum(lines), 0)::int as lines,
      coalesce(sum(total), 0)::numeric(22, 2)::text as total,
      (count(*) filter (where ticked))::int as ticked_entries,
      coalesce(sum(lines) filter (where ticked), 0)::int as ticked_lines,
      coalesce(sum(total) filter (where ticked), 0)::numeric(22, 2)::text as ticked_total,
      case when count(distinct currency) = 1 then min(currency) end as currency,
      coalesce(bool_or(is_foreign), false) as has_foreign
    from listed`);
  if (!row) throw new Error('an aggregate without a row');
  const { entries, lines, total, ticked_entries, ticked_lines, ticked_total, currency, has_foreign } = row;
  return {
    ...{ entries, lines, debit: total, credit: total, currency, hasForeign: has_foreign },
    ticked: { entries: ticked_entries, lines: ticked_lines, debit: ticked_total, credit: ticked_total },
  };
}
