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

/** What makes two postings bookings of one document for one target. */
const KEY = sql.raw('target, source_system, source_document, kind');

/**
 * The postings that a reset covers, as the common table expressions `asked`, `open` and `picked`.
 *
 * All bookings of a document go together: with its first booking free and a correction of it still standing, nobody
 * could tell any more what the books hold of it. A document of which one is under way or uncertain is left alone. Most
 * documents have a single booking, so only the others (`special`) are looked at closer.
 */
export function pickPostings({ workspaceId }: Scope, scope: ResetScope): SQL {
  const isCurrent = sql`p.workspace_id = ${workspaceId} and p.reset_id is null`;
  return sql`
    asked as materialized (
      select p.id, p.revision, p.day, p.currency, p.amount, ${KEY} from posting p
      where ${isCurrent} and p.flow_id = ${scope.flow} and p.status = 'posted' and ${isAsked(scope)}),
    special as materialized (
      select ${KEY}, bool_or(p.status <> 'posted') as is_open from posting p
      where ${isCurrent} and (p.revision > 0 or p.status <> 'posted') group by ${KEY}),
    touched as materialized (
      select distinct ${KEY}, is_open from asked join special using (${KEY})),
    picked as materialized (
      select id, revision, day, currency, amount, false as is_beyond from asked
      where not exists (select from touched where (touched.target, touched.source_system, touched.source_document,
        touched.kind) = (asked.target, asked.source_system, asked.source_document, asked.kind))
      union all
      select p.id, p.revision, p.day, p.currency, p.amount,
        not exists (select from asked where asked.id = p.id) from touched join posting p using (${KEY})
      where ${isCurrent} and p.status = 'posted' and not touched.is_open)`;
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
