import { inArray, type SQL, sql } from 'drizzle-orm';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { isFinished, type RunStatus } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { payload } from '../db/schema/index.ts';
import type { Standing } from './judge-difference.ts';

interface PostingRow extends Record<string, unknown> {
  readonly key: string;
  readonly kind: string;
  readonly status: 'intended' | 'posted' | 'uncertain';
  readonly revision: number;
  readonly source_hash: string | null;
  readonly root_id: string;
  readonly is_reset: boolean;
  readonly run_status: RunStatus;
  readonly body: unknown;
}

/** What the ledger has of one document at one target. */
export interface BookedDocument {
  readonly entries: readonly JournalEntry[];
  readonly posting: Standing['posting'];
  /** The source documents, by run, that its bookings were made of. */
  readonly roots: readonly string[];
}

export const NOT_BOOKED: BookedDocument = {
  entries: [],
  posting: {
    ...{ isPosted: false, isUncertain: false, isIntended: false, isIntendedOver: false, isReset: false },
    ...{ hasPayment: false, isSame: null },
  },
  roots: [],
};

function listOf(values: readonly string[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
}

/** "payment", or "payment:<id>" where a document has several. */
function isPayment(kind: string): boolean {
  return kind === 'payment' || kind.startsWith('payment:');
}

function bookedOf(rows: readonly PostingRow[], hash: string): BookedDocument {
  const valid = rows.filter((row) => !row.is_reset);
  const posted = valid.filter((row) => row.status === 'posted');
  const intended = valid.filter((row) => row.status === 'intended');
  const last = posted.filter(({ kind }) => !isPayment(kind)).at(-1) ?? posted.at(-1);
  return {
    // Read back as they were written: what is booked is checked when it is made, and never changed.
    entries: posted.map((row) => row.body as JournalEntry),
    posting: {
      isPosted: posted.length > 0,
      isUncertain: valid.some((row) => row.status === 'uncertain'),
      isIntended: intended.length > 0,
      isIntendedOver: intended.length > 0 && intended.every((row) => isFinished(row.run_status)),
      isReset: valid.length === 0 && rows.length > 0,
      hasPayment: posted.some(({ kind }) => isPayment(kind)),
      isSame: last?.source_hash ? last.source_hash === hash : null,
    },
    roots: [...new Set(posted.map((row) => row.root_id))],
  };
}

/**
 * What is booked of documents at a target, whichever flow did it, by key.
 *
 * @param hashes of the documents' latest states, by key
 */
export async function readBooked(
  db: Database,
  workspaceId: string,
  target: string,
  hashes: ReadonlyMap<string, string>,
): Promise<Map<string, BookedDocument>> {
  if (hashes.size === 0) return new Map();
  const rows = await db.execute<PostingRow>(sql`
    select p.source_document as key, p.kind, p.status, p.revision, p.source_hash, p.root_id,
      p.reset_id is not null as is_reset, r.status as run_status, d.body
    from posting p join document d on d.id = p.entry_id join run r on r.id = p.run_id
    where p.workspace_id = ${workspaceId} and p.target = ${target} and d.kind = 'journal-entry'
      and p.source_document in (${listOf([...hashes.keys()])})
    order by p.revision, p.id`);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return new Map([...byKey].map(([key, own]) => [key, bookedOf(own, hashes.get(key) ?? '')]));
}

/** The documents themselves, where they are still kept, by id. */
export async function readBodies(db: Database, ids: readonly string[]): Promise<Map<string, SalesDocument>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: payload.documentId, body: payload.body })
    .from(payload)
    .where(inArray(payload.documentId, [...ids]));
  return new Map(rows.map(({ id, body }) => [id, body as SalesDocument]));
}

/** Of these source documents, those whose payments were made into entries that are not booked, with why. */
export async function readUnbookedPayments(
  db: Database,
  roots: readonly string[],
): Promise<Map<string, Exclude<Standing['payments'], 'none'>>> {
  if (roots.length === 0) return new Map();
  const rows = await db.execute<{ root_id: string; is_unticked: boolean }>(sql`
    select d.root_id, bool_or(exists (
      select 1 from review_unticked u where u.run_id = d.run_id and u.document_id = d.id)) as is_unticked
    from document d
    where d.root_id in (${listOf(roots)}) and d.root_id <> d.id and d.kind = 'journal-entry'
      and d.body->'source'->>'documentKind' = 'payment'
    group by d.root_id`);
  return new Map(rows.map(({ root_id, is_unticked }) => [root_id, is_unticked ? 'unticked' : 'unsent']));
}
