import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { enqueueRun } from '../jobs/enqueue.ts';

/** Runs that may be beginning at the same moment in all workers together; far more than there are. */
const BEGINNING_AT_ONCE = 64;

interface Room extends Record<string, unknown> {
  readonly concurrency: number;
  readonly ahead: number;
}

/** How many live runs are under way or were queued before this one; counted no further than it takes to decide. */
async function roomFor(tx: Transaction, run: QueuedRun): Promise<Room> {
  const [row] = await tx.execute<Room>(sql`
    select f.concurrency, (select count(*) from (
      (select 1 from run r where r.flow_id = f.id and r.status = 'running' and r.mode = 'live' limit f.concurrency)
      union all
      (select 1 from run r where r.flow_id = f.id and r.status = 'queued' and r.mode = 'live' and r.id < ${run.id}
        limit f.concurrency)) ahead)::int as ahead
    from flow f where f.id = ${run.flowId}`);
  if (!row) throw new Error(`run ${run.id} has no flow`);
  return row;
}

interface QueuedRun {
  readonly id: string;
  readonly flowId: string;
  readonly mode: 'live' | 'dry';
}

/**
 * Whether a queued run may begin now: its flow allows so many at once, and the older ones come first. Called in the
 * transaction that begins it. A run that is not admitted stays queued; `admitNext` wakes it.
 *
 * A dry run delivers nothing: it neither waits nor counts. A run in review does not count either, or a forgotten review
 * would stop the flow for ever; once confirmed it goes on at once, beside what has begun since.
 */
export async function admitRun(tx: Transaction, run: QueuedRun): Promise<boolean> {
  if (run.mode === 'dry') return true;
  const { concurrency, ahead } = await roomFor(tx, run);
  if (ahead >= concurrency) return false;
  // With that much room nobody who begins at this moment can take the last place: no need to wait for each other.
  if (ahead + BEGINNING_AT_ONCE < concurrency) return true;
  await tx.execute(sql`select 1 from flow where id = ${run.flowId} for no key update`);
  return (await roomFor(tx, run)).ahead < concurrency;
}

/**
 * Wakes the oldest queued runs of a flow, as many as there is room for. Called when a run of it ends or is parked for
 * review. One wake too many does no harm.
 */
export async function admitNext(tx: Transaction, flowId: string): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`
    select r.id from run r where r.flow_id = ${flowId} and r.status = 'queued' and r.mode = 'live' order by r.id
    limit (select greatest(0, f.concurrency - (
      select count(*) from run u where u.flow_id = f.id and u.status = 'running' and u.mode = 'live'))
      from flow f where f.id = ${flowId})`);
  for (const { id } of rows) await enqueueRun(tx, id);
}
