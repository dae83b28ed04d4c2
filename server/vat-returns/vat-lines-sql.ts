import { type SQL, sql } from 'drizzle-orm';
import { knownTargets } from '../postings/known-targets.ts';
import type { VatPeriod } from './vat-period.ts';

const COUNTED = sql.raw(`('revenue', 'shipping', 'discount', 'fee', 'wrapping', 'vat')`);

/**
 * What was posted in the period. A document that went to several targets counts once, on the day of its first booking:
 * flows may date it by different days, on both sides of the end of a period.
 */
function postedEntries(workspaceId: string, { from, to, flow, target }: VatPeriod): SQL {
  const ofFlow = flow === undefined ? sql`` : sql`and flow_id = ${flow}`;
  const isFirst = sql`not exists (
    select from posting earlier
    where earlier.workspace_id = ${workspaceId} and earlier.target = any(${knownTargets(workspaceId)})
      and earlier.source_system = p.source_system and earlier.source_document = p.source_document
      and earlier.kind = p.kind and earlier.revision = p.revision and earlier.reset_id is null
      and earlier.status = 'posted' and earlier.id < p.id ${ofFlow})`;
  return sql`
    select p.id as posting, p.run_id, p.day, p.number, d.body
    from posting p join document d on d.id = p.entry_id
    where p.workspace_id = ${workspaceId} and p.status = 'posted' and p.reset_id is null
      and p.day between ${from} and ${to}
      ${flow === undefined ? sql`` : sql`and p.flow_id = ${flow}`}
      and ${target === undefined ? isFirst : sql`p.target = ${target}`}`;
}

/**
 * What waits, ticked, in the reviews of live runs, once however many targets it goes to. What is posted already counts
 * as such: it waits for another target, or to be booked again.
 */
function reviewedEntries(workspaceId: string, { from, to, flow }: VatPeriod): SQL {
  return sql`
    select distinct on (root.key, d.body -> 'source', d.body -> 'correction' -> 'revision')
      null::uuid as posting, d.run_id, d.day, coalesce(d.body ->> 'pieceNumber', '') as number, d.body
    from run join document d on d.run_id = run.id join document root on root.id = d.root_id
    where run.workspace_id = ${workspaceId} and run.status = 'in-review' and run.mode = 'live'
      and d.kind = 'journal-entry' and (d.body ->> 'date')::date between ${from} and ${to}
      ${flow === undefined ? sql`` : sql`and run.flow_id = ${flow}`}
      and not exists (select from review_unticked u where u.run_id = run.id and u.document_id = d.id)
      and not exists (
        select from posting p
        where p.workspace_id = ${workspaceId} and p.target = any(${knownTargets(workspaceId)})
          and p.source_system = d.body -> 'source' ->> 'system' and p.source_document = root.key
          and p.kind = concat_ws(':', d.body -> 'source' ->> 'documentKind', d.body -> 'source' ->> 'part')
          and p.revision = coalesce((d.body -> 'correction' ->> 'revision')::int, 0)
          and p.reset_id is null and p.status = 'posted')
    order by root.key, d.body -> 'source', d.body -> 'correction' -> 'revision', d.id`;
}

/**
 * Common table expressions `entry` and `line`: every line of the period that has to do with VAT. Amounts are numeric,
 * credit positive. `grids` is null when nobody knows the boxes.
 */
export function vatLines(workspaceId: string, period: VatPeriod): SQL {
  const reviewed = period.review && period.target === undefined;
  return sql`
    entry as (
      ${postedEntries(workspaceId, period)}
    ), counted as (
      select * from entry ${reviewed ? sql`union all (${reviewedEntries(workspaceId, period)})` : sql``}
    ), line as (
      select counted.posting, counted.run_id, counted.day, counted.number, part.no,
        head."vatCountry" as seller, head.currency, head."partyName" as party, head."partyVatNumber" as party_vat,
        part.account, part.label, case when part.role = 'vat' then 'vat' else 'base' end as side,
        part.credit - part.debit as amount, part.vat ->> 'code' as code, part.vat ->> 'rate' as rate,
        part.vat ->> 'country' as country, part.vat ->> 'regime' as regime, part.vat ->> 'supply' as supply,
        part.vat -> 'grids' as grids
      from counted
        cross join lateral jsonb_to_record(counted.body) as head(
          "vatCountry" text, currency text, "partyName" text, "partyVatNumber" text, lines jsonb)
        cross join lateral rows from (jsonb_to_recordset(head.lines) as (
          account text, label text, role text, credit numeric, debit numeric, vat jsonb)) with ordinality
          as part(account, label, role, credit, debit, vat, no)
      where part.role in ${COUNTED} or jsonb_typeof(part.vat) = 'object'
    )`;
}

/** Why a line stands in no box; null when it stands in one, or belongs in none. */
export const REASON: SQL = sql`
  case when grids is not null then null when regime is null then 'unmarked'
    when regime in ('margin', 'untaxed', 'registered') then regime else 'rate' end`;
