import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';

/** A line in which only so many may be served at once, whichever worker serves them. */
export interface Line {
  /** "connection:<id>", "target:<target>". */
  readonly resource: string;
  readonly limit: number;
}

/** What `hold` gives when there is no place: the work has not been begun, and is to come back in a moment. */
export const BUSY = Symbol('busy');

/** How soon work that found no place is to come back, in milliseconds. */
export const BUSY_AGAIN_MS = 1_000;

interface Place {
  readonly resource: string;
  readonly slot: number;
  readonly workerId: string;
  /** Tells this place from a later one in the same slot. */
  readonly takenAt: string;
}

/**
 * Places in lines of limited length, kept in a table: taken by inserting, given back by deleting, and freed with the row
 * of a worker that died.
 */
export class Leases {
  readonly #db: Database;
  readonly #workerId: () => string;
  readonly #held = new Set<Place>();
  /** Places that could not be given back: the database was away. */
  readonly #owed = new Set<Place>();

  /** @param workerId the registered worker that holds them; it changes when a worker has to register anew */
  constructor(db: Database, workerId: () => string) {
    this.#db = db;
    this.#workerId = workerId;
  }

  /**
   * Does the work while holding a place in each of the lines, or does not begin it when one of them is full.
   *
   * A process that dies keeps its places until it counts as dead (some 20 s); one whose work fails gives them back.
   */
  async hold<T>(lines: readonly Line[], runId: string, work: () => Promise<T>): Promise<T | typeof BUSY> {
    const held: Place[] = [];
    for (const place of this.#owed) await this.#payBack(place);
    try {
      // Always in the same order: two that need the same two lines do not take one each.
      for (const line of [...lines].sort((one, other) => (one.resource < other.resource ? -1 : 1))) {
        const place = await this.#take(line, runId);
        if (place === null) return BUSY;
        this.#held.add(place);
        held.push(place);
      }
      return await work();
    } finally {
      for (const place of held) await this.#giveBack(place);
    }
  }

  /**
   * Gives back what nobody here holds although the table says so: a database that went away between a question and its
   * answer leaves such rows behind. Called with every heartbeat.
   */
  async sweep(): Promise<void> {
    const workerId = this.#workerId();
    const held = JSON.stringify([...this.#held].map(({ resource, slot }) => ({ resource, slot })));
    // A row younger than that may be one whose answer is still on its way to us.
    await this.#db.execute(sql`
      delete from lease l where l.worker_id = ${workerId}::uuid and l.taken_at < now() - interval '20 seconds'
        and not exists (
          select 1 from jsonb_to_recordset(${held}::jsonb) as h(resource text, slot int)
          where h.resource = l.resource and h.slot = l.slot)`);
  }

  async #take({ resource, limit }: Line, runId: string): Promise<Place | null> {
    const workerId = this.#workerId();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const [row] = await this.#db.execute<{ slot: number | null; taken_at: string; is_free: boolean }>(sql`
        with free as (
          select s as slot from generate_series(0, ${limit - 1}::int) s
          where not exists (select 1 from lease l where l.resource = ${resource} and l.slot = s)
          order by random() limit 1
        ), taken as (
          insert into lease (resource, slot, worker_id, run_id)
          select ${resource}, slot, ${workerId}::uuid, ${runId}::uuid from free
          on conflict do nothing returning slot, taken_at::text)
        select (select slot from taken) as slot, (select taken_at from taken) as taken_at, exists (select 1 from free) as is_free`);
      if (typeof row?.slot === 'number') return { resource, slot: row.slot, workerId, takenAt: row.taken_at };
      // Somebody was quicker at this very slot: there may be another.
      if (!row?.is_free) return null;
    }
    return null;
  }

  async #giveBack(place: Place): Promise<void> {
    this.#held.delete(place);
    // Work that has failed for want of a database comes back within a second: it must not find its own place taken.
    await this.#payBack(place).catch(() => undefined);
  }

  async #payBack(place: Place): Promise<void> {
    const { resource, slot, workerId, takenAt } = place;
    this.#owed.delete(place);
    try {
      await this.#db.execute(sql`
        delete from lease where resource = ${resource} and slot = ${slot} and worker_id = ${workerId}::uuid
          and taken_at = ${takenAt}::timestamptz`);
    } catch (error) {
      this.#owed.add(place);
      throw error;
    }
  }
}
