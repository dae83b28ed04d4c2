import { and, asc, eq, isNull } from 'drizzle-orm';
import { configOf, presentFlow } from '#flows/migrate-config.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FileCheck } from '#schemas/api/files.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Database } from '../db/database.ts';
import { document, flowVersion, posting, run } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { fileChunks } from '../jobs/complete-file.ts';
import { type FileRow, findFile } from '../runs/file-bytes.ts';
import type { Scope } from '../runs/list-runs.ts';
import { fileRefusals } from './file-refusals.ts';

/** A larger file is not brought into memory for this. */
const LARGEST_MB = 32;

const UNREADABLE: FileCheck = { isReadable: false, entries: 0, problems: [] };

async function readBytes(db: Database, { id, size, name }: FileRow): Promise<Buffer> {
  if (size > LARGEST_MB * 1024 * 1024) {
    throw new Refusal(422, fileRefusals.build.too_large({ name, megabytes: String(LARGEST_MB) }));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of fileChunks(db, id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The entries that are booked with a file. */
async function entriesOf(db: Database, fileId: string) {
  const rows = await db
    .select({ body: document.body })
    .from(posting)
    .innerJoin(document, eq(document.id, posting.entryId))
    .where(and(eq(posting.fileId, fileId), isNull(posting.resetId)))
    .orderBy(asc(posting.id));
  return rows.map(({ body }) => parseJournalEntry(body));
}

/** The node that wrote a file, as it was when its run went. */
async function writerOf(db: Database, registry: Registry, { runId, nodeId }: FileRow) {
  const [found] = await db
    .select({ definition: flowVersion.definition })
    .from(run)
    .innerJoin(flowVersion, and(eq(flowVersion.flowId, run.flowId), eq(flowVersion.number, run.version)))
    .where(eq(run.id, runId));
  if (!found) return null;
  const { flow } = presentFlow(found.definition, registry);
  const type = registry.nodeTypes.get(flow.nodes[nodeId]?.type ?? '');
  if (type?.kind !== 'render' || !type.readBack) return null;
  return { readBack: type.readBack, config: configOf(flow, nodeId, registry) };
}

/**
 * Reads a file back by the format it was written in and holds it against the entries that are booked with it.
 *
 * @throws Refusal 404 · 422 for a file that is too large
 */
export async function checkFile(db: Database, registry: Registry, scope: Scope, id: string): Promise<FileCheck> {
  const file = await findFile(db, scope, id);
  const writer = await writerOf(db, registry, file);
  const entries = writer ? await entriesOf(db, file.id) : [];
  if (!writer || entries.length === 0) return UNREADABLE;
  const problems = writer.readBack(writer.config, await readBytes(db, file), entries);
  return problems ? { isReadable: true, entries: entries.length, problems: [...problems] } : UNREADABLE;
}
