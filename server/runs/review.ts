import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import type { ReviewSummary } from '#schemas/api/runs.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { document, flowVersion, review, reviewUnticked, run, runStage } from '../db/schema/index.ts';
import { isListed, isTickedEntry } from '../entries/list-entries.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import { enqueueRun, notifyRun } from '../jobs/enqueue.ts';
import { findRun, type Scope } from './list-runs.ts';
import { runRefusals } from './run-refusals.ts';

type Db = Database | Transaction;
type ReviewRow = typeof review.$inferSelect;

/** The open review of a run, or its last confirmed one. @throws Refusal 404 */
async function findReview(db: Db, runId: string): Promise<ReviewRow> {
  const rows = db.select().from(review).where(eq(review.runId, runId));
  return foundOr404(
    await rows.orderBy(desc(review.status), asc(review.nodeId)).limit(1),
    runRefusals.build.no_review(),
  );
}

/** The open review; ticks and confirmations of the same run wait for each other. @throws Refusal 404 · 409 */
async function lockOpenReview(tx: Transaction, scope: Scope, runId: string): Promise<ReviewRow> {
  await tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.id, runId), eq(run.workspaceId, scope.workspaceId)))
    .for('update');
  const { run: row } = await findRun(tx, scope, runId);
  const found = await findReview(tx, runId);
  if (found.status !== 'open' || row.status !== 'in-review') throw new Refusal(409, runRefusals.build.review_closed());
  return found;
}

interface TickedState {
  readonly hash: string;
  readonly ticked: number;
  readonly lines: number;
  /** Source documents of which an entry is ticked. */
  readonly documents: number;
  readonly total: string;
}

/**
 * SHA-256 over id and content hash of what is ticked, computed where the entries are. It changes when an entry is
 * ticked, unticked or made anew, and is the same however often it is asked for.
 */
async function tickedState(db: Db, runId: string): Promise<TickedState> {
  const [row] = await db
    .select({
      hash: sql<string>`encode(sha256(convert_to(coalesce(
        string_agg(${document.id}::text || ':' || ${document.hash}, ',' order by ${document.id}), ''), 'UTF8')), 'hex')`,
      ticked: sql<number>`count(*)::int`,
      lines: sql<number>`coalesce(sum(jsonb_array_length(${document.body} -> 'lines')), 0)::int`,
      documents: sql<number>`count(distinct ${document.rootId})::int`,
      // An entry balances, so the total that stands beside it is both its sides.
      total: sql<string>`coalesce(sum(${document.total}), 0)::numeric(22, 2)::text`,
    })
    .from(document)
    .where(isTickedEntry(runId));
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

async function readInstructions(db: Db, scope: Scope, found: ReviewRow): Promise<string> {
  const { run: row } = await findRun(db, scope, found.runId);
  const isVersion = and(eq(flowVersion.flowId, row.flowId), eq(flowVersion.number, row.version));
  const [version] = await db.select({ definition: flowVersion.definition }).from(flowVersion).where(isVersion);
  const instructions = version?.definition.nodes[found.nodeId]?.config['instructions'];
  return typeof instructions === 'string' ? instructions : '';
}

/** Documents that stay to be transferred: held or failed ones, and those of which every entry is unticked. */
async function countLeft(db: Db, runId: string): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(sql`
    select count(*)::int as rows from (
      select document_id from outcome where run_id = ${runId} and outcome in ('held', 'failed')
      union
      select e.root_id from document e
      left join review_unticked off on off.run_id = e.run_id and off.document_id = e.id
      where e.run_id = ${runId} and e.kind = 'journal-entry'
      group by e.root_id having bool_and(off.document_id is not null)
    ) as left_over`);
  return row?.rows ?? 0;
}

/** State and sums of a run's review, in the books' currency. @throws Refusal 404 */
export async function readReview(db: Db, scope: Scope, runId: string): Promise<ReviewSummary> {
  await findRun(db, scope, runId);
  const found = await findReview(db, runId);
  const isEntry = and(eq(document.runId, runId), eq(document.kind, 'journal-entry'));
  const [all] = await db.select({ entries: sql<number>`count(*)::int` }).from(document).where(isEntry);
  const { hash, ticked, lines, documents, total } = await tickedState(db, runId);
  return {
    status: found.status,
    instructions: await readInstructions(db, scope, found),
    entries: all?.entries ?? 0,
    ticked,
    tickedLines: lines,
    documents,
    documentsLeft: await countLeft(db, runId),
    tickedDebit: total,
    tickedCredit: total,
    hash,
  };
}

