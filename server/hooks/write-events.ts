import type { Sql } from '../db/database.ts';
import { packJson } from '../db/packed-json.ts';

/** A delivery as it is kept. */
export interface NewEvent {
  readonly id: string;
  readonly hookId: string;
  readonly flowId: string;
  readonly deliveryId: string;
  readonly topic: string;
  readonly keys: readonly string[];
  readonly documents: readonly unknown[] | null;
}

export interface EventWriter {
  /** Resolves once the event is committed, or was known already. Rejects when that is not sure. */
  readonly write: (event: NewEvent) => Promise<void>;
}

interface Waiting {
  readonly event: NewEvent;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Weight of one statement; more only makes its transaction longer. */
const MOST_TOGETHER = 200;
/** Callers beyond this weight are told to come back: what they sent is held in memory. */
const MOST_WAITING = 5_000;
/** After this long the senders are told to come back, whatever becomes of the statement: a repetition is recognised. */
const PATIENCE_MS = 10_000;

/** A delivery that brings documents weighs as many. */
function weightOf({ documents }: NewEvent): number {
  return Math.max(1, documents?.length ?? 0);
}

function documentsOf({ id, documents }: NewEvent) {
  return (documents ?? []).map((item, position) => ({
    eventId: id,
    position,
    key: (item as { readonly key: string }).key,
    item: packJson(item).toString('hex'),
  }));
}

/**
 * One statement, one commit: the events that are new, and the job that collects them. A hook that has events waiting
 * already needs no further job: it has one, or a run under way whose end wakes the collector.
 */
async function insertEvents(sql: Sql, events: readonly NewEvent[]): Promise<void> {
  const rows = JSON.stringify(events.map(({ documents, ...event }) => event));
  const documents = JSON.stringify(events.flatMap(documentsOf));
  await sql`
    with incoming as (
      select * from jsonb_to_recordset(${rows}::text::jsonb) as x(
        "id" uuid, "hookId" uuid, "flowId" uuid, "deliveryId" text, "topic" text, "keys" text[])),
    quiet as (
      -- The first waiting one by the index: as fast with one waiting as with a hundred thousand.
      select t."hookId", t."flowId" from (select distinct "hookId", "flowId" from incoming) t
      where (select e.id from hook_event e where e.hook_id = t."hookId" and e.run_id is null order by e.id limit 1) is null),
    written as (
      insert into hook_event (id, hook_id, delivery_id, topic, keys)
      select "id", "hookId", "deliveryId", "topic", "keys" from incoming
      order by "hookId", "deliveryId"
      on conflict (hook_id, delivery_id) do nothing
      returning id, hook_id),
    received as (
      insert into received_document (event_id, position, hook_id, key, item)
      select w.id, d."position", w.hook_id, d."key", decode(d."item", 'hex')
      from jsonb_to_recordset(${documents}::text::jsonb) as d("eventId" uuid, "position" int, "key" text, "item" text)
        join written w on w.id = d."eventId")
    select graphile_worker.add_job('collect-hooks', json_build_object('flowId', q."flowId"),
      job_key => 'hooks:' || q."flowId", max_attempts => 100)
    from (select distinct "flowId" from quiet where "hookId" in (select hook_id from written)) q`;
}

/** @throws WriteTimeoutError when the promise takes too long; it goes on, and nobody hears of it */
async function inTime(promise: Promise<void>, ms: number): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new WriteTimeoutError()), ms);
  try {
    await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Writes events together: those that arrive while an insert is under way go into the next one, and each is answered
 * after its own insert has committed. With many senders a commit is shared by many deliveries.
 */
export function createEventWriter(sql: Sql, patienceMs = PATIENCE_MS): EventWriter {
  const waiting: Waiting[] = [];
  let weight = 0;
  let isWriting = false;

  const takeSome = (): Waiting[] => {
    const batch: Waiting[] = [];
    for (let sum = 0; sum < MOST_TOGETHER; ) {
      const next = waiting.shift();
      if (!next) break;
      sum += weightOf(next.event);
      weight -= weightOf(next.event);
      batch.push(next);
    }
    return batch;
  };
  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    const events = batch.map(({ event }) => event);
    try {
      await inTime(insertEvents(sql, events), patienceMs);
      for (const { done } of batch) done();
    } catch (error) {
      // One event that cannot be stored must not take the others with it.
      const mayBeOne = batch.length > 1 && !(error instanceof WriteTimeoutError);
      if (mayBeOne) for (const one of batch) await settle([one]);
      else for (const { failed } of batch) failed(error);
    }
  };
  const drain = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) await settle(takeSome());
    isWriting = false;
  };
  const write = (event: NewEvent): Promise<void> => {
    if (weight >= MOST_WAITING) return Promise.reject(new TooManyWaitingError());
    weight += weightOf(event);
    const settled = new Promise<void>((done, failed) => {
      waiting.push({ event, done, failed });
    });
    if (!isWriting) void drain();
    return settled;
  };
  return { write };
}

/** The database does not keep up. */
class TooManyWaitingError extends Error {
  override readonly name = 'TooManyWaitingError';
}

/** The database does not answer. */
class WriteTimeoutError extends Error {
  override readonly name = 'WriteTimeoutError';
}
