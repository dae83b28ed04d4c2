import { eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Posting } from '#schemas/api/postings.ts';
import type { Database, Transaction } from '../db/database.ts';
import { document, file, flow, posting, user } from '../db/schema/index.ts';
import { describeTargets } from './describe-targets.ts';

type Db = Database | Transaction;
const firstPosting = alias(posting, 'first_posting');

/** A reset one is still "posted" as far as the target is concerned; for people it is a state of its own. */
const stateOf = sql<Posting['state']>`case when ${posting.resetId} is not null then 'reset' else ${posting.status} end`;

const COLUMNS = {
  row: posting,
  state: stateOf,
  flowName: flow.name,
  first: { id: firstPosting.id, number: firstPosting.number },
  documentNumber: document.number,
  documentLabel: document.label,
  documentUrl: document.url,
  fileName: file.name,
  decidedBy: user.name,
};

/** Postings with what is told of them beside their own row. */
export function selectPostings(db: Db, where: SQL | undefined) {
  return db
    .select(COLUMNS)
    .from(posting)
    .innerJoin(flow, eq(flow.id, posting.flowId))
    .leftJoin(document, eq(document.id, posting.rootId))
    .leftJoin(file, eq(file.id, posting.fileId))
    .leftJoin(firstPosting, eq(firstPosting.id, posting.correctsId))
    .leftJoin(user, eq(user.id, posting.decidedBy))
    .where(where)
    .$dynamic();
}
export type PostingRow = Awaited<ReturnType<typeof selectPostings>>[number];

function present(found: PostingRow, target: Posting['target']): Posting {
  const { row, first } = found;
  return {
    id: row.id,
    state: found.state,
    flow: { id: row.flowId, name: found.flowName },
    run: row.runId,
    target,
    kind: row.kind,
    document: {
      id: row.rootId,
      key: row.sourceDocument,
      number: found.documentNumber,
      label: found.documentLabel,
      url: found.documentUrl,
    },
    number: row.number,
    day: row.day,
    amount: row.amount,
    currency: row.currency,
    party: row.party,
    revision: row.revision,
    first: first?.id ? { id: first.id, number: first.number } : null,
    file: row.fileId === null ? null : { id: row.fileId, name: found.fileName ?? '' },
    reference: row.reference,
    intendedAt: row.intendedAt.toISOString(),
    postedAt: row.postedAt?.toISOString() ?? null,
    decided: row.decidedAt === null ? null : { by: found.decidedBy, at: row.decidedAt.toISOString() },
    reset: row.resetId,
  };
}

export async function presentPostings(
  db: Db,
  scope: { readonly workspaceId: string },
  rows: readonly PostingRow[],
): Promise<Posting[]> {
  const targets = await describeTargets(
    db,
    scope,
    rows.map(({ row }) => ({ target: row.target, runId: row.runId })),
  );
  return rows.map((found) => present(found, targets(found.row.target)));
}
