import { asc, desc, sql } from 'drizzle-orm';
import type { BytesByClass } from '#schemas/api/health.ts';
import type { Database } from '../db/database.ts';
import { sizeSample } from '../db/schema/index.ts';
import { dayOf } from '../retention/days.ts';

/** Tables that prove what was booked, how and by whom. */
const PROOF = [
  'posting',
  'posting_reset',
  'delivery',
  'run',
  'run_stage',
  'run_step',
  'run_key',
  'document',
  'outcome',
  'review',
  'review_unticked',
  'file',
  'file_chunk',
  'flow_version',
  'audit_log',
];

export interface DatabaseSize {
  readonly bytes: number;
  readonly byClass: BytesByClass;
}

interface SizeRow extends Record<string, unknown> {
  readonly total: string;
  readonly proof: string;
  readonly payload: string;
  readonly trace: string;
}

/** Bytes of the database by class, with indexes; what is not a table of ours (the queue, catalogues) counts as other. */
export async function measureDatabase(db: Database): Promise<DatabaseSize> {
  const proof = `{${PROOF.join(',')}}`;
  const [row] = await db.execute<SizeRow>(sql`
    with part as (
      select c.oid, coalesce(parent.relname, c.relname) as name from pg_class c
      left join pg_inherits i on i.inhrelid = c.oid left join pg_class parent on parent.oid = i.inhparent
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace),
    size as (select name, sum(pg_total_relation_size(oid)) as bytes from part group by name)
    select pg_database_size(current_database()) as total,
      coalesce(sum(bytes) filter (where name = any(${proof}::text[])), 0) as proof,
      coalesce(sum(bytes) filter (where name = 'payload'), 0) as payload,
      coalesce(sum(bytes) filter (where name = 'step_log'), 0) as trace
    from size`);
  const read = (text: string | undefined) => Number.parseInt(text ?? '0', 10);
  const [bytes, own] = [
    read(row?.total),
    { proof: read(row?.proof), payload: read(row?.payload), trace: read(row?.trace) },
  ];
  const other = Math.max(0, bytes - own.proof - own.payload - own.trace);
  return { bytes, byClass: { ...own, other } };
}

/** Notes today's size; a later one of the same day replaces it. */
export async function takeSizeSample(db: Database, now: Date): Promise<void> {
  const size = await measureDatabase(db);
  await db
    .insert(sizeSample)
    .values({ day: dayOf(now), ...size })
    .onConflictDoUpdate({ target: sizeSample.day, set: { ...size } });
}

/** The last samples, oldest first. */
export async function readSizeSamples(db: Database, days = 30) {
  const last = db.select().from(sizeSample).orderBy(desc(sizeSample.day)).limit(days).as('last');
  const rows = await db.select().from(last).orderBy(asc(last.day));
  return rows.map(({ day, bytes, byClass }) => ({ day, bytes, byClass: byClass as BytesByClass }));
}
