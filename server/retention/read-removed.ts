import { sql } from 'drizzle-orm';
import type { Removed } from '#schemas/api/runs.ts';
import type { Database } from '../db/database.ts';
import { dayOf, dayOfId } from './days.ts';
import { readDropped } from './retention-settings.ts';

/**
 * What of a run is no longer there, and by which rule: its reader learns why there is nothing to see. A day of source
 * documents may have been kept for somebody who needs it, so its partition is looked for.
 */
export async function readRemoved(
  db: Database,
  run: { readonly createdAt: Date; readonly startedAt: Date | null },
): Promise<Removed> {
  const dropped = await readDropped(db);
  const day = dayOf(run.startedAt ?? run.createdAt);
  const isGone = (until: { before: string } | undefined) => until !== undefined && day < until.before;
  const logAfterDays = isGone(dropped.trace) ? (dropped.trace?.days ?? null) : null;
  if (!isGone(dropped.payload)) return { logAfterDays, sourcesAfterDays: null };
  const table = `payload_${day.replaceAll('-', '')}`;
  const [kept] = await db.execute<{ there: boolean }>(sql`select to_regclass(${table}) is not null as there`);
  return { logAfterDays, sourcesAfterDays: kept?.there ? null : (dropped.payload?.days ?? null) };
}

/** After how many days a document's source was removed, when nothing is stored of it; null when that is not why. */
export async function readSourceRemoved(db: Database, documentId: string): Promise<number | null> {
  const { payload } = await readDropped(db);
  return payload !== undefined && dayOfId(documentId) < payload.before ? payload.days : null;
}
