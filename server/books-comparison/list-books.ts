import { z } from 'zod';
import type { BookedDocument, BookedState } from '#schemas/api/books.ts';
import { Refusal } from '../http/refusal.ts';
import type { Scope } from '../runs/list-runs.ts';
import { limitOf, type PageQuery } from '../runs/page.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { type FoundBooks, findBooks, type Needed } from './find-books.ts';
import { scanGone } from './scan-gone.ts';
import { scanRead } from './scan-read.ts';

const PAGE = 500;
/** Documents looked at in one call: where few are of the kind asked for, a page would otherwise take very long. */
const MOST_SCANNED = 5000;

/** First what the run has read, then what it has not: by place in the one, by key in the other. */
const cursorSchema = z.union([
  z.object({ node: z.int().nonnegative(), sortKey: z.string().max(100), seq: z.int().nonnegative() }),
  z.object({ after: z.string().max(1000) }),
]);
type Cursor = z.infer<typeof cursorSchema>;
const START: Cursor = { node: 0, sortKey: '', seq: 0 };

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws Refusal 400 */
function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return START;
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  }
}

interface Part {
  readonly documents: readonly { readonly document: BookedDocument; readonly at: Cursor }[];
  readonly next: Cursor | null;
}

async function scan({ db }: Needed, found: FoundBooks, cursor: Cursor): Promise<Part> {
  if ('after' in cursor) {
    const { documents, next } = await scanGone(db, found, cursor.after, PAGE);
    const at = documents.map((one) => ({ document: one.document, at: { after: one.at } }));
    return { documents: at, next: next === null ? null : { after: next } };
  }
  const { documents, next } = await scanRead(db, found, cursor, PAGE);
  return { documents, next: next ?? { after: '' } };
}

/** Counts the next documents by how they stand beside the books, and says where to go on. @throws Refusal 404 · 400 */
export async function countBooks(
  needed: Needed,
  scope: Scope,
  id: string,
  query: { readonly after?: string | undefined },
): Promise<{ counts: Partial<Record<BookedState, number>>; next: string | null; tellsGone: boolean }> {
  const found = await findBooks(needed, scope, id);
  const counts: Partial<Record<BookedState, number>> = {};
  const tellsGone = found.covered !== null;
  let cursor = readCursor(query.after);
  for (let scanned = 0; scanned < MOST_SCANNED; scanned += PAGE) {
    const { documents, next } = await scan(needed, found, cursor);
    for (const { document } of documents) counts[document.state] = (counts[document.state] ?? 0) + 1;
    if (next === null) return { counts, next: null, tellsGone };
    cursor = next;
  }
  return { counts, next: writeCursor(cursor), tellsGone };
}

/** Documents beside the books: those that the run has read, in its order, then those that are gone. @throws Refusal 404 · 400 */
export async function listBooks(
  needed: Needed,
  scope: Scope,
  id: string,
  query: PageQuery & { readonly show?: BookedState | undefined },
): Promise<{ items: BookedDocument[]; next: string | null }> {
  const found = await findBooks(needed, scope, id);
  const limit = limitOf(query);
  const items: BookedDocument[] = [];
  let cursor = readCursor(query.after);
  for (let scanned = 0; scanned < MOST_SCANNED; scanned += PAGE) {
    const { documents, next } = await scan(needed, found, cursor);
    for (const { document, at } of documents) {
      if (query.show !== undefined && document.state !== query.show) continue;
      items.push(document);
      if (items.length === limit) return { items, next: writeCursor(at) };
    }
    if (next === null) return { items, next: null };
    cursor = next;
  }
  return { items, next: writeCursor(cursor) };
}
