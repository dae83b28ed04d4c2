import { and, eq, sql } from 'drizzle-orm';
import type { DocumentSource } from '#schemas/api/runs.ts';
import type { Database } from '../db/database.ts';
import { document, payload } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { readSourceRemoved } from '../retention/read-removed.ts';
import { findRun, type Scope } from './list-runs.ts';
import { runRefusals } from './run-refusals.ts';

/** More than this is not sent to a browser unasked. */
const MOST_BYTES = 256 * 1024;
/** Enough to see what it is. */
const EXCERPT = 8 * 1024;

export interface StoredSource {
  /** Null when nothing is stored, or too much to be shown. */
  readonly body: unknown;
  readonly bytes: number | null;
  /** The beginning, of what is too much. */
  readonly excerpt: string | null;
}

/** Columns of a document's body, for a query that joins payload. */
export const storedBody = { made: document.body, read: payload.body };

/** A document's body as a page shows it: whole, or its beginning. */
export function shownSource({ made, read }: { readonly made: unknown; readonly read: unknown }): StoredSource {
  const stored = made ?? read ?? null;
  if (stored === null) return { body: null, bytes: null, excerpt: null };
  const text = JSON.stringify(stored);
  const bytes = Buffer.byteLength(text);
  return bytes <= MOST_BYTES
    ? { body: stored, bytes, excerpt: null }
    : { body: null, bytes, excerpt: text.slice(0, EXCERPT) };
}

/** Why a page shows what it shows of a document's body. */
export async function describeSource(db: Database, id: string, source: StoredSource): Promise<DocumentSource> {
  const { bytes, excerpt } = source;
  const known = { bytes, excerpt, removedAfterDays: null };
  if (bytes !== null) return { ...known, state: excerpt === null ? 'whole' : 'cut' };
  const removedAfterDays = await readSourceRemoved(db, id);
  return { ...known, removedAfterDays, state: removedAfterDays === null ? 'none' : 'removed' };
}

/**
 * The body of a document as JSON text, however large.
 *
 * @throws Refusal 404 when the run, the document or its body is not there
 */
export async function readSourceText(
  db: Database,
  scope: Scope,
  runId: string,
  documentId: string,
): Promise<{ name: string; json: string }> {
  await findRun(db, scope, runId);
  const rows = await db
    .select({
      name: sql<string>`coalesce(${document.number}, ${document.key})`,
      ...storedBody,
    })
    .from(document)
    .leftJoin(payload, eq(payload.documentId, document.id))
    .where(and(eq(document.runId, runId), eq(document.id, documentId)));
  const { name, made, read } = foundOr404(rows, runRefusals.build.document_missing());
  const body = foundOr404(
    [made ?? read ?? null].filter((one) => one !== null),
    runRefusals.build.source_missing(),
  );
  return { name, json: JSON.stringify(body) };
}
