import { and, eq, sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import { checkEntries } from '#flows/controls/check-entries.ts';
import type { Stage } from '#flows/plan.ts';
import { runMaps } from '#flows/run-maps.ts';
import { settlePosted } from '#flows/settle-posted.ts';
import type { Envelope } from '#nodes/kit/node-type.ts';
import { runStep } from '../db/schema/index.ts';
import { commitBatch } from './commit-batch.ts';
import { controlPorts } from './control-ports.ts';
import type { LoadedRun } from './load-run.ts';
import type { EngineServices } from './services.ts';
import { settlePorts } from './settle-ports.ts';
import { type PageEnd, readStagePage } from './stage-documents.ts';
import { insertDocuments, insertOutcomes, madeRow } from './write-documents.ts';

const PAGE = 500;

/** One page of stored documents through a mapping that several stages, or a review, feed. */
export async function advanceMap(services: EngineServices, loaded: LoadedRun, stage: Stage): Promise<void> {
  const { row, flow, current } = loaded;
  const after = (current?.row.position ?? null) as PageEnd | null;
  const stored = await readStagePage(services.db, row.id, stage, after, PAGE);
  const last = stored.at(-1);
  if (!last) {
    await commitBatch(services.db, loaded, { done: true, log: [], write: async () => null });
    return;
  }

  const log = createBatchLog(services.now, []);
  const rootIds = new Map(stored.map((one) => [one.root_key, one.root_id]));
  const tracked = stored.map((one) => ({
    root: one.root_key,
    envelope: { key: one.key, kind: one.kind, body: one.body } as Envelope,
  }));
  const [feeder] = flow.edges.filter((edge) => edge.to.node === stage.node).map((edge) => edge.from.node);
  const given = new Map([[feeder ?? stage.node, tracked]]);
  const mapped = runMaps(flow, services.registry, loaded.facts, [stage.node], given, log);
  const hashes = new Map(stored.map((one) => [one.root_key, one.root_hash]));
  const sourceHash = (root: string) => hashes.get(root) ?? '';
  const settled = await settlePosted(mapped, { ...settlePorts(services, loaded), sourceHash });
  const maps = await checkEntries(settled, controlPorts(services, loaded));
  const made = maps.emitted.get(stage.node) ?? [];
  await commitBatch(services.db, loaded, {
    done: false,
    log: log.lines,
    write: async (tx) => {
      const rows = made.map((one) => madeRow(row.id, stage.node, flow.zone, rootIds.get(one.root) ?? '', one));
      await insertDocuments(tx, rows);
      const verdicts = [...maps.verdicts].map(([key, verdict]) => ({ documentId: rootIds.get(key) ?? '', verdict }));
      await insertOutcomes(tx, row.id, verdicts);
      await tx
        .update(runStep)
        .set({
          received: sql`${runStep.received} + ${stored.length}`,
          emitted: sql`${runStep.emitted} + ${made.length}`,
        })
        .where(and(eq(runStep.runId, row.id), eq(runStep.nodeId, stage.node)));
      return { sortKey: last.sort_key, seq: Number(last.seq) } satisfies PageEnd;
    },
  });
}
