import { and, eq, sql } from 'drizzle-orm';
import { type BatchLog, createBatchLog } from '#flows/batch-log.ts';
import { alreadyPosted, postingKeyOf } from '#flows/ledger.ts';
import { runMessages } from '#flows/messages.ts';
import type { Stage } from '#flows/plan.ts';
import { type Renderer, rendererOf } from '#flows/render-batch.ts';
import type { FileWrite, Json, RenderPage } from '#nodes/kit/node-type.ts';
import { entryTotal, type JournalEntry, parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import { formatAmount, ZERO } from '#schemas/money.ts';
import type { Transaction } from '../db/database.ts';
import { file, fileChunk, posting, runStep } from '../db/schema/index.ts';
import { commitBatch } from './commit-batch.ts';
import { completeFile } from './complete-file.ts';
import type { LoadedRun } from './load-run.ts';
import { postingFinder, targetOf } from './postings.ts';
import type { EngineServices } from './services.ts';
import { type PageEnd, readStagePage, type StoredDocument } from './stage-documents.ts';
import { insertOutcomes } from './write-documents.ts';

const PAGE = 500;

interface Position {
  readonly after: PageEnd;
  readonly state: Json;
}

interface Claimed {
  readonly stored: StoredDocument;
  readonly entry: JournalEntry;
}

/**
 * Claims the entries for this flow's files by inserting their postings; whoever inserts first owns the delivery. An
 * entry that another run owns is left out, and said so.
 */
async function claim(tx: Transaction, loaded: LoadedRun, stage: Stage, entries: readonly Claimed[], log: BatchLog) {
  const { row } = loaded;
  if (row.mode === 'dry' || entries.length === 0) return entries;
  const target = targetOf(row.flowId, stage.node);
  const rows = entries.map(({ stored, entry }) => ({
    workspaceId: row.workspaceId,
    target,
    ...postingKeyOf(entry, stored.root_key),
    status: 'intended' as const,
    flowId: row.flowId,
    runId: row.id,
    entryId: stored.id,
    rootId: stored.root_id,
    number: entry.pieceNumber,
    day: entry.date,
    amount: formatAmount(entryTotal(entry)),
    currency: entry.currency,
    hash: stored.hash,
  }));
  const inserted = await tx.insert(posting).values(rows).onConflictDoNothing().returning({ entryId: posting.entryId });
  const own = new Set(inserted.map((one) => one.entryId));
  const lost = entries.filter(({ stored }) => !own.has(stored.id));
  const find = postingFinder(tx, row.workspaceId, [target], row.id);
  const facts = await find(lost.map(({ stored, entry }) => postingKeyOf(entry, stored.root_key)));
  for (const { stored, entry } of lost) {
    const key = postingKeyOf(entry, stored.root_key);
    const fact = facts.get(JSON.stringify([key.sourceSystem, key.sourceDocument, key.kind]));
    if (fact) log.forNode(stage.node).warning(alreadyPosted(entry, stored.hash, fact), { document: stored.root_key });
  }
  return entries.filter(({ stored }) => own.has(stored.id));
}

async function fileIdOf(tx: Transaction, loaded: LoadedRun, stage: Stage, fileKey: string): Promise<string> {
  const { workspaceId, id: runId } = loaded.row;
  const [row] = await tx
    .insert(file)
    .values({ workspaceId, runId, nodeId: stage.node, fileKey })
    .onConflictDoUpdate({ target: [file.runId, file.nodeId, file.fileKey], set: { fileKey } })
    .returning({ id: file.id });
  if (!row) throw new Error('a file row that was just written is gone');
  return row.id;
}

async function appendBytes(
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

/** Books the placed entries on their files, frees the claims of held ones and holds their documents. */
async function settlePage(
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
    const ids = sql.join(
      entries.map(({ stored }) => sql`${stored.id}::uuid`),
      sql`, `,
    );
    if (entries.length > 0 && loaded.row.mode === 'live') {
      await tx.execute(
        sql`update posting set file_id = ${fileId} where run_id = ${loaded.row.id} and entry_id in (${ids})`,
      );
    }
  }
  for (const { key, problem } of page.held) {
    const held = byKey.get(key);
    if (!held) continue;
    await tx.delete(posting).where(and(eq(posting.runId, loaded.row.id), eq(posting.entryId, held.stored.id)));
    const verdict = { outcome: 'held' as const, message: problem };
    await insertOutcomes(tx, loaded.row.id, [{ documentId: held.stored.root_id, verdict }]);
  }
}

async function appendPage(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  renderer: Renderer,
  stored: readonly StoredDocument[],
  log: BatchLog,
): Promise<void> {
  const { current } = loaded;
  const position = (current?.row.position ?? null) as Position | null;
  const last = stored.at(-1);
  if (!current || !last) return;
  const entries = stored.map((one) => ({ stored: one, entry: parseJournalEntry(one.body) }));
  const after = { sortKey: last.sort_key, seq: Number(last.seq) };
  const start = position?.state ?? (await renderer.open());
  await commitBatch(services.db, loaded, {
    done: false,
    log: log.lines,
    write: async (tx) => {
      const claimed = await claim(tx, loaded, stage, entries, log);
      const envelopes = claimed.map(({ stored: one, entry }) => ({
        key: one.key,
        kind: 'journal-entry' as const,
        body: entry,
      }));
      const page = await renderer.append(start, envelopes);
      for (const { key, problem } of page.held) {
        const root = claimed.find((one) => one.stored.key === key)?.stored.root_key;
        log.forNode(stage.node).warning(problem, root === undefined ? {} : { document: root });
      }
      const files = await appendBytes(tx, loaded, stage, current.row.batch, page.writes);
      await settlePage(tx, loaded, stage, claimed, page, files);
      await tx
        .update(runStep)
        .set({
          received: sql`${runStep.received} + ${stored.length}`,
          emitted: sql`${runStep.emitted} + ${page.placed.length}`,
        })
        .where(and(eq(runStep.runId, loaded.row.id), eq(runStep.nodeId, stage.node)));
      return { after, state: page.state } satisfies Position;
    },
  });
}

async function closeFiles(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  renderer: Renderer,
  log: BatchLog,
): Promise<void> {
  const { current } = loaded;
  const position = (current?.row.position ?? null) as Position | null;
  if (!current) return;
  const closing = position ? await renderer.close(position.state) : { writes: [], files: [] };
  const step = log.forNode(stage.node);
  await commitBatch(services.db, loaded, {
    done: true,
    log: log.lines,
    write: async (tx) => {
      await appendBytes(tx, loaded, stage, current.row.batch, closing.writes);
      for (const rendered of closing.files) {
        const id = await fileIdOf(tx, loaded, stage, rendered.file);
        const done = await completeFile(tx, id, rendered);
        if (done) step.info(runMessages.build.file_written(done));
      }
      if (closing.files.length === 0) step.info(runMessages.build.no_file());
      return null;
    },
  });
}

/** One page of entries into the run's files, or their closing after the last page. */
export async function advanceRender(services: EngineServices, loaded: LoadedRun, stage: Stage): Promise<void> {
  const log = createBatchLog(services.now, []);
  const renderer = rendererOf(loaded.flow, services.registry, stage.node, loaded.facts, log);
  const position = (loaded.current?.row.position ?? null) as Position | null;
  const stored = await readStagePage(services.db, loaded.row.id, stage, position?.after ?? null, PAGE);
  if (stored.length > 0) await appendPage(services, loaded, stage, renderer, stored, log);
  else await closeFiles(services, loaded, stage, renderer, log);
}
