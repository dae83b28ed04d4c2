import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { namesLike } from '../db/schema/search-words.ts';
import { anyOf, beginsWith, cleaned, isAmount } from '../search/search-terms.ts';
import { typedAmounts } from '../search/typed-amount.ts';

/** What is found more often than this is looked for by walking the ledger, which finds it soon for the same reason. */
const RARE = 2000;

/** Ways in which a text may mean a posting itself, each answered by an index of its own. */
function meanings(text: string): SQL[] {
  const amounts = typedAmounts(text);
  return [
    beginsWith('posting.number', text),
    sql`(posting.reference is not null and ${beginsWith('posting.reference', text)})`,
    ...(amounts.length > 0 ? [isAmount('posting.amount', amounts)] : []),
  ];
}

export interface Searched {
  readonly where: SQL | undefined;
  /** So many postings have it that only a list of the newest can be given soon, not their sum. */
  readonly isFrequent: boolean;
}

/** Ids of what a text means, one query an index. */
function askIndexes(workspaceId: string, text: string, limit: SQL): SQL[] {
  const found = meanings(text).map(
    (way) => sql`select posting.id from posting where posting.workspace_id = ${workspaceId} and ${way} ${limit}`,
  );
  const name = namesLike('party', text);
  const sold = [
    beginsWith('document.number', text),
    ...(name === null ? [] : [sql`(party is not null and ${name})`]),
  ].map(
    (way) => sql`select posting.id from (select id from document where root_id = id and ${way} ${limit}) sold
      join posting on posting.root_id = sold.id where posting.workspace_id = ${workspaceId} ${limit}`,
  );
  return [...found, ...sold];
}

/**
 * A condition for postings that a text means: the number of the entry or of the document that it was made of, the
 * customer, the amount, the reference.
 *
 * Left to one condition with "or", the planner walks the ledger from its newest end even for what occurs once in ten
 * years. So each index is asked first; only what many postings have is left to the walk.
 */
export async function searchPostings(db: Database, workspaceId: string, search: string | undefined): Promise<Searched> {
  const text = cleaned(search);
  if (text === '') return { where: undefined, isFrequent: false };
  const ways = meanings(text);
  const rows = await db.execute<{ way: number; id: string }>(
    sql.join(
      askIndexes(workspaceId, text, sql.raw(`limit ${RARE + 1}`)).map(
        (query, way) => sql`select ${sql.raw(String(way))} as way, id from (${query}) as found`,
      ),
      sql` union all `,
    ),
  );
  const counts = Map.groupBy(rows, (row) => row.way);
  const isRare = [...counts.values()].every((one) => one.length <= RARE);
  if (isRare) return { where: sql`posting.id = ${anyOf([...new Set(rows.map((row) => row.id))])}`, isFrequent: false };
  const name = namesLike('posting.party', text);
  const named = name === null ? [] : [sql`(posting.party is not null and ${name})`];
  const sold = sql`exists (
    select from document where document.id = posting.root_id and ${beginsWith('document.number', text)})`;
  return { where: sql`(${sql.join([...ways, ...named, sold], sql` or `)})`, isFrequent: true };
}
