import { eq, sql } from 'drizzle-orm';
import type { Stage } from '#flows/plan.ts';
import type { FileWrite, RenderPage } from '#nodes/kit/node-type.ts';
import { entryTotal } from '#schemas/documents/journal-entry.ts';
import { formatAmount, ZERO } from '#schemas/money.ts';
import type { Transaction } from '../db/database.ts';
import { file, fileChunk } from '../db/schema/index.ts';
import type { Claimed } from './claim-entries.ts';
import type { LoadedRun } from './load-run.ts';

/** The row of a file of this run, made when it is first written to. */
export async function fileIdOf(tx: Transaction, loaded: LoadedRun, stage: Stage, fileKey: string): Promise<string> {
  const { workspaceId, id: runId } = loaded.row;
  const [row] = await tx
    .insert(file)
    .values({ workspaceId, runId, nodeId: stage.node, fileKey })
    .onConflictDoUpdate({ target: [file.runId, file.nodeId, file.fileKey], set: { fileKey } })
    .returning({ id: file.id });
  if (!row) throw new Error('a file row that was just written is gone');
  return row.id;
}

/** Stores what was written, in the order of the batches, and gives each file's id by its key. */
export async function appendBytes(
  tx: Transaction,
  loaded: LoadedRun,
  stage: Stage,
  batch: number,
  writes: readonly FileWrite[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, { file: fileKey, bytes }] of writes.entries()) {
    const fileId = ids.get(fileKey) ?? (await fileIdOf(tx, loaded, stage, fileKey));
    ids.set(fileKey, fileId);
    if (bytes.length > 0) {
      await tx.insert(fileChunk).values({ fileId, position: batch * 1000 + index, bytes: Buffer.from(bytes) });
    }
  }
  return ids;
}

/** Books the placed entries on their files. */
export async function settlePage(
  tx: Transaction,
  loaded: LoadedRun,
  stage: Stage,
  claimed: readonly Claimed[],
  page: RenderPage,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const byKey = new Map(claimed.map((one) => [one.stored.key, one]));
  for (const [fileKey, placed] of Map.groupBy(page.placed, (one) => one.file)) {
    const fileId = files.get(fileKey) ?? (await fileIdOf(tx, loaded, stage, fileKey));
    const entries = placed.flatMap(({ key }) => byKey.get(key) ?? []);
    const lines = entries.reduce((count, { entry }) => count + entry.lines.length, 0);
    const total = formatAmount(entries.reduce((soFar, { entry }) => soFar.plus(entryTotal(entry)), ZERO));
    await tx
      .update(file)
      .set({
        entryCount: sql`${file.entryCount} + ${entries.length}`,
        lineCount: sql`${file.lineCount} + ${lines}`,
        totalDebit: sql`${file.totalDebit} + ${total}::numeric`,
        totalCredit: sql`${file.totalCredit} + ${total}::numeric`,
      })
      .where(eq(file.id, fileId));
  }
}
