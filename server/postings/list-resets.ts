import { and, count, desc, eq, lt, type SQL } from 'drizzle-orm';
import { type PostingReset, resetScopeSchema } from '#schemas/api/postings.ts';
import type { Database } from '../db/database.ts';
import { flow, postingReset, user } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { idAfter, limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import type { Scope } from './list-postings.ts';
import { postingMessages } from './posting-refusals.ts';

function selectResets(db: Database, scope: Scope, where?: SQL) {
  return db
    .select({ row: postingReset, by: user.name })
    .from(postingReset)
    .leftJoin(user, eq(user.id, postingReset.resetBy))
    .where(and(eq(postingReset.workspaceId, scope.workspaceId), where))
    .orderBy(desc(postingReset.id))
    .$dynamic();
}
type ResetRow = Awaited<ReturnType<typeof selectResets>>[number];

function present({ row, by }: ResetRow, flows: ReadonlyMap<string, string>): PostingReset {
  const asked = resetScopeSchema.safeParse(row.scope).data ?? null;
  const { id, reason, count: many } = row;
  // A run that books again what was posted resets it in passing, and leaves its own id as what was asked for.
  const run = typeof row.scope['run'] === 'string' ? row.scope['run'] : null;
  const named = asked === null ? null : { id: asked.flow, name: flows.get(asked.flow) ?? '' };
  return { id, by, at: row.at.toISOString(), reason, count: many, scope: asked, flow: named, run };
}

async function readFlowNames(db: Database, scope: Scope): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: flow.id, name: flow.name })
    .from(flow)
    .where(eq(flow.workspaceId, scope.workspaceId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Past resets, newest first. */
export async function listResets(db: Database, scope: Scope, query: PageQuery): Promise<Page<PostingReset>> {
  const after = idAfter(query);
  const rows = await selectResets(db, scope, after === null ? undefined : lt(postingReset.id, after)).limit(
    limitOf(query) + 1,
  );
  const flows = await readFlowNames(db, scope);
  const mine = eq(postingReset.workspaceId, scope.workspaceId);
  return toPage(rows, query, {
    cursor: ({ row }) => row.id,
    item: (row) => present(row, flows),
    count: async () => (await db.select({ rows: count() }).from(postingReset).where(mine))[0]?.rows ?? 0,
  });
}

/** @throws Refusal 404 */
export async function readReset(db: Database, scope: Scope, id: string): Promise<PostingReset> {
  const rows = await selectResets(db, scope, eq(postingReset.id, id));
  return present(foundOr404(rows, postingMessages.build.missing()), await readFlowNames(db, scope));
}
