import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PostingSum, Uncertain } from '#schemas/api/postings.ts';
import { entryLineSchema } from '#schemas/documents/journal-entry.ts';
import type { Database } from '../db/database.ts';
import { document, posting } from '../db/schema/index.ts';
import { idAfter, limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import { anyOf } from '../search/search-terms.ts';
import type { Scope } from './list-postings.ts';
import { presentPostings, selectPostings } from './posting-rows.ts';

/** Postings of a group that are shown with what to look for; the rest of a file is in the file. */
const SHOWN = 5;

interface GroupRow extends Record<string, unknown> {
  readonly id: string;
  readonly first: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly since: Date | string;
  readonly wait_until: Date | string | null;
  readonly shown: string[];
}

/** One look into the target answers for a whole file: its entries came or did not come together. */
const groupId = sql`coalesce(posting.file_id, posting.id)`;

async function readGroups(db: Database, scope: Scope, query: PageQuery): Promise<GroupRow[]> {
  const after = idAfter(query);
  return db.execute<GroupRow>(sql`
    select ${groupId} as id, min(posting.id::text) as first, count(*)::int as count, min(posting.day)::text as "from",
      max(posting.day)::text as "to", min(posting.intended_at) as since,
      max(posting.ask_after) filter (where posting.ask_after > now()) as wait_until,
      (array_agg(posting.id::text order by posting.id))[1:${sql.raw(String(SHOWN))}] as shown
    from posting where posting.workspace_id = ${scope.workspaceId} and posting.status = 'uncertain'
    group by 1 ${after === null ? sql`` : sql`having min(posting.id::text) > ${after}`}
    order by 2 limit ${limitOf(query) + 1}`);
}

async function countGroups(db: Database, scope: Scope): Promise<number> {
  const [row] = await db.execute<{ groups: number }>(sql`
    select count(distinct ${groupId})::int as groups from posting
    where posting.workspace_id = ${scope.workspaceId} and posting.status = 'uncertain'`);
  return row?.groups ?? 0;
}

async function sumGroups(db: Database, scope: Scope, ids: readonly string[]): Promise<Map<string, PostingSum[]>> {
  const rows = await db.execute<PostingSum & { id: string } & Record<string, unknown>>(sql`
    select ${groupId} as id, currency, count(*)::int as count, sum(amount)::text as amount
    from posting where workspace_id = ${scope.workspaceId} and status = 'uncertain' and ${groupId} = ${anyOf(ids)}
    group by 1, 2 order by 2`);
  const byGroup = Map.groupBy(rows, (row) => row.id);
  return new Map(
    [...byGroup].map(([id, sums]) => [id, sums.map(({ currency, count, amount }) => ({ currency, count, amount }))]),
  );
}

const linesSchema = z.object({ lines: z.array(entryLineSchema.pick({ account: true, auxiliaryAccount: true })) });

/** The accounts of entries, those of the first line first: what one searches the books by. */
async function readAccounts(db: Database, entryIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: document.id, body: document.body })
    .from(document)
    .where(inArray(document.id, [...entryIds]));
  return new Map(
    rows.map(({ id, body }) => {
      const lines = linesSchema.safeParse(body).data?.lines ?? [];
      return [
        id,
        [
          ...new Set(
            lines.map(({ account, auxiliaryAccount }) => [account, auxiliaryAccount].filter(Boolean).join(' ')),
          ),
        ],
      ];
    }),
  );
}

async function readShown(db: Database, scope: Scope, ids: readonly string[]) {
  const rows = await selectPostings(
    db,
    and(eq(posting.workspaceId, scope.workspaceId), eq(posting.id, anyOf(ids))),
  ).orderBy(asc(posting.id));
  const accounts = await readAccounts(
    db,
    rows.map(({ row }) => row.entryId),
  );
  const shown = await presentPostings(db, scope, rows);
  return shown.map((one, index) => ({
    ...one,
    accounts: accounts.get(rows[index]?.row.entryId ?? '') ?? [],
    // What the engine sends along with every attempt of a posting is the posting's own id.
    idempotencyKey: one.id,
  }));
}

/** What waits for a person's look into the target, oldest first. */
export async function listUncertain(db: Database, scope: Scope, query: PageQuery): Promise<Page<Uncertain>> {
  const groups = await readGroups(db, scope, query);
  const sums = await sumGroups(
    db,
    scope,
    groups.map(({ id }) => id),
  );
  const shown = await readShown(
    db,
    scope,
    groups.flatMap((group) => group.shown),
  );
  return toPage(groups, query, {
    cursor: (group) => group.first,
    count: () => countGroups(db, scope),
    item: (group) => {
      const first = shown.filter(({ id }) => group.shown.includes(id));
      const [one] = first;
      if (!one) throw new Error('an uncertain posting that was just read is gone');
      const { file, flow, run, target } = one;
      const { id, count, from, to, wait_until: wait } = group;
      return {
        ...{ id, file, flow, run, target, count, from, to, first },
        sums: sums.get(id) ?? [],
        since: new Date(group.since).toISOString(),
        waitUntil: wait === null ? null : new Date(wait).toISOString(),
      };
    },
  });
}

/** How many postings wait for a person. */
export async function countUncertain(db: Database, scope: Scope): Promise<{ count: number }> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from posting where workspace_id = ${scope.workspaceId} and status = 'uncertain'`);
  return { count: row?.count ?? 0 };
}
