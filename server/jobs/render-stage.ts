import { and, eq, inArray, sql } from 'drizzle-orm';
import { type BatchLog, createBatchLog } from '#flows/batch-log.ts';
import { runMessages } from '#flows/messages.ts';
import type { Stage } from '#flows/plan.ts';
import { type Renderer, rendererOf } from '#flows/render-batch.ts';
import type { Json, RenderPage } from '#nodes/kit/node-type.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import type { Transaction } from '../db/database.ts';
import { posting, runStep } from '../db/schema/index.ts';
import { type Claimed, claimEntries, skipLost } from './claim-entries.ts';
import { commitBatch } from './commit-batch.ts';
import { completeFile } from './complete-file.ts';
import { holdLate } from './control-ports.ts';
import { appendBytes, fileIdOf, settlePage } from './file-rows.ts';
import type { LoadedRun } from './load-run.ts';
import { fileTarget } from './postings.ts';
import type { EngineServices } from './services.ts';
import { type PageEnd, readStagePage, type StoredDocument } from './stage-documents.ts';
import { insertOutcomes } from './write-documents.ts';

const PAGE = 500;

interface Position {
  readonly after: PageEnd;
  readonly state: Json;
}

interface HeldEntry {
  readonly one: Claimed;
  readonly problem: Message;
}

/**
 * Holds the documents of entries that the format cannot take. Nothing was claimed for them on this page. What stands in
 * another file, or on an earlier page, stays claimed: its bytes are written and leave with the others.
 */
async function settleHeld(tx: Transaction, loaded: LoadedRun, held: readonly HeldEntry[]): Promise<void> {
  const verdicts = held.map(({ one, problem }) => ({
    documentId: one.stored.root_id,
    verdict: { outcome: 'held' as const, message: problem },
  }));
  await insertOutcomes(tx, loaded.row.id, verdicts);
}

/**
 * Appends a page such that of each document all entries are written or none: when one cannot be, the page is made again
 * without its siblings. Rendering is pure, so that costs time only.
 */
async function appendWhole(
  renderer: Renderer,
  state: Json,
  claimed: readonly Claimed[],
): Promise<{ page: RenderPage; held: HeldEntry[] }> {
  const held: HeldEntry[] = [];
  for (let rest = claimed; ; ) {
    const envelopes = rest.map(({ stored, entry }) => ({
      key: stored.key,
      kind: 'journal-entry' as const,
      body: entry,
    }));
    const page = await renderer.append(state, envelopes);
    if (page.held.length === 0) return { page, held };
    const problems = new Map(page.held.map(({ key, problem }) => [key, problem]));
    for (const one of rest) {
      const problem = problems.get(one.stored.key);
      if (problem) held.push({ one, problem });
    }
    const roots = new Set(held.map(({ one }) => one.stored.root_id));
    rest = rest.filter(({ stored }) => !roots.has(stored.root_id));
  }
}

interface PlacedPage {
  readonly page: RenderPage;
  readonly held: readonly HeldEntry[];
  readonly claimed: readonly Claimed[];
}

/** The rows of the files that entries were placed in, by file key. */
async function filesOf(
  tx: Transaction,
  loaded: LoadedRun,
  stage: Stage,
  page: RenderPage,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { file } of page.placed) {
    if (!ids.has(file)) ids.set(file, await fileIdOf(tx, loaded, stage, file));
  }
  return ids;
}

/**
 * Appends a page and claims what stands in it. Entries that another run owns are rare: only when there are some is the
 * page made again without them.
 */
async function placePage(
  tx: Transaction,
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage,
  renderer: Renderer,
  state: Json,
  entries: readonly Claimed[],
  log: BatchLog,
): Promise<PlacedPage> {
  const target = fileTarget(loaded.row.flowId, stage.node);
  for (let candidates = await holdLate(tx, services, loaded, stage.node, entries, log); ; ) {
    const { page, held } = await appendWhole(renderer, state, candidates);
    if (loaded.row.mode === 'dry') return { page, held, claimed: candidates };
    const files = await filesOf(tx, loaded, stage, page);
    const fileOf = new Map(page.placed.map(({ key, file }) => [key, files.get(file) ?? null]));
    const placed = candidates.filter(({ stored }) => fileOf.has(stored.key));
    const { own, lost } = await claimEntries(tx, loaded, target, placed, (key) => fileOf.get(key) ?? null);
    if (lost.length === 0) return { page, held, claimed: own };
    await giveBack(tx, loaded, own);
    await skipLost(tx, loaded, stage.node, target, lost, log);
    const gone = new Set(lost.map(({ stored }) => stored.key));
    candidates = candidates.filter(({ stored }) => !gone.has(stored.key));
  }
}

async function giveBack(tx: Transaction, loaded: LoadedRun, claimed: readonly Claimed[]): Promise<void> {
  const ids = claimed.map(({ stored }) => stored.id);
  if (ids.length === 0) return;
  await tx
    .delete(posting)
    .where(and(eq(posting.runId, loaded.row.id), inArray(posting.entryId, ids), eq(posting.status, 'intended')));
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
      const { page, held, claimed } = await placePage(tx, services, loaded, stage, renderer, start, entries, log);
      for (const { one, problem } of held) {
        log.forNode(stage.node).warning(problem, { document: one.stored.root_key });
      }
      const files = await appendBytes(tx, loaded, stage, current.row.batch, page.writes);
      await settlePage(tx, loaded, stage, claimed, page, files);
      await settleHeld(tx, loaded, held);
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
