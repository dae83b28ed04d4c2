import type { Registry } from '#nodes/kit/registry.ts';
import type { ComparedDocument, Replay, Show } from '#schemas/api/replays.ts';
import { type Comparison, isDifference } from '#schemas/entry-diff.ts';
import type { Database } from '../db/database.ts';
import { readRunSummary, type Scope } from '../runs/list-runs.ts';
import { limitOf, type PageQuery } from '../runs/page.ts';
import { readAccountTotals } from './account-totals.ts';
import { findReplay } from './find-replay.ts';
import { readCursor, scanDocuments, writeCursor } from './scan-documents.ts';

interface Needed {
  readonly db: Database;
  readonly registry: Registry;
}

const PAGE = 500;
/** Documents looked at in one call: where few of them differ, a page would otherwise take as long as the whole run. */
const MOST_SCANNED = 5000;

/** A replay beside the run that it repeats. @throws Refusal 404 */
export async function readReplay(needed: Needed, scope: Scope, id: string): Promise<Replay> {
  const replay = await findReplay(needed, scope, id);
  const [before, after, accounts] = await Promise.all([
    readRunSummary(needed.db, scope, replay.before.id),
    readRunSummary(needed.db, scope, replay.after.id),
    readAccountTotals(needed.db, replay),
  ]);
  return { before, after, isOver: replay.isOver, accounts };
}

/** Counts the next documents by how they came out, and says where to go on. @throws Refusal 404 · 400 */
export async function countComparison(
  needed: Needed,
  scope: Scope,
  id: string,
  query: { readonly after?: string | undefined },
): Promise<{ counts: Partial<Record<Comparison, number>>; next: string | null }> {
  const replay = await findReplay(needed, scope, id);
  const counts: Partial<Record<Comparison, number>> = {};
  let cursor = readCursor(query.after);
  for (let scanned = 0; scanned < MOST_SCANNED; scanned += PAGE) {
    const { documents, next } = await scanDocuments(needed.db, replay, cursor, PAGE);
    for (const { compared } of documents) counts[compared.comparison] = (counts[compared.comparison] ?? 0) + 1;
    if (next === null) return { counts, next: null };
    cursor = next;
  }
  return { counts, next: writeCursor(cursor) };
}

function isShown({ comparison }: ComparedDocument, show: Show): boolean {
  if (show === 'all') return true;
  return show === 'differences' ? isDifference(comparison) : comparison === show;
}

/** Compared documents in the order in which they were read. @throws Refusal 404 · 400 */
export async function listComparison(
  needed: Needed,
  scope: Scope,
  id: string,
  query: PageQuery & { readonly show?: Show | undefined },
): Promise<{ items: ComparedDocument[]; next: string | null }> {
  const replay = await findReplay(needed, scope, id);
  const limit = limitOf(query);
  const items: ComparedDocument[] = [];
  let cursor = readCursor(query.after);
  for (let scanned = 0; scanned < MOST_SCANNED; scanned += PAGE) {
    const page = await scanDocuments(needed.db, replay, cursor, PAGE);
    for (const document of page.documents) {
      if (!isShown(document.compared, query.show ?? 'all')) continue;
      items.push(document.compared);
      if (items.length === limit) return { items, next: writeCursor(document.cursor) };
    }
    if (page.next === null) return { items, next: null };
    cursor = page.next;
  }
  return { items, next: writeCursor(cursor) };
}
