import { and, eq, inArray, sql } from 'drizzle-orm';
import { type FindPostings, postingText } from '#flows/ledger.ts';
import type { Database, Transaction } from '../db/database.ts';
import { posting } from '../db/schema/index.ts';

/** A flow's files are one target: what went into one of them is not put into the next. */
export function targetOf(flowId: string, renderNode: string): string {
  return `flow:${flowId}:${renderNode}`;
}

/**
 * Looks up what the ledger knows. A document counts as transferred when every target of the flow has it; claims of the
 * run itself do not count.
 */
export function postingFinder(
  db: Database | Transaction,
  workspaceId: string,
  targets: readonly string[],
  runId: string,
): FindPostings {
  return async (keys) => {
    if (keys.length === 0 || targets.length === 0) return new Map();
    const documents = [...new Set(keys.map((key) => key.sourceDocument))];
    const rows = await db
      .select()
      .from(posting)
      .where(
        and(
          eq(posting.workspaceId, workspaceId),
          inArray(posting.target, [...targets]),
          inArray(posting.sourceDocument, documents),
          sql`${posting.runId} <> ${runId}`,
        ),
      );
    const byKey = Map.groupBy(rows, (row) => postingText(row));
    const everywhere = [...byKey].filter(
      ([, found]) => new Set(found.map((row) => row.target)).size === targets.length,
    );
    return new Map(
      everywhere.flatMap(([key, [row]]) => {
        if (!row) return [];
        const day = (row.postedAt ?? row.intendedAt).toISOString().slice(0, 10);
        return [[key, { status: row.status, day, hash: row.hash, runId: row.runId }] as const];
      }),
    );
  };
}
