import { and, asc, eq } from 'drizzle-orm';
import type { PostingDetails } from '#schemas/api/postings.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Database } from '../db/database.ts';
import { document, posting, postingReset, user } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import type { Scope } from './list-postings.ts';
import { postingMessages } from './posting-refusals.ts';
import { type PostingRow, presentPostings, selectPostings } from './posting-rows.ts';

/** All bookings of one document for one target. */
function sameDocument({ row }: PostingRow) {
  return and(
    eq(posting.workspaceId, row.workspaceId),
    eq(posting.target, row.target),
    eq(posting.sourceSystem, row.sourceSystem),
    eq(posting.sourceDocument, row.sourceDocument),
    eq(posting.kind, row.kind),
  );
}

async function readReset(db: Database, id: string | null): Promise<PostingDetails['resetInfo']> {
  if (id === null) return null;
  const [found] = await db
    .select({ row: postingReset, by: user.name })
    .from(postingReset)
    .leftJoin(user, eq(user.id, postingReset.resetBy))
    .where(eq(postingReset.id, id));
  if (!found) return null;
  return { id, by: found.by, reason: found.row.reason, at: found.row.at.toISOString() };
}

/** One posting with its entry and all bookings of its document. @throws Refusal 404 */
export async function readPosting(db: Database, scope: Scope, id: string): Promise<PostingDetails> {
  const own = and(eq(posting.id, id), eq(posting.workspaceId, scope.workspaceId));
  const found = foundOr404(await selectPostings(db, own), postingMessages.build.missing());
  const { row } = found;
  const same = await selectPostings(db, sameDocument(found)).orderBy(asc(posting.intendedAt), asc(posting.revision));
  const [stored] = await db.select({ body: document.body }).from(document).where(eq(document.id, row.entryId));
  const [shown, ...revisions] = await presentPostings(db, scope, [found, ...same]);
  if (!shown) throw new Error('a posting that was just read is gone');
  return {
    ...shown,
    entry: stored?.body ? parseJournalEntry(stored.body) : null,
    revisions: revisions.map(({ id, state, revision, number, day, amount, currency }) => ({
      ...{ id, state, revision, number, day, amount, currency },
    })),
    attempts: row.attempts,
    idempotencyKey: row.id,
    resetInfo: await readReset(db, row.resetId),
  };
}
