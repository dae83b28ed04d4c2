import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { RunMatch } from '#schemas/api/runs.ts';
import type { Outcome } from '#schemas/outcome.ts';
import type { Database } from '../db/database.ts';
import { document, outcome } from '../db/schema/index.ts';
import { namesLike } from '../db/schema/search-words.ts';
import { beginsWith, cleaned, isAmount } from '../search/search-terms.ts';
import { typedAmounts } from '../search/typed-amount.ts';
import { showAmount } from './show-amount.ts';

/** What is found more often than this is looked for among the newest documents only, and the answer says so. */
const RARE = 2000;
/** How many of the newest documents that are, and how many of them may match before the search is content. */
const NEWEST = 100_000;
const ENOUGH = 20_000;
/** Documents that are shown as the reason why a run was found. */
const REASONS = 3;

export interface FoundRuns {
  /** Matching documents by run; a run without one does not match. */
  readonly documents: ReadonlyMap<string, readonly string[]>;
  readonly isCut: boolean;
}

/** Every way in which a text may mean a source document, each answered by an index of its own. */
function meanings(text: string): SQL[] {
  const amounts = typedAmounts(text);
  const name = namesLike('d.party', text);
  return [
    sql`d.number = ${text}`,
    beginsWith('d.number', text),
    ...(amounts.length > 0 ? [isAmount('d.total', amounts)] : []),
    ...(name === null ? [] : [sql`(d.party is not null and ${name})`]),
  ];
}

interface Hit extends Record<string, unknown> {
  readonly way: number;
  readonly id: string;
  readonly run_id: string;
}

/** Asks each index for as much as is rare. */
async function askIndexes(db: Database, ways: readonly SQL[]): Promise<Map<number, Hit[]>> {
  const asked = ways.map(
    (way, index) => sql`(select ${sql.raw(String(index))} as way, d.id, d.run_id from document d
      where d.root_id = d.id and ${way} limit ${sql.raw(String(RARE + 1))})`,
  );
  const rows = await db.execute<Hit>(sql.join(asked, sql` union all `));
  return Map.groupBy(rows, (row) => row.way);
}

/** Looks through the newest documents, a bounded number of them however many there are. */
async function walkNewest(db: Database, ways: readonly SQL[]): Promise<Hit[]> {
  return db.execute<Hit>(sql`
    select 0 as way, d.id, d.run_id from (
      select id, run_id, root_id, number, total, party from document order by id desc limit ${sql.raw(String(NEWEST))}
    ) d where d.root_id = d.id and (${sql.join([...ways], sql` or `)}) limit ${sql.raw(String(ENOUGH))}`);
}

/**
 * Runs that read a document which a text means: its number (or how it begins), its customer, its amount.
 *
 * Each index is asked by itself: with one condition joined by "or" the planner reads every document there is. What is
 * rare is found whole; of what half of all documents have, the newest.
 *
 * @returns null when nothing is looked for
 */
export async function findRuns(db: Database, search: string | undefined): Promise<FoundRuns | null> {
  const text = cleaned(search);
  if (text === '') return null;
  const ways = meanings(text);
  const hits = await askIndexes(db, ways);
  const isRare = (way: number) => (hits.get(way)?.length ?? 0) <= RARE;
  const frequent = ways.filter((_, way) => !isRare(way));
  const found = ways.flatMap((_, way) => (isRare(way) ? (hits.get(way) ?? []) : []));
  if (frequent.length > 0) found.push(...(await walkNewest(db, frequent)));
  const documents = new Map<string, string[]>();
  for (const { id, run_id: run } of found) {
    const known = documents.get(run);
    if (!known) documents.set(run, [id]);
    else if (known.length < REASONS && !known.includes(id)) known.push(id);
  }
  return { documents, isCut: frequent.length > 0 };
}

/** The documents for which runs were found, by run. */
export async function readMatches(
  db: Database,
  found: FoundRuns | null,
  runIds: readonly string[],
): Promise<Map<string, RunMatch[]>> {
  const ids = runIds.flatMap((id) => found?.documents.get(id) ?? []);
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      runId: document.runId,
      id: document.id,
      label: document.label,
      number: document.number,
      party: document.party,
      total: document.total,
      currency: document.currency,
      outcome: sql<Outcome>`coalesce(${outcome.outcome}, 'pending')`,
    })
    .from(document)
    .leftJoin(outcome, eq(outcome.documentId, document.id))
    .where(inArray(document.id, ids))
    .orderBy(document.seq);
  const byRun = Map.groupBy(rows, (row) => row.runId);
  return new Map(
    [...byRun].map(([runId, matches]) => [
      runId,
      matches.map(({ runId: _, total, ...match }) => ({ ...match, total: total === null ? null : showAmount(total) })),
    ]),
  );
}
