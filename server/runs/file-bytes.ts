import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { file } from '../db/schema/index.ts';
import { foundOr404 } from '../http/refusal.ts';
import { fileChunks } from '../jobs/complete-file.ts';
import type { Scope } from './list-runs.ts';
import { runRefusals } from './run-refusals.ts';

export type FileRow = typeof file.$inferSelect;

/** A complete file of the workspace. @throws Refusal 404 */
export async function findFile(db: Database, scope: Scope, id: string): Promise<FileRow> {
  const isHere = and(eq(file.id, id), eq(file.workspaceId, scope.workspaceId), eq(file.status, 'complete'));
  return foundOr404(await db.select().from(file).where(isHere), runRefusals.build.file_missing());
}

/** The bytes of a file in order, a chunk at a time: memory does not grow with the file. */
export function streamFile(db: Database, fileId: string): ReadableStream<Uint8Array> {
  const chunks = fileChunks(db, fileId);
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) return controller.close();
      controller.enqueue(new Uint8Array(value));
    },
  });
}
