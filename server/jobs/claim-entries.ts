import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { BatchLog } from '#flows/batch-log.ts';
import { alreadyPosted, type PostedFact, postingKeyOf, postingText, revisionOf } from '#flows/ledger.ts';
import { runMessages } from '#flows/messages.ts';
import type { Verdict } from '#flows/run-maps.ts';
import { entryTotal, type JournalEntry } from '#schemas/documents/journal-entry.ts';
import { formatAmount } from '#schemas/money.ts';
import type { Transaction } from '../db/database.ts';
import { insertRows } from '../db/insert-rows.ts';
import { posting, postingReset } from '../db/schema/index.ts';
import { withGround } from './correction-ground.ts';
import type { LoadedRun } from './load-run.ts';
import { postingFinder } from './postings.ts';
import type { StoredDocument } from './stage-documents.ts';
import { insertOutcomes } from './write-documents.ts';

/** A stored entry with its body read and checked. */
export interface Claimed {
  readonly stored: StoredDocument;
  readonly entry: JournalEntry;
}

type PostingRow = typeof posting.$inferInsert;

/** The posting that claims an entry for a target. */
export function claimRow(
  { row }: LoadedRun,
  target: string,
  { stored, entry }: Claimed,
  extra: Partial<PostingRow> = {},
): PostingRow {
  return {
    id: uuidv7(),
    workspaceId: row.workspaceId,
    target,
    ...postingKeyOf(entry, stored.root_key),
    revision: revisionOf(entry),
    status: 'intended',
    flowId: row.flowId,
    runId: row.id,
    entryId: stored.id,
    rootId: stored.root_id,
    number: entry.pieceNumber,
    day: entry.date,
    amount: formatAmount(entryTotal(entry)),
    currency: entry.currency,
    party: entry.partyName,
    hash: entry.correction?.stateHash ?? stored.hash,
    // A reversal books nothing of the document as it is now: what follows it is still to be booked.
    sourceHash: entry.correction?.kind === 'reversal' ? null : stored.root_hash,
    ...extra,
  };
}

/**
 * Somebody chose to book again what was posted: the postings in the way are declared void, with the reason, in the
 * transaction that claims the documents anew.
 */
export async function voidPosted(
  tx: Transaction,
  { row }: LoadedRun,
  target: string,
  claims: readonly PostingRow[],
): Promise<void> {
  if (!row.includePosted || claims.length === 0) return;
  const documents = [...new Set(claims.map((claim) => claim.sourceDocument))];
  const inTheWay = and(
    eq(posting.workspaceId, row.workspaceId),
    eq(posting.target, target),
    inArray(posting.sourceDocument, documents),
    eq(posting.status, 'posted'),
    isNull(posting.resetId),
    sql`${posting.runId} <> ${row.id}`,
  );
  const found = await tx
    .select({ id: posting.id, key: posting.sourceDocument, kind: posting.kind })
    .from(posting)
    .where(inTheWay);
  const wanted = new Set(claims.map((claim) => `${claim.sourceDocument}/${claim.kind}`));
  const ids = found.filter(({ key, kind }) => wanted.has(`${key}/${kind}`)).map(({ id }) => id);
  if (ids.length === 0) return;
  const [reset] = await tx
    .insert(postingReset)
    .values({
      workspaceId: row.workspaceId,
      resetBy: row.startedBy ?? '',
      reason: row.reason ?? '',
      scope: { run: row.id },
      count: ids.length,
    })
    .returning({ id: postingReset.id });
  if (!reset) throw new Error('a reset that was just written is gone');
  await tx.update(posting).set({ resetId: reset.id }).where(inArray(posting.id, ids));
}

/** Ties corrections to the first booking of their document. */
export async function linkCorrections(tx: Transaction, runId: string, claims: readonly PostingRow[]): Promise<void> {
  if (!claims.some((claim) => (claim.revision ?? 0) > 0)) return;
  await tx.execute(sql`
    update posting c set corrects_id = f.id from posting f
    where c.run_id = ${runId} and c.revision > 0 and c.corrects_id is null and c.status = 'intended'
      and f.workspace_id = c.workspace_id and f.target = c.target and f.source_system = c.source_system
      and f.source_document = c.source_document and f.kind = c.kind and f.revision = 0 and f.reset_id is null`);
}

/** Inserts claims; whoever inserts first owns the delivery. @returns the postings that are now ours, by entry id */
export async function insertClaims(
  tx: Transaction,
  loaded: LoadedRun,
  target: string,
  claims: readonly PostingRow[],
): Promise<Map<string, string>> {
  if (claims.length === 0) return new Map();
  await voidPosted(tx, loaded, target, claims);
  const grounded = await withGround(tx, loaded, target, claims);
  if (grounded.length === 0) return new Map();
  const inserted = await insertRows<typeof posting, { id: string; entry_id: string }>(
    tx,
    posting,
    grounded,
    sql`on conflict do nothing returning id, entry_id`,
  );
  await linkCorrections(tx, loaded.row.id, grounded);
  return new Map(inserted.map((one) => [one.entry_id, one.id]));
}

/** Why an entry could not be claimed. A correction that the books do not hold in another way is still to be made. */
function verdictOfLost(entry: JournalEntry, fact: PostedFact | undefined): Verdict {
  const { number } = entry.source;
  const { correction } = entry;
  const isOpen = fact !== undefined && fact.status !== 'posted';
  if (correction && correction.kind !== 'reversal' && !isOpen && fact?.hash !== correction.stateHash) {
    return { outcome: 'held', message: runMessages.build.correction_kept_back({ number: entry.pieceNumber }) };
  }
  const message = fact ? alreadyPosted(entry, fact) : runMessages.build.being_posted({ number });
  return { outcome: 'skipped', message };
}

/**
 * Documents of which another run owns an entry are skipped, saying so, unless another of their entries is booked. One
 * whose correction has lost its ground is held.
 */
export async function skipLost(
  tx: Transaction,
  { row }: LoadedRun,
  node: string,
  target: string,
  lost: readonly Claimed[],
  log: BatchLog,
): Promise<void> {
  if (lost.length === 0) return;
  const find = postingFinder(tx, row.workspaceId, [target], row.id);
  const facts = await find(lost.map(({ stored, entry }) => postingKeyOf(entry, stored.root_key)));
  const verdicts = lost.map(({ stored, entry }) => {
    const verdict = verdictOfLost(entry, facts.get(postingText(postingKeyOf(entry, stored.root_key))));
    log.forNode(node).warning(verdict.message, { document: stored.root_key });
    return { documentId: stored.root_id, verdict };
  });
  await insertOutcomes(tx, row.id, verdicts);
}

/**
 * Claims entries for a flow's files, each with the file that it stands in.
 *
 * @param fileOf id of the file by the entry's key
 * @returns those that are ours, and those that another run owns
 */
export async function claimEntries(
  tx: Transaction,
  loaded: LoadedRun,
  target: string,
  entries: readonly Claimed[],
  fileOf: (key: string) => string | null,
): Promise<{ readonly own: readonly Claimed[]; readonly lost: readonly Claimed[] }> {
  const rows = entries.map((one) => claimRow(loaded, target, one, { fileId: fileOf(one.stored.key) }));
  const claimed = await insertClaims(tx, loaded, target, rows);
  const isOwn = ({ stored }: Claimed) => claimed.has(stored.id);
  return { own: entries.filter(isOwn), lost: entries.filter((one) => !isOwn(one)) };
}
