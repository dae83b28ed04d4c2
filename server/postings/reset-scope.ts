import { type SQL, sql } from 'drizzle-orm';
import type { ResetScope } from '#schemas/api/postings.ts';
import type { Transaction } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';
import { anyOf } from '../search/search-terms.ts';
import type { Scope } from './list-postings.ts';
import { postingMessages } from './posting-refusals.ts';

function textArray(texts: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;
}

const isNamed = (numbers: SQL) => sql`(p.number = any(${numbers}) or p.root_id = any(array(
  select id from document where root_id = id and number = any(${numbers}))))`;

function isAsked(asked: ResetScope): SQL {
  if (asked.kind === 'flow') return sql`true`;
  if (asked.kind === 'list') {
    return sql`(p.id = ${anyOf(asked.ids)} or ${isNamed(textArray(asked.numbers))})`;
  }
  if (asked.from > asked.to) throw new Refusal(400, postingMessages.build.period_backwards());
  return sql`p.day between ${asked.from}::date and ${asked.to}::date`;
}

const KEY = sql.raw('workspace_id, target, source_system, source_document, kind');

/**
 * The postings that a reset covers, as the common table expressions `asked`, `doc` (with `is_open`) and `picked`.
 *
 * All bookings of a document go together: with its first booking free and a correction of it still standing, nobody
 * could tell any more what the books hold of it. A document of which one is under way or uncertain is left alone.
 */
export function pickPostings({ workspaceId }: Scope, scope: ResetScope): SQL {
  return sql`
    asked as materialized (
      select p.id, ${KEY} from posting p
      where p.workspace_id = ${workspaceId} and p.flow_id = ${scope.flow} and p.status = 'posted'
        and p.reset_id is null and ${isAsked(scope)}),
    doc as materialized (
      select *, exists (
        select from posting o where (o.workspace_id, o.target, o.source_system, o.source_document, o.kind)
          = (d.workspace_id, d.target, d.source_system, d.source_document, d.kind)
          and o.reset_id is null and o.status <> 'posted') as is_open
      from (select distinct ${KEY} from asked) d),
    picked as materialized (
      select p.id, p.revision, p.day, p.currency, p.amount, ${KEY} from doc
      join posting p using (workspace_id, target, source_system, source_document, kind)
      where not doc.is_open and p.status = 'posted' and p.reset_id is null)`;
}

/** Numbers of a list that nothing of the flow has. */
export async function unknownNumbers(tx: Transaction, { workspaceId }: Scope, scope: ResetScope): Promise<string[]> {
  if (scope.kind !== 'list' || scope.numbers.length === 0) return [];
  const isOurs = sql`p.workspace_id = ${workspaceId} and p.flow_id = ${scope.flow}`;
  const rows = await tx.execute<{ number: string }>(sql`
    select n as number from unnest(${textArray(scope.numbers)}) n
    where not exists (select from posting p where ${isOurs} and p.number = n) and not exists (
      select from document d join posting p on p.root_id = d.id where d.root_id = d.id and d.number = n and ${isOurs})`);
  return [...new Set(rows.map((row) => row.number))];
}
