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

/** Bookings of a workspace share it, whoever moves the end of its closed period takes it alone. */
const booksOf = (workspaceId: string) => sql`hashtextextended(${`books:${workspaceId}`}, 0)`;

/**
 * The same, for a transaction that books: until it ends, nobody closes a period, and it sees what was closed before.
 */
export async function closedWhileBooking(tx: Transaction, workspaceId: string, flowId: string): Promise<string | null> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${booksOf(workspaceId)})`);
  return closedUntil(tx, workspaceId, flowId);
}

/** Waits for bookings under way; the next ones see what this transaction writes. */
export async function holdBookings(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${booksOf(workspaceId)})`);
}
