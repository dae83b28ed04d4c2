import { type SQL, sql } from 'drizzle-orm';
import type { Inlet, Stage } from '#flows/plan.ts';
import type { Database, Transaction } from '../db/database.ts';
import { unpackJson } from '../db/packed-json.ts';

/** Where a page of stored documents ended. */
export interface PageEnd {
  readonly sortKey: string;
  readonly seq: number;
}

export interface StoredDocument {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly root_id: string;
  readonly root_key: string;
  readonly sort_key: string;
  readonly seq: string;
  readonly hash: string;
  /** Hash of the source document. */
  readonly root_hash: string;
  readonly body: unknown;
}

function inletCondition(inlet: Inlet): SQL {
  const ticked = inlet.reviews.map(
    (review) => sql`and not exists (
      select 1 from review_unticked u where u.run_id = d.run_id and u.node_id = ${review} and u.document_id = d.id)`,
  );
  return sql`(d.node_id = ${inlet.node} ${sql.join(ticked, sql` `)})`;
}

/**
 * Which stored documents come into a stage, as a condition on alias "d". What was made of a document that has been
 * held or has failed since goes no further: a document is booked whole or not at all.
 */
export function stageCondition(runId: string, stage: Pick<Stage, 'inlets'>): SQL {
  const inlets = stage.inlets.map(inletCondition);
  return sql`d.run_id = ${runId} and not d.is_left_out and (${inlets.length === 0 ? sql`false` : sql.join(inlets, sql` or `)})
    and not exists (select 1 from outcome o where o.document_id = d.root_id and o.outcome in ('held', 'failed'))`;
}

/** The next page of documents of a stage, by booking date and then as they were made. */
export async function readStagePage(
  db: Database | Transaction,
  runId: string,
  stage: Stage,
  after: PageEnd | null,
  limit: number,
): Promise<StoredDocument[]> {
  const beyond = after ? sql`and (d.sort_key, d.seq) > (${after.sortKey}, ${after.seq})` : sql``;
  const rows = await db.execute<Record<string, unknown> & StoredDocument & { readonly packed: Buffer | null }>(sql`
    select d.id, d.key, d.kind, d.root_id, r.key as root_key, d.sort_key, d.seq, d.hash, r.hash as root_hash, d.body, p.body as packed
    from document d join document r on r.id = d.root_id
      left join payload p on p.document_id = d.id
    where ${stageCondition(runId, stage)} ${beyond}
    order by d.sort_key, d.seq
    limit ${limit}`);
  return rows.map(({ packed, ...row }) => ({ ...row, body: row.body ?? (packed ? unpackJson(packed) : null) }));
}
