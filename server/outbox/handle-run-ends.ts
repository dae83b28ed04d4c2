import { and, asc, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';
import { outbox } from '../db/schema/index.ts';
import type { EngineServices } from '../jobs/services.ts';
import { startFollowers } from './start-followers.ts';
import { wakeWaiting } from './wake-waiting.ts';

const BATCH = 100;

type OutboxServices = Pick<EngineServices, 'db' | 'registry' | 'logger'>;

async function waitingEnds(db: Database, after: number): Promise<number[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isNull(outbox.handledAt), gt(outbox.id, after)))
    .orderBy(asc(outbox.id))
    .limit(BATCH);
  return rows.map((row) => row.id);
}

async function actOn(tx: Transaction, services: OutboxServices, ids: readonly number[]): Promise<void> {
  // Another handler has what is locked: it does the same, and once is enough.
  const ends = await tx
    .select({ id: outbox.id, flowId: outbox.flowId })
    .from(outbox)
    .where(and(inArray(outbox.id, [...ids]), isNull(outbox.handledAt)))
    .orderBy(asc(outbox.id))
    .for('update', { skipLocked: true });
  if (ends.length === 0) return;
  const taken = ends.map((end) => end.id);
  await startFollowers(tx, services.registry, taken);
  await wakeWaiting(tx, services, [...new Set(ends.map((end) => end.flowId))].sort());
  await tx.update(outbox).set({ handledAt: sql`now()` }).where(inArray(outbox.id, taken));
}

/** What follows from an end and that it is handled are one transaction: after a crash both are there, or neither. */
function handle(services: OutboxServices, ids: readonly number[]): Promise<void> {
  return services.db.transaction((tx) => actOn(tx, services, ids));
}

/** One end that cannot be handled does not hold up the others: they are taken one by one. */
async function handleSingly(services: OutboxServices, ids: readonly number[]): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const id of ids) {
    await handle(services, [id]).catch((error: unknown) => {
      services.logger.error(
        { end: id, error: error instanceof Error ? error.name : 'unknown' },
        'an end was not handled',
      );
      failures.push(error);
    });
  }
  return failures;
}

/**
 * Acts on the ends of runs that nobody has acted on, in their order: starts the flows that follow, and wakes what waits.
 * Called twice, or by two workers at once, it does everything once.
 *
 * @throws the first error of an end that could not be handled, after all others were; it is tried again
 */
export async function handleRunEnds(services: OutboxServices): Promise<void> {
  const failures: unknown[] = [];
  let after = 0;
  for (;;) {
    const ids = await waitingEnds(services.db, after);
    if (ids.length === 0) break;
    after = ids.at(-1) ?? after;
    const isDone = await handle(services, ids).then(
      () => true,
      () => false,
    );
    if (!isDone) failures.push(...(await handleSingly(services, ids)));
  }
  if (failures.length > 0) throw failures[0];
}
