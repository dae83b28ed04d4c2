import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { showAmount } from '../runs/show-amount.ts';
import type { FoundBooks } from './find-books.ts';
import { NOT_BOOKED, readBooked } from './read-booked.ts';
import type { Scanned } from './scan-read.ts';

interface GoneRow extends Record<string, unknown> {
  readonly key: string;
  readonly label: string | null;
  readonly number: string | null;
  readonly day: string | null;
  readonly total: string;
  readonly currency: string;
  readonly party: string | null;
}

function texts(values: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/**
 * The next documents that are booked, whose day lies in what the run has read whole, and that it has not read. The day is
 * the document's own where it is still known: a sale of the last day of a month may be booked in the next.
 */
function readGone(db: Database, { run, targets, nodes, covered }: FoundBooks, after: string, limit: number) {
  return db.execute<GoneRow>(sql`
    select p.source_document as key, min(root.label) as label, min(root.number) as number,
      min(coalesce(root.day, p.day))::text as day, max(p.amount)::text as total, min(p.currency) as currency,
      min(coalesce(root.party, p.party)) as party
    from posting p left join document root on root.id = p.root_id
    where p.workspace_id = ${run.workspaceId} and p.flow_id = ${run.flowId} and p.target = any(${texts(targets)})
      and p.status = 'posted' and p.reset_id is null and p.revision = 0 and p.run_id <> ${run.id}
      and coalesce(root.day, p.day) between ${covered?.from ?? null}::date and ${covered?.to ?? null}::date
      and p.source_document > ${after}
      and not exists (select from document d
        where d.run_id = ${run.id} and d.node_id = any(${texts(nodes)}) and d.key = p.source_document)
    group by p.source_document order by p.source_document limit ${limit}`);
}

/** The next documents that are booked and gone from the source. Shown as a warning; nothing acts upon it. */
export async function scanGone(
  db: Database,
  found: FoundBooks,
  after: string,
  limit: number,
): Promise<Scanned<string>> {
  if (found.covered === null) return { documents: [], next: null };
  const rows = await readGone(db, found, after, limit);
  const books = await readBooked(
    db,
    found,
    rows.map((row) => row.key),
  );
  const documents = rows.map(({ key, label, number, day, total, currency, party }) => ({
    document: {
      ...{ state: 'gone' as const, key, document: null, label: label ?? key, number, date: day, currency, party },
      ...{ total: showAmount(total), end: null, booked: [...(books.get(key) ?? NOT_BOOKED).booked], entries: [] },
    },
    at: key,
  }));
  const last = documents.at(-1);
  return { documents, next: rows.length === limit && last ? last.at : null };
}
