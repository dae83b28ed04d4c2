import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type ComparedSide, compareDocument } from '#flows/diff/compare-documents.ts';
import type { ComparedDocument } from '#schemas/api/replays.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import type { Outcome } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { showAmount } from '../runs/show-amount.ts';
import type { FoundReplay } from './find-replay.ts';

/**
 * Where a comparison has come: the documents of the past run first, source by source in the order of an index, then those
 * that only the replay has.
 */
interface Cursor {
  readonly part: 'before' | 'after';
  /** Place of the source node among those of its run. */
  readonly node: number;
  readonly sortKey: string;
  readonly seq: number;
}
const START: Cursor = { part: 'before', node: 0, sortKey: '', seq: 0 };
const cursorSchema = z.object({
  part: z.enum(['before', 'after']),
  node: z.int().nonnegative(),
  sortKey: z.string().max(100),
  seq: z.int().nonnegative(),
});

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws Refusal 400 */
export function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return START;
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  }
}

interface RootRow extends Record<string, unknown> {
  readonly seq: string;
  readonly sort_key: string;
  readonly before_id: string | null;
  readonly after_id: string | null;
  readonly key: string;
  readonly label: string;
  readonly number: string | null;
  readonly day: string | null;
  readonly total: string | null;
  readonly currency: string | null;
  readonly party: string | null;
}

/** The next documents of one source of one run, each with its counterpart in the other run. */
function readRoots(db: Database, replay: FoundReplay, { part, node, sortKey, seq }: Cursor, limit: number) {
  const isFirst = part === 'before';
  const [own, other] = isFirst ? [replay.before, replay.after] : [replay.after, replay.before];
  const mine = replay.nodes[part][node] ?? '';
  const pair = replay.sources.find((source) => source[part] === mine);
  const theirs = (isFirst ? pair?.after : pair?.before) ?? '';
  const [beforeId, afterId] = isFirst ? [sql`d.id`, sql`twin.id`] : [sql`null::uuid`, sql`d.id`];
  return db.execute<RootRow>(sql`
    select d.seq::text as seq, d.sort_key, ${beforeId} as before_id, ${afterId} as after_id, d.key, d.label, d.number,
      d.day::text as day, d.total::text as total, d.currency, d.party
    from document d
    left join document twin on twin.run_id = ${other.id} and twin.node_id = ${theirs} and twin.key = d.key
    where d.run_id = ${own.id} and d.node_id = ${mine} and (d.sort_key, d.seq) > (${sortKey}, ${seq})
      ${isFirst ? sql`` : sql`and twin.id is null`}
    order by d.sort_key, d.seq limit ${limit}`);
}

/** How source documents ended, with the entries that were made of them. */
async function readSides(db: Database, ids: readonly string[]): Promise<Map<string, ComparedSide>> {
  if (ids.length === 0) return new Map();
  const roots = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const [ends, entries] = await Promise.all([
    db.execute<{ id: string; outcome: Outcome; message: Message | null }>(
      sql`select document_id as id, outcome, message from outcome where document_id in (${roots})`,
    ),
    db.execute<{ root_id: string; body: unknown }>(sql`
      select root_id, body from document
      where root_id in (${roots}) and root_id <> id and kind = 'journal-entry' order by seq`),
  ]);
  const made = Map.groupBy(entries, ({ root_id: id }) => id);
  const ended = new Map(ends.map((end) => [end.id, end]));
  return new Map(
    ids.map((id) => [
      id,
      {
        outcome: ended.get(id)?.outcome ?? 'pending',
        reason: ended.get(id)?.message ?? null,
        entries: (made.get(id) ?? []).map(({ body }) => parseJournalEntry(body)),
      },
    ]),
  );
}

function compare(row: RootRow, sides: ReadonlyMap<string, ComparedSide>, isOver: boolean): ComparedDocument {
  const { key, label, number, day, total, currency, party } = row;
  const sideOf = (id: string | null) => sides.get(id ?? '') ?? null;
  return {
    ...{ key, label, number, currency, party, date: day, total: total === null ? null : showAmount(total) },
    ...compareDocument(sideOf(row.before_id), sideOf(row.after_id), isOver),
  };
}

export interface Scanned {
  readonly documents: readonly { readonly compared: ComparedDocument; readonly cursor: Cursor }[];
  readonly next: Cursor | null;
}

/** The next source of the same run, else the other run from its first source on; null after the last. */
function beyond({ part, node }: Cursor, nodes: FoundReplay['nodes']): Cursor | null {
  if (node + 1 < nodes[part].length) return { ...START, part, node: node + 1 };
  return part === 'before' && nodes.after.length > 0 ? { ...START, part: 'after' } : null;
}

/** Compares the next documents, at most so many; memory holds these and no more. */
export async function scanDocuments(
  db: Database,
  replay: FoundReplay,
  cursor: Cursor,
  limit: number,
): Promise<Scanned> {
  const rows = await readRoots(db, replay, cursor, limit);
  const ids = rows.flatMap((row) => [row.before_id, row.after_id]).filter((id) => id !== null);
  const sides = await readSides(db, ids);
  const documents = rows.map((row) => ({
    compared: compare(row, sides, replay.isOver),
    cursor: { ...cursor, sortKey: row.sort_key, seq: Number.parseInt(row.seq, 10) },
  }));
  const last = documents.at(-1);
  const isFull = rows.length === limit && last !== undefined;
  return { documents, next: isFull ? last.cursor : beyond(cursor, replay.nodes) };
}
