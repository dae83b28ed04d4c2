import { sql } from 'drizzle-orm';
import type { BookedDocument } from '#schemas/api/books.ts';
import { type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import type { Outcome } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { showAmount } from '../runs/show-amount.ts';
import { anyOf } from '../search/search-terms.ts';
import type { FoundBooks } from './find-books.ts';
import { judgeDocument } from './judge-document.ts';
import { NOT_BOOKED, readBooked } from './read-booked.ts';

/** How far the documents of a run were looked through: source by source, in the order of an index. */
export interface ReadPosition {
  readonly node: number;
  readonly sortKey: string;
  readonly seq: number;
}

interface RootRow extends Record<string, unknown> {
  readonly id: string;
  readonly seq: string;
  readonly sort_key: string;
  readonly key: string;
  readonly label: string;
  readonly number: string | null;
  readonly day: string | null;
  readonly total: string | null;
  readonly currency: string | null;
  readonly party: string | null;
  readonly outcome: Outcome;
  readonly message: Message | null;
}

function readRoots(db: Database, { run, nodes }: FoundBooks, at: ReadPosition, limit: number) {
  return db.execute<RootRow>(sql`
    select d.id, d.seq::text as seq, d.sort_key, d.key, d.label, d.number, d.day::text as day, d.total::text as total,
      d.currency, d.party, coalesce(o.outcome, 'pending') as outcome, o.message
    from document d left join outcome o on o.document_id = d.id
    where d.run_id = ${run.id} and d.node_id = ${nodes[at.node] ?? ''} and (d.sort_key, d.seq) > (${at.sortKey}, ${at.seq})
    order by d.sort_key, d.seq limit ${limit}`);
}

async function readMade(db: Database, ids: readonly string[]): Promise<Map<string, JournalEntry[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ root_id: string; body: unknown }>(sql`
    select root_id, body from document
    where root_id = ${anyOf(ids)} and root_id <> id and kind = 'journal-entry' order by seq`);
  const byRoot = Map.groupBy(rows, (row) => row.root_id);
  return new Map([...byRoot].map(([id, made]) => [id, made.map(({ body }) => parseJournalEntry(body))]));
}

export interface Scanned<Position> {
  readonly documents: readonly { readonly document: BookedDocument; readonly at: Position }[];
  /** Null when nothing is left. */
  readonly next: Position | null;
}

/** The next documents that the run has read, each beside what is booked of it; memory holds these and no more. */
export async function scanRead(
  db: Database,
  found: FoundBooks,
  at: ReadPosition,
  limit: number,
): Promise<Scanned<ReadPosition>> {
  const rows = await readRoots(db, found, at, limit);
  const [made, books] = await Promise.all([
    readMade(
      db,
      rows.map((row) => row.id),
    ),
    readBooked(
      db,
      found,
      rows.map((row) => row.key),
    ),
  ]);
  const isWhole = found.run.includePosted || found.run.trigger === 'replay';
  const documents = rows.map((row) => {
    const { id, key, label, number, day, total, currency, party } = row;
    const end = { outcome: row.outcome, reason: row.message };
    const { booked, entries, isMissingSomewhere } = books.get(key) ?? NOT_BOOKED;
    const judged = judgeDocument({ end, made: made.get(id) ?? [], booked: entries, isMissingSomewhere, isWhole });
    const document: BookedDocument = {
      ...{ key, document: id, label, number, date: day, currency, party, end, booked: [...booked] },
      ...{ total: total === null ? null : showAmount(total), state: judged.state, entries: [...judged.entries] },
    };
    return { document, at: { ...at, sortKey: row.sort_key, seq: Number.parseInt(row.seq, 10) } };
  });
  const last = documents.at(-1);
  if (rows.length === limit && last) return { documents, next: last.at };
  const node = at.node + 1;
  return { documents, next: node < found.nodes.length ? { node, sortKey: '', seq: 0 } : null };
}
