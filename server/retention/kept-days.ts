import { sql } from 'drizzle-orm';
import type { KeptDay, Retention } from '#schemas/api/health.ts';
import type { Database } from '../db/database.ts';
import { firstKeptDay } from './days.ts';
import { type DayPartition, listPartitions } from './partitions.ts';

interface KeeperRow extends Record<string, unknown> {
  readonly run_id: string;
  readonly held: string;
  readonly workspace_id: string;
  readonly flow: string;
}

/**
 * Days of source documents that are past their age and stay, with who needs them.
 *
 * @param workspaceId flows of other workspaces are not named
 */
export async function readKeptDays(
  db: Database,
  expired: readonly DayPartition[],
  workspaceId: string | null,
): Promise<KeptDay[]> {
  const kept: KeptDay[] = [];
  for (const part of expired.filter((one) => one.class === 'payload')) {
    const rows = await db.execute<KeeperRow>(sql`
      select k.run_id, k.held, r.workspace_id, f.name as flow
      from payload_keepers(${part.day}::date) k join run r on r.id = k.run_id join flow f on f.id = r.flow_id
      order by k.run_id`);
    if (rows.length === 0) continue;
    const runs = rows
      .filter((row) => row.held === '0')
      .map((row) => ({ id: row.run_id, flow: row.workspace_id === workspaceId ? row.flow : null }));
    const held = rows.reduce((total, row) => total + Number.parseInt(row.held, 10), 0);
    kept.push({ day: part.day, bytes: part.bytes, runs, held });
  }
  return kept;
}

/** The days of both classes that are older than they need to be. */
export async function listExpired(db: Database, retention: Retention, now: Date): Promise<DayPartition[]> {
  const { traceDays, payloadDays } = retention;
  const first = { trace: firstKeptDay(now, traceDays), payload: firstKeptDay(now, payloadDays) };
  return (await listPartitions(db)).filter((part) => part.day < first[part.class]);
}
