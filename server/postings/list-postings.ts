import { and, desc, eq, gte, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Posting, PostingState, PostingSum, PostingTarget } from '#schemas/api/postings.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { posting } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { describeTargets } from './describe-targets.ts';
import { searchPostings } from './find-postings.ts';
import { presentPostings, selectPostings } from './posting-rows.ts';

export type Scope = Pick<Caller, 'workspaceId'>;

export interface PostingFilter {
  readonly flow?: string | undefined;
  readonly target?: string | undefined;
  readonly state?: PostingState | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly search?: string | undefined;
  readonly reset?: string | undefined;
}

function hasState(state: PostingState): SQL | undefined {
  if (state === 'reset') return isNotNull(posting.resetId);
  return and(eq(posting.status, state), isNull(posting.resetId));
}

function matches(scope: Scope, filter: PostingFilter, found: SQL | undefined): SQL | undefined {
  const { flow, target, state, from, to, reset } = filter;
  return and(
    eq(posting.workspaceId, scope.workspaceId),
    flow === undefined ? undefined : eq(posting.flowId, flow),
    target === undefined ? undefined : eq(posting.target, target),
    state === undefined ? undefined : hasState(state),
    from === undefined ? undefined : gte(posting.day, from),
    to === undefined ? undefined : lte(posting.day, to),
    reset === undefined ? undefined : eq(posting.resetId, reset),
    found,
  );
}

const positionSchema = z.tuple([z.iso.date(), z.uuid()]);

/** What comes after a cursor, by booking day and then by claim, newest first. @throws Refusal 400 */
function isBeyond(after: string | undefined): SQL | undefined {
  if (after === undefined) return undefined;
  try {
    const [day, id] = positionSchema.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
    return sql`(${posting.day}, ${posting.id}) < (${day}::date, ${id}::uuid)`;
  } catch {
    throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  }
}

/** Postings by booking day, newest first. How many there are in all is a question of its own: `sumPostings`. */
export async function listPostings(
  db: Database,
  scope: Scope,
  query: PageQuery & PostingFilter,
): Promise<Page<Posting>> {
  const found = await searchPostings(db, scope.workspaceId, query.search);
  const where = and(matches(scope, query, found.where), isBeyond(query.after));
  const rows = await selectPostings(db, where)
    .orderBy(desc(posting.day), desc(posting.id))
    .limit(limitOf(query) + 1);
  const { items, ...page } = await toPage(rows, query, {
    cursor: ({ row }) => Buffer.from(JSON.stringify([row.day, row.id])).toString('base64url'),
    item: (row) => row,
    count: async () => 0,
  });
  return { ...page, items: await presentPostings(db, scope, items), total: null };
}

/**
 * How many postings a filter finds and what they come to, a currency at a time. Of a search that thousands of postings
 * meet no sum is made: over ten years that takes longer than anybody waits.
 */
export async function sumPostings(
  db: Database,
  scope: Scope,
  filter: PostingFilter,
): Promise<{ sums: PostingSum[]; isCut: boolean }> {
  const found = await searchPostings(db, scope.workspaceId, filter.search);
  if (found.isFrequent) return { sums: [], isCut: true };
  const sums = await db
    .select({
      currency: posting.currency,
      count: sql<number>`count(*)::int`,
      amount: sql<string>`sum(${posting.amount})::text`,
    })
    .from(posting)
    .where(matches(scope, filter, found.where))
    .groupBy(posting.currency)
    .orderBy(posting.currency);
  return { sums, isCut: false };
}

/** Every target that something is booked to: hops from one to the next in an index instead of reading all postings. */
export async function listPostingTargets(db: Database, scope: Scope): Promise<{ items: PostingTarget[] }> {
  const next = (beyond: SQL) => sql`select target, run_id from posting
    where workspace_id = ${scope.workspaceId} and reset_id is null ${beyond} order by target limit 1`;
  const rows = await db.execute<{ target: string; run_id: string }>(sql`
    with recursive hop as (
      (${next(sql``)})
      union all
      select found.target, found.run_id from hop cross join lateral (${next(sql`and target > hop.target`)}) found
    ) select target, run_id from hop`);
  const used = rows.map((row) => ({ target: row.target, runId: row.run_id }));
  const describe = await describeTargets(db, scope, used);
  return { items: used.map(({ target }) => describe(target)) };
}
