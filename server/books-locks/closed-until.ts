import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';

/**
 * Last day of the closed period of a flow's books: the later one of what was last said for the workspace and for the
 * flow; null when nothing is closed.
 */
export async function closedUntil(
  db: Database | Transaction,
  workspaceId: string,
  flowId: string,
): Promise<string | null> {
  const rows = await db.execute<{ until: string | null }>(sql`
    select max(closed_until)::text as until from (
      select distinct on (flow_id) closed_until from books_lock
      where workspace_id = ${workspaceId} and (flow_id is null or flow_id = ${flowId})
      order by flow_id, id desc) last_said`);
  return rows[0]?.until ?? null;
}
