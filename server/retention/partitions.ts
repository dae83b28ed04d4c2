import { sql } from 'drizzle-orm';
import type { DayClass } from '#schemas/api/health.ts';
import type { Database, Transaction } from '../db/database.ts';
import { addDays, dayOf, dayOfId } from './days.ts';
import { noteDropped } from './retention-settings.ts';
import { sqlStateOf, withShortLock } from './short-lock.ts';

const TABLES: Readonly<Record<DayClass, string>> = { payload: 'payload', trace: 'step_log' };
const CLASSES = ['payload', 'trace'] as const;
/** Days that are made ahead, so that a server that stood still for a weekend has its partitions. */
const AHEAD = 7;

export interface DayPartition {
  readonly class: DayClass;
  readonly day: string;
  readonly bytes: number;
}

/** The days that each class has, oldest first, with their bytes (indexes and long values included). */
export async function listPartitions(db: Database | Transaction): Promise<DayPartition[]> {
  const rows = await db.execute<{ parent: string; day: string; bytes: string }>(sql`
    select parent.relname as parent, to_char(to_date(right(part.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') as day,
      coalesce(pg_total_relation_size(part.oid), 0) as bytes
    from pg_inherits join pg_class part on part.oid = inhrelid join pg_class parent on parent.oid = inhparent
    where parent.oid in ('payload'::regclass, 'step_log'::regclass) and part.relname ~ '_[0-9]{8}$'
    order by day, parent`);
  return rows.map(({ parent, day, bytes }) => ({
    class: parent === TABLES.payload ? 'payload' : 'trace',
    day,
    bytes: Number.parseInt(bytes, 10),
  }));
}

/**
 * Makes the partitions of today and the days to come. A day that already has rows in the remainder keeps them there
 * until it is over.
 *
 * @returns how many were made
 */
export async function ensurePartitions(db: Database, now: Date): Promise<number> {
  const today = dayOf(now);
  const known = new Set((await listPartitions(db)).map((part) => `${part.class} ${part.day}`));
  let made = 0;
  for (const of of CLASSES) {
    for (let ahead = 0; ahead <= AHEAD; ahead += 1) {
      const day = addDays(today, ahead);
      if (known.has(`${of} ${day}`)) continue;
      const [row] =
        (await withShortLock(db, (tx) =>
          tx.execute<{ made: boolean }>(sql`select add_day_partition(${TABLES[of]}, ${day}::date) as made`),
        )) ?? [];
      if (row?.made) made += 1;
    }
  }
  return made;
}

/** The oldest day that has rows in the remainder of a class; null when it is empty. */
async function oldestRestDay(db: Database, of: DayClass): Promise<string | null> {
  const key = sql.identifier(of === 'payload' ? 'document_id' : 'id');
  const rest = sql.identifier(`${TABLES[of]}_rest`);
  const [row] = await db.execute<{ id: string }>(sql`select ${key} as id from ${rest} order by 1 limit 1`);
  return row ? dayOfId(row.id) : null;
}

/**
 * Gives past days whose rows are in the remainder a partition of their own, one transaction a day, oldest first. Today's
 * rows wait until nobody writes any more.
 *
 * @returns how many rows have moved, and how many classes have days left because somebody was busy
 */
export async function moveRest(db: Database, now: Date): Promise<{ moved: number; postponed: number }> {
  const found = { moved: 0, postponed: 0 };
  for (const of of CLASSES) {
    for (let day = await oldestRestDay(db, of); day !== null && day < dayOf(now); day = await oldestRestDay(db, of)) {
      const past = day;
      const rows = await withShortLock(db, (tx) =>
        tx.execute<{ moved: string }>(sql`select move_rest_day(${TABLES[of]}, ${past}::date) as moved`),
      );
      if (rows === null) {
        found.postponed += 1;
        break;
      }
      found.moved += Number.parseInt(rows[0]?.moved ?? '0', 10);
    }
  }
  return found;
}

/** raise_exception: what our own functions refuse with. */
const REFUSED = 'P0001';

/**
 * Drops one day whole and notes it, in one transaction.
 *
 * @returns the bytes that it gave back; null when somebody was busy with it, or has come to need it since it was chosen:
 *   the database asks once more
 */
export async function dropDay(db: Database, part: DayPartition, days: number): Promise<number | null> {
  return withShortLock(db, async (tx) => {
    const [row] = await tx.execute<{ bytes: string | null }>(
      sql`select drop_day_partition(${TABLES[part.class]}, ${part.day}::date) as bytes`,
    );
    await noteDropped(tx, part.class, { before: addDays(part.day, 1), days });
    return Number.parseInt(row?.bytes ?? '0', 10);
  }).catch((error: unknown) => {
    if (sqlStateOf(error) === REFUSED) return null;
    throw error;
  });
}
