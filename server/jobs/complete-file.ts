import { createHash } from 'node:crypto';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { RenderedFile } from '#nodes/kit/node-type.ts';
import type { FileDocument } from '#schemas/documents/file.ts';
import type { Database, Transaction } from '../db/database.ts';
import { file, fileChunk } from '../db/schema/index.ts';

/** A stored file as it travels on edges and in answers. */
export function fileDocument(row: typeof file.$inferSelect): FileDocument {
  const { id, name, mediaType, charset, size, sha256, entryCount, lineCount, totalDebit, totalCredit } = row;
  return { id, name, mediaType, charset, size, sha256, entryCount, lineCount, totalDebit, totalCredit };
}

/** The chunks of a file one after the other: never the whole file in memory. */
export async function* fileChunks(db: Database | Transaction, fileId: string): AsyncGenerator<Buffer> {
  for (let last = -1; ; ) {
    const [chunk] = await db
      .select()
      .from(fileChunk)
      .where(and(eq(fileChunk.fileId, fileId), gt(fileChunk.position, last)))
      .orderBy(asc(fileChunk.position))
      .limit(1);
    if (!chunk) return;
    last = chunk.position;
    yield chunk.bytes;
  }
}

/** All bytes of a file, for a target that takes it in one piece. */
export async function fileBytes(db: Database, fileId: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileChunks(db, fileId)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Names a file and seals it with size and SHA-256; returns what the log says of it. */
export async function completeFile(tx: Transaction, id: string, rendered: RenderedFile) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of fileChunks(tx, id)) {
    hash.update(bytes);
    size += bytes.length;
  }
  const { name, mediaType, charset } = rendered;
  const [row] = await tx
    .update(file)
    .set({ status: 'complete', name, mediaType, charset, size, sha256: hash.digest('hex') })
    .where(eq(file.id, id))
    .returning();
  if (!row) return null;
  return {
    name,
    entries: String(row.entryCount),
    lines: String(row.lineCount),
    debit: row.totalDebit,
    credit: row.totalCredit,
  };
}
