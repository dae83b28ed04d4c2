import type { BatchLog } from '#flows/batch-log.ts';
import { alreadyPosted, postingKeyOf, postingText } from '#flows/ledger.ts';
import type { Stage } from '#flows/plan.ts';
import { entryTotal, type JournalEntry } from '#schemas/documents/journal-entry.ts';
import { formatAmount } from '#schemas/money.ts';
import type { Transaction } from '../db/database.ts';
import { posting } from '../db/schema/index.ts';
import type { LoadedRun } from './load-run.ts';
import { postingFinder, targetOf } from './postings.ts';
import type { StoredDocument } from './stage-documents.ts';
import { insertOutcomes } from './write-documents.ts';

/** A stored entry with its body read and checked. */
export interface Claimed {
  readonly stored: StoredDocument;
  readonly entry: JournalEntry;
}

/**
 * Claims the entries for this flow's files by inserting their postings; whoever inserts first owns the delivery. An
 * entry that another run owns is left out, and its document skipped unless another of its entries is booked.
 */
export async function claimEntries(
  tx: Transaction,
  loaded: LoadedRun,
  stage: Stage,
  entries: readonly Claimed[],
  log: BatchLog,
) {
  const { row } = loaded;
  if (row.mode === 'dry' || entries.length === 0) return entries;
  const target = targetOf(row.flowId, stage.node);
  const rows = entries.map(({ stored, entry }) => ({
    workspaceId: row.workspaceId,
    target,
    ...postingKeyOf(entry, stored.root_key),
    status: 'intended' as const,
    flowId: row.flowId,
    runId: row.id,
    entryId: stored.id,
    rootId: stored.root_id,
    number: entry.pieceNumber,
    day: entry.date,
    amount: formatAmount(entryTotal(entry)),
    currency: entry.currency,
    hash: stored.hash,
  }));
  const inserted = await tx.insert(posting).values(rows).onConflictDoNothing().returning({ entryId: posting.entryId });
  const own = new Set(inserted.map((one) => one.entryId));
  const lost = entries.filter(({ stored }) => !own.has(stored.id));
  const find = postingFinder(tx, row.workspaceId, [target], row.id);
  const facts = await find(lost.map(({ stored, entry }) => postingKeyOf(entry, stored.root_key)));
  const verdicts = lost.flatMap(({ stored, entry }) => {
    const fact = facts.get(postingText(postingKeyOf(entry, stored.root_key)));
    if (!fact) return [];
    const message = alreadyPosted(entry, stored.hash, fact);
    log.forNode(stage.node).warning(message, { document: stored.root_key });
    return [{ documentId: stored.root_id, verdict: { outcome: 'skipped' as const, message } }];
  });
  await insertOutcomes(tx, row.id, verdicts);
  return entries.filter(({ stored }) => own.has(stored.id));
}
