import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { documentFacts, documentHash } from '#flows/document-facts.ts';
import type { Tracked, Verdict } from '#flows/run-maps.ts';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { Transaction } from '../db/database.ts';
import { insertRows } from '../db/insert-rows.ts';
import { document, outcome, payload } from '../db/schema/index.ts';
import { noteHolds } from '../holds/note-holds.ts';

type DocumentRow = typeof document.$inferInsert;

/** Rows in one statement: more would be one large text for no gain. */
const AT_ONCE = 2_000;

/**
 * An entry is proof and keeps its body; what a source document held goes where it can be thrown away sooner. The batch
 * number lets one worker write a page once, so none of the rows can be there already.
 */
export async function insertDocuments(tx: Transaction, rows: readonly DocumentRow[]): Promise<void> {
  const isProof = (row: DocumentRow) => row.kind === 'journal-entry';
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const part = rows.slice(start, start + AT_ONCE);
    await insertRows(
      tx,
      document,
      part.map((row) => (isProof(row) ? row : { ...row, body: null })),
    );
    const bodies = part.filter((row) => !isProof(row) && row.body !== null);
    await insertRows(
      tx,
      payload,
      bodies.map(({ id: documentId, body }) => ({ documentId, body: body ?? null })),
    );
  }
}

export function rootRow(
  runId: string,
  node: string,
  zone: string,
  item: SourceItem,
  hash = documentHash(item.body),
): DocumentRow & { id: string } {
  const id = uuidv7();
  const facts = documentFacts(item.kind, item.body, zone);
  const { key, kind, label, body } = item;
  const isLeftOut = item.skip !== undefined || item.problem !== undefined;
  return { id, runId, nodeId: node, key, kind, rootId: id, label, body, hash, isLeftOut, ...facts };
}

export function madeRow(runId: string, node: string, zone: string, rootId: string, tracked: Tracked): DocumentRow {
  const { key, kind, body } = tracked.envelope;
  const facts = documentFacts(kind, body, zone);
  const label = facts.number ?? key;
  const hash = documentHash(body);
  return { id: uuidv7(), runId, nodeId: node, key, kind, rootId, label, body, hash, isLeftOut: false, ...facts };
}

interface Ended {
  readonly documentId: string;
  readonly verdict: Verdict;
}

/** One verdict a document: a statement may touch a row only once. */
function gravestOf(verdicts: readonly Ended[]): Ended[] {
  const byDocument = new Map<string, Ended>();
  for (const ended of verdicts) {
    const known = byDocument.get(ended.documentId);
    if (!known || known.verdict.outcome === 'skipped') byDocument.set(ended.documentId, ended);
  }
  return [...byDocument.values()];
}

/** Writes how documents ended. A graver outcome replaces a lighter one, never the other way round. */
export async function insertOutcomes(tx: Transaction, runId: string, verdicts: readonly Ended[]): Promise<void> {
  const gravest = gravestOf(verdicts);
  for (let start = 0; start < gravest.length; start += 1000) {
    const rows = gravest.slice(start, start + 1000).map(({ documentId, verdict }) => ({
      documentId,
      runId,
      outcome: verdict.outcome,
      code: verdict.message.code,
      message: verdict.message,
    }));
    await insertRows(
      tx,
      outcome,
      rows,
      sql`on conflict (document_id) do update
        set outcome = excluded.outcome, code = excluded.code, message = excluded.message, at = now()
        where outcome.outcome = 'skipped'`,
    );
    const stopped = rows.filter((row) => row.outcome !== 'skipped').map((row) => row.documentId);
    await noteHolds(tx, runId, stopped);
  }
}
