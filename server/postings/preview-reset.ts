import { and, desc, eq, sql } from 'drizzle-orm';
import type { PostingSum, ResetPreview, ResetScope } from '#schemas/api/postings.ts';
import { formatAmount, sum } from '#schemas/money.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, posting } from '../db/schema/index.ts';
import { flowRefusals } from '../flows/flow-refusals.ts';
import { foundOr404 } from '../http/refusal.ts';
import { anyOf } from '../search/search-terms.ts';
import { presentPostings, selectPostings } from './posting-rows.ts';
import { pickPostings, unknownNumbers } from './reset-scope.ts';

const SHOWN = 20;

type Figures = Pick<ResetPreview, 'token' | 'count' | 'documents' | 'corrected' | 'beyond' | 'undecided' | 'months'> & {
  readonly shown: readonly string[];
};

/** The flow of a reset, archived or not: what it has booked stays. @throws Refusal 404 */
export async function resetFlow(tx: Transaction, caller: Caller, id: string): Promise<{ id: string; name: string }> {
  const rows = await tx
    .select({ id: flow.id, name: flow.name })
    .from(flow)
    .where(and(eq(flow.id, id), eq(flow.workspaceId, caller.workspaceId)));
  return foundOr404(rows, flowRefusals.build.missing());
}

/** Everything about what a reset covers, with a hash that names exactly these postings. */
export async function readFigures(tx: Transaction, caller: Caller, scope: ResetScope): Promise<Figures> {
  const [row] = await tx.execute<Figures & Record<string, unknown>>(sql`
    with ${pickPostings(caller, scope)}
    select encode(sha256(convert_to(coalesce(string_agg(id::text, ',' order by id), ''), 'UTF8')), 'hex') as token,
      count(*)::int as count, count(*) filter (where revision = 0)::int as documents,
      count(*) filter (where revision = 1)::int as corrected,
      count(*) filter (where is_beyond)::int as beyond,
      (select count(*)::int from touched where is_open) as undecided,
      (select coalesce(array_agg(id), '{}') from (
        select id::text from picked order by day desc, id desc limit ${SHOWN}) latest) as shown,
      (select coalesce(jsonb_agg(sums), '[]') from (
        select to_char(day, 'YYYY-MM') as month, currency, count(*)::int as count, sum(amount)::text as amount
        from picked group by 1, 2 order by 1, 2) sums) as months
    from picked`);
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

function sumOf(months: ResetPreview['months']): PostingSum[] {
  return [...Map.groupBy(months, ({ currency }) => currency)].map(([currency, parts]) => ({
    currency,
    count: parts.reduce((all, { count }) => all + count, 0),
    amount: formatAmount(sum(parts.map(({ amount }) => amount))),
  }));
}

async function readShown(tx: Transaction, caller: Caller, ids: readonly string[]): Promise<ResetPreview['first']> {
  const own = and(eq(posting.workspaceId, caller.workspaceId), eq(posting.id, anyOf(ids)));
  const rows = await selectPostings(tx, own).orderBy(desc(posting.day), desc(posting.id));
  return presentPostings(tx, caller, rows);
}

/**
 * What a reset would let be booked again. All figures come from one snapshot, so that they belong to one another and to
 * the token.
 *
 * @throws Refusal 400 · 404
 */
export function previewReset(db: Database, caller: Caller, scope: ResetScope): Promise<ResetPreview> {
  return db.transaction(
    async (tx) => {
      const named = await resetFlow(tx, caller, scope.flow);
      const { shown, ...figures } = await readFigures(tx, caller, scope);
      return {
        flow: named,
        ...figures,
        sums: sumOf(figures.months),
        first: await readShown(tx, caller, shown),
        unknown: await unknownNumbers(tx, caller, scope),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
