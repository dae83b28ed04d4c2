import { sql } from 'drizzle-orm';
import { BOOKED_BEFORE_CODES } from '#flows/diff/compare-documents.ts';
import type { AccountTotal } from '#schemas/api/replays.ts';
import { decimal, formatAmount } from '#schemas/money.ts';
import type { Database } from '../db/database.ts';
import type { FoundReplay } from './find-replay.ts';

interface TotalRow extends Record<string, unknown> {
  readonly account: string;
  readonly currency: string;
  readonly old_debit: string;
  readonly old_credit: string;
  readonly new_debit: string;
  readonly new_credit: string;
}

/**
 * Debit and credit of every account in both runs, added up by the database in exact numbers. Documents that the past run
 * left out because they were booked before it, or corrected, are in neither sum; nor are those that a person must mend.
 */
export async function readAccountTotals(
  db: Database,
  { before, after, sources }: FoundReplay,
): Promise<AccountTotal[]> {
  if (sources.length === 0) return [];
  const matched = sql.join(
    sources.map((source) => sql`(${source.before}::text, ${source.after}::text)`),
    sql`, `,
  );
  const codes = sql.join(
    BOOKED_BEFORE_CODES.map((code) => sql`${code}`),
    sql`, `,
  );
  const rows = await db.execute<TotalRow>(sql`
    with apart as (
      select root.id, root.node_id, root.key
      from document root left join outcome o on o.document_id = root.id
      where root.run_id = ${before.id} and root.root_id = root.id and (
        exists (select from document e where e.root_id = root.id and e.root_id <> e.id and e.body ? 'correction')
        or (o.code in (${codes}) and not exists (
          select from document e where e.root_id = root.id and e.root_id <> e.id and e.kind = 'journal-entry')))
    ), left_out as (
      select id from apart
      union all
      select twin.id from apart
      join (values ${matched}) as source (mine, theirs) on source.mine = apart.node_id
      join document twin on twin.run_id = ${after.id} and twin.node_id = source.theirs and twin.key = apart.key
    ), lines as (
      select d.run_id, d.body ->> 'currency' as currency, line ->> 'account' as account,
        (line ->> 'debit')::numeric as debit, (line ->> 'credit')::numeric as credit
      from document d
      left join outcome o on o.document_id = d.root_id
      cross join lateral jsonb_array_elements(d.body -> 'lines') as line
      where d.run_id in (${before.id}, ${after.id}) and d.kind = 'journal-entry'
        and coalesce(o.outcome, 'pending') not in ('held', 'failed')
        and d.root_id not in (select id from left_out)
    )
    select account, currency,
      coalesce(sum(debit) filter (where run_id = ${before.id}), 0)::text as old_debit,
      coalesce(sum(credit) filter (where run_id = ${before.id}), 0)::text as old_credit,
      coalesce(sum(debit) filter (where run_id = ${after.id}), 0)::text as new_debit,
      coalesce(sum(credit) filter (where run_id = ${after.id}), 0)::text as new_credit
    from lines group by account, currency order by currency, account`);
  return rows.map((row) => {
    const [was, is] = [
      { debit: decimal(row.old_debit), credit: decimal(row.old_credit) },
      { debit: decimal(row.new_debit), credit: decimal(row.new_credit) },
    ];
    const difference = is.debit.minus(is.credit).minus(was.debit.minus(was.credit));
    const show = (side: typeof was) => ({ debit: formatAmount(side.debit), credit: formatAmount(side.credit) });
    const { account, currency } = row;
    return { account, currency, before: show(was), after: show(is), difference: formatAmount(difference) };
  });
}
