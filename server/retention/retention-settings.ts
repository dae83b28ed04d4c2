import { inArray, sql } from 'drizzle-orm';
import { type DayClass, type Pruning, pruningSchema, type Retention, retentionSchema } from '#schemas/api/health.ts';
import type { Database, Transaction } from '../db/database.ts';
import { setting } from '../db/schema/index.ts';

type Db = Database | Transaction;

/** Proof is not in here: it is kept for good, which covers the ten years that Belgium and France ask for. */
const USUAL: Retention = { traceDays: 14, payloadDays: 90, limitBytes: null };

async function readSettings(db: Db, names: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await db
    .select()
    .from(setting)
    .where(inArray(setting.name, [...names]));
  return new Map(rows.map((row) => [row.name, row.value]));
}

async function writeSetting(db: Db, name: string, value: unknown, updatedBy: string | null): Promise<void> {
  await db
    .insert(setting)
    .values({ name, value, updatedBy })
    .onConflictDoUpdate({ target: setting.name, set: { value, updatedBy, updatedAt: sql`now()` } });
}

/** How long each class is kept: as set, else 14 days of traces and 90 of source documents. */
export async function readRetention(db: Db): Promise<Retention> {
  const found = (await readSettings(db, ['retention'])).get('retention');
  return retentionSchema.safeParse(found).data ?? USUAL;
}

export function writeRetention(db: Db, retention: Retention, by: string): Promise<void> {
  return writeSetting(db, 'retention', retention, by);
}

/** What the last pruning did; null before the first. */
export async function readLastPruning(db: Db): Promise<Pruning | null> {
  const found = (await readSettings(db, ['pruning'])).get('pruning');
  return pruningSchema.safeParse(found).data ?? null;
}

export function writeLastPruning(db: Db, pruning: Pruning): Promise<void> {
  return writeSetting(db, 'pruning', pruning, null);
}

/** Up to where a class has been dropped: days before `before` may be gone, by a rule of `days` days. */
export interface DroppedUntil {
  readonly before: string;
  readonly days: number;
}

/** Notes that a day is gone, in the transaction that drops it: whoever looks for it learns why it is not there. */
export async function noteDropped(tx: Transaction, of: DayClass, until: DroppedUntil): Promise<void> {
  const value = JSON.stringify(until);
  await tx.execute(sql`
    insert into setting (name, value) values (${`dropped.${of}`}, ${value}::jsonb)
    on conflict (name) do update set value = excluded.value, updated_at = now()
    where setting.value ->> 'before' < excluded.value ->> 'before'`);
}

/** For each class, up to where it was dropped; nothing for a class of which nothing was. */
export async function readDropped(db: Db): Promise<Partial<Record<DayClass, DroppedUntil>>> {
  const found = await readSettings(db, ['dropped.trace', 'dropped.payload']);
  const [trace, payload] = [found.get('dropped.trace'), found.get('dropped.payload')] as (DroppedUntil | undefined)[];
  return { ...(trace ? { trace } : {}), ...(payload ? { payload } : {}) };
}
