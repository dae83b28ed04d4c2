import { sql } from 'drizzle-orm';
import type { ListValue } from '#nodes/kit/lists.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import type { Message } from '#schemas/messages.ts';
import type { Transaction } from '../db/database.ts';

interface Which {
  readonly connectionId: string;
  readonly list: ListId;
}

/**
 * Keeps a list as it was read: new values come, known ones are named anew, and what the system no longer has is marked,
 * never dropped, for rules may name it.
 */
export async function storeList(
  tx: Transaction,
  { connectionId, list }: Which,
  values: readonly ListValue[],
  readAt: Date,
): Promise<void> {
  // The row of the list first: two readings of it are stored one after the other, and an older one changes nothing.
  const stored = await tx.execute(sql`
    insert into reference_list (connection_id, list, read_at, problem)
    values (${connectionId}, ${list}, ${readAt.toISOString()}, null)
    on conflict (connection_id, list) do update set read_at = excluded.read_at, problem = null
      where reference_list.read_at is null or reference_list.read_at <= excluded.read_at
    returning list`);
  if (stored.length === 0) return;
  const rows = JSON.stringify(values.map((one, position) => ({ ...one, details: one.details ?? {}, position })));
  await tx.execute(sql`
    insert into reference_value (connection_id, list, value, name, details, position)
    select ${connectionId}, ${list}, read.value, read.name, read.details, read.position
    from jsonb_to_recordset(${rows}::jsonb) as read(value text, name text, details jsonb, position int)
    order by read.value
    on conflict (connection_id, list, value) do update
      set name = excluded.name, details = excluded.details, position = excluded.position, vanished_at = null`);
  await tx.execute(sql`
    update reference_value set vanished_at = ${readAt.toISOString()}
    where connection_id = ${connectionId} and list = ${list} and vanished_at is null
      and value not in (select read.value from jsonb_to_recordset(${rows}::jsonb) as read(value text))`);
}

/** Notes why a list could not be read; its values stay as they are. */
export async function storeProblem(tx: Transaction, { connectionId, list }: Which, problem: Message): Promise<void> {
  const noted = JSON.stringify(problem);
  await tx.execute(sql`
    insert into reference_list (connection_id, list, problem) values (${connectionId}, ${list}, ${noted}::jsonb)
    on conflict (connection_id, list) do update set problem = excluded.problem`);
}
