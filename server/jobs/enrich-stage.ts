import { and, eq, sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import { checkEntries } from '#flows/controls/check-entries.ts';
import { enrichBatch } from '#flows/enrich-batch.ts';
import type { Stage } from '#flows/plan.ts';
import type { MapsResult, Tracked } from '#flows/run-maps.ts';
import { settlePosted } from '#flows/settle-posted.ts';
import type { Envelope } from '#nodes/kit/node-type.ts';
import type { Transaction } from '../db/database.ts';
import { runStep } from '../db/schema/index.ts';
import { commitBatch } from './commit-batch.ts';
import { controlPorts } from './control-ports.ts';
import { keepingLog } from './fail-batch.ts';
import type { LoadedRun } from './load-run.ts';
import { nodeMemory, partyLinks } from './node-memory.ts';
import { connectionOf, openCall } from './node-world.ts';
import type { EngineServices } from './services.ts';
import { settlePorts } from './settle-ports.ts';
import { type PageEnd, readStagePage } from './stage-documents.ts';
import { insertDocuments, insertOutcomes, madeRow } from './write-documents.ts';

/** Few, for each may cost a call: what was asked before a crash is asked again. */
const PAGE = 50;

async function writeEnriched(
  tx: Transaction,
  loaded: LoadedRun,
  maps: MapsResult,
  rootIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { row, flow } = loaded;
  const rows = [...maps.emitted].flatMap(([node, tracked]) =>
    tracked.map((one) => madeRow(row.id, node, flow.zone, rootIds.get(one.root) ?? '', one)),
  );
  await insertDocuments(tx, rows);
  const verdicts = [...maps.verdicts].map(([key, verdict]) => ({ documentId: rootIds.get(key) ?? '', verdict }));
  await insertOutcomes(tx, row.id, verdicts);
  for (const [node, counts] of maps.counts) {
    await tx
      .update(runStep)
      .set({
        received: sql`${runStep.received} + ${counts.received}`,
        emitted: sql`${runStep.emitted} + ${counts.emitted}`,
      })
      .where(and(eq(runStep.runId, row.id), eq(runStep.nodeId, node)));
  }
}

/** One page of stored documents through a look-up outside, with the mappings behind it. */
export async function advanceEnrich(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage & { kind: 'enrich' },
  signal: AbortSignal,
): Promise<void> {
  const { row, flow, current } = loaded;
  const after = (current?.row.position ?? null) as PageEnd | null;
  const stored = await readStagePage(services.db, row.id, stage, after, PAGE);
  const last = stored.at(-1);
  if (!last) {
    await commitBatch(services.db, loaded, { done: true, log: [], write: async () => null });
    return;
  }
  const bound = await connectionOf(services, loaded, stage.node);
  const connection = bound?.access ?? null;
  const secrets = Object.values(connection?.secrets ?? {});
  const log = createBatchLog(services.now, secrets);
  const { call, close } = openCall(services, bound, log.forNode(stage.node), signal);
  const batch = stored.map(
    (one): Tracked => ({
      root: one.root_key,
      envelope: { key: one.key, kind: one.kind, body: one.body } as Envelope,
    }),
  );
  try {
    const ports = {
      ...call,
      connection,
      memory: nodeMemory(services.db, row.workspaceId, flow.nodes[stage.node]?.type ?? '', connection?.id ?? null),
      parties: partyLinks(services.db, row.workspaceId, connection?.id ?? null),
    };
    const enriched = await keepingLog(log.lines, secrets, () =>
      enrichBatch(flow, services.registry, stage, loaded.facts, batch, ports, log),
    );
    const hashes = new Map(stored.map((one) => [one.root_key, one.root_hash]));
    const sourceHash = (root: string) => hashes.get(root) ?? '';
    const settled = await settlePosted(enriched, { ...settlePorts(services, loaded), sourceHash });
    const maps = await checkEntries(settled, controlPorts(services, loaded));
    const rootIds = new Map(stored.map((one) => [one.root_key, one.root_id]));
    await commitBatch(services.db, loaded, {
      done: false,
      log: log.lines,
      write: async (tx) => {
        await writeEnriched(tx, loaded, maps, rootIds);
        return { sortKey: last.sort_key, seq: Number(last.seq) } satisfies PageEnd;
      },
    });
  } finally {
    await close();
  }
}
