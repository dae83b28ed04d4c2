import { and, eq } from 'drizzle-orm';
import { runMessages } from '#flows/messages.ts';
import type { Message } from '#schemas/messages.ts';
import type { Transaction } from '../db/database.ts';
import { file, posting } from '../db/schema/index.ts';
import type { LoadedRun } from './load-run.ts';
import { insertOutcomes } from './write-documents.ts';

/**
 * An entry that sums up documents and that the target surely did not take: its documents are given back with the reason,
 * and the other sums of the run go on.
 */
export async function refuseSum(
  tx: Transaction,
  loaded: LoadedRun,
  sum: { readonly fileId: string; readonly name: string },
  problem: Message,
): Promise<void> {
  const given = await tx
    .delete(posting)
    .where(and(eq(posting.fileId, sum.fileId), eq(posting.runId, loaded.row.id), eq(posting.status, 'intended')))
    .returning({ rootId: posting.rootId });
  await tx.update(file).set({ status: 'refused' }).where(eq(file.id, sum.fileId));
  const message = {
    ...runMessages.build.sum_refused({ sum: sum.name, problem: problem.text }),
    remedy: problem.remedy,
  };
  const verdicts = [...new Set(given.map(({ rootId }) => rootId))].map((documentId) => ({
    documentId,
    verdict: { outcome: 'failed' as const, message },
  }));
  await insertOutcomes(tx, loaded.row.id, verdicts);
}