type Chosen = 'all' | readonly string[] | { readonly filter: EntryFilter };

/** Ids that were named one by one; null for everything, or what a filter leaves. */
function namedIds(entries: Chosen): readonly string[] | null {
  return Array.isArray(entries) ? entries : null;
}

/** The entries that were chosen, as a condition on the table of documents. */
function isChosen(runId: string, entries: Chosen): SQL | undefined {
  if (entries === 'all') return isListed(runId, {});
  if (Array.isArray(entries)) return and(isListed(runId, {}), inArray(document.id, [...entries]));
  return isListed(runId, (entries as { readonly filter: EntryFilter }).filter);
}

async function untick(tx: Transaction, { runId, nodeId }: ReviewRow, entries: Chosen): Promise<void> {
  const rows = tx
    .select({
      runId: sql`${runId}::uuid`.as('run_id'),
      nodeId: sql`${nodeId}::text`.as('node_id'),
      documentId: document.id,
    })
    .from(document)
    .where(isChosen(runId, entries));
  await tx.insert(reviewUnticked).select(rows).onConflictDoNothing();
}

async function tickAgain(tx: Transaction, { runId }: ReviewRow, entries: Chosen): Promise<void> {
  const chosen = tx.select({ id: document.id }).from(document).where(isChosen(runId, entries));
  await tx
    .delete(reviewUnticked)
    .where(and(eq(reviewUnticked.runId, runId), inArray(reviewUnticked.documentId, chosen)));
}

async function refuseForeignEntries(tx: Transaction, runId: string, entries: readonly string[]): Promise<void> {
  const isEntry = and(
    eq(document.runId, runId),
    eq(document.kind, 'journal-entry'),
    inArray(document.id, [...entries]),
  );
  const rows = await tx.select({ id: document.id }).from(document).where(isEntry);
  if (rows.length < new Set(entries).size) throw new Refusal(404, runRefusals.build.document_missing());
}

/** Ticks or unticks entries of an open review. @throws Refusal 404 · 409 once it is confirmed */
export async function tickEntries(
  db: Database,
  caller: Caller,
  runId: string,
  input: { readonly entries: Chosen; readonly ticked: boolean },
): Promise<ReviewSummary> {
  return db.transaction(async (tx) => {
    const found = await lockOpenReview(tx, caller, runId);
    const { entries } = input;
    const named = namedIds(entries);
    if (named) await refuseForeignEntries(tx, runId, named);
    const isNothing = named?.length === 0;
    if (!isNothing) await (input.ticked ? tickAgain : untick)(tx, found, entries);
    return readReview(tx, caller, runId);
  });
}

async function sendOn(tx: Transaction, runId: string): Promise<void> {
  const isParked = and(eq(runStage.runId, runId), eq(runStage.status, 'parked'));
  await tx.update(runStage).set({ status: 'running' }).where(isParked);
  await tx.update(run).set({ status: 'running' }).where(eq(run.id, runId));
  await enqueueRun(tx, runId);
  await notifyRun(tx, runId);
}

/**
 * Confirms exactly what the caller saw: the hash of what is ticked now must be the one that was shown. Confirming the
 * same thing twice (a double click, a request sent again) does nothing more.
 *
 * @throws Refusal 404 · 409 when the ticks have changed or the review is closed; then nothing was confirmed
 */
export async function confirmReview(db: Database, caller: Caller, runId: string, hash: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .select({ id: run.id })
      .from(run)
      .where(and(eq(run.id, runId), eq(run.workspaceId, caller.workspaceId)))
      .for('update');
    await findRun(tx, caller, runId);
    const before = await findReview(tx, runId);
    if (before.status === 'confirmed' && before.confirmedHash === hash) return;
    const { nodeId } = await lockOpenReview(tx, caller, runId);
    const state = await tickedState(tx, runId);
    if (state.hash !== hash) throw new Refusal(409, runRefusals.build.review_changed());
    const confirmed = { confirmedHash: hash, confirmedBy: caller.userId, confirmedAt: new Date() };
    const isThis = and(eq(review.runId, runId), eq(review.nodeId, nodeId));
    await tx
      .update(review)
      .set({ status: 'confirmed', ...confirmed })
      .where(isThis);
    await sendOn(tx, runId);
    const details = { node: nodeId, hash, entries: state.ticked, debit: state.total, credit: state.total };
    await audit(tx, caller, 'review.confirmed', `run:${runId}`, details);
  });
}
