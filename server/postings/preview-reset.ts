import { and, desc, eq, sql } from 'drizzle-orm';
import type { PostingSum, ResetPreview, ResetScope } from '#schemas/api/postings.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, posting } from '../db/schema/index.ts';
import { flowRefusals } from '../flows/flow-refusals.ts';
import { foundOr404 } from '../http/refusal.ts';
import { presentPostings, selectPostings } from './posting-rows.ts';
import { pickPostings, unknownNumbers } from './reset-scope.ts';

const SHOWN = 20;

interface FigureRow extends Record<string, unknown> {
  readonly token: string;
  readonly count: number;
  readonly documents: number;
  readonly corrected: number;
  readonly beyond: number;
  readonly undecided: number;
}

/** The flow of a reset, archived or not: what it has booked stays. @throws Refusal 404 */
export async function resetFlow(tx: Transaction, caller: Caller, id: string): Promise<{ id: string; name: string }> {
  const rows = await tx
    .select({ id: flow.id, name: flow.name })
    .from(flow)
    .where(and(eq(flow.id, id), eq(flow.workspaceId, caller.workspaceId)));
  return foundOr404(rows, flowRefusals.build.missing());
}

/** Counts of what a reset covers, and a hash that names exactly these postings. */
export async function readFigures(tx: Transaction, caller: Caller, scope: ResetScope): Promise<FigureRow> {
  const [row] = await tx.execute<FigureRow>(sql`
    with ${pickPostings(caller, scope)}
    select encode(sha256(convert_to(coalesce(string_agg(id::text, ',' order by id), ''), 'UTF8')), 'hex') as token,
      count(*)::int as count, count(*) filter (where revision = 0)::int as documents,
      count(*) filter (where revision = 1)::int as corrected,
      count(*) filter (where id not in (select id from asked))::int as beyond,
      (select count(*)::int from doc where is_open) as undecided
    from picked`);
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

async function sumByMonth(tx: Transaction, caller: Caller, scope: ResetScope): Promise<ResetPreview['months']> {
  const rows = await tx.execute<PostingSum & { month: string } & Record<string, unknown>>(sql`
    with ${pickPostings(caller, scope)}
    select to_char(day, 'YYYY-MM') as month, currency, count(*)::int as count, sum(amount)::text as amount
    from picked group by 1, 2 order by 1, 2`);
  return rows.map(({ month, currency, count, amount }) => ({ month, currency, count, amount }));
}

async function sumPicked(tx: Transaction, caller: Caller, scope: ResetScope): Promise<PostingSum[]> {
  const rows = await tx.execute<PostingSum & Record<string, unknown>>(sql`
    with ${pickPostings(caller, scope)}
    select currency, count(*)::int as count, sum(amount)::text as amount from picked group by 1 order by 1`);
  return rows.map(({ currency, count, amount }) => ({ currency, count, amount }));
}

async function readFirst(tx: Transaction, caller: Caller, scope: ResetScope): Promise<ResetPreview['first']> {
  const found = await tx.execute<{ id: string }>(sql`
    with ${pickPostings(caller, scope)} select id from picked order by day desc, id desc limit ${SHOWN}`);
  const ids = `{${found.map(({ id }) => id).join(',')}}`;
  const own = and(eq(posting.workspaceId, caller.workspaceId), sql`${posting.id} = any(${ids}::uuid[])`);
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
      return {
        flow: named,
        ...(await readFigures(tx, caller, scope)),
        sums: await sumPicked(tx, caller, scope),
        months: await sumByMonth(tx, caller, scope),
        first: await readFirst(tx, caller, scope),
        unknown: await unknownNumbers(tx, caller, scope),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
