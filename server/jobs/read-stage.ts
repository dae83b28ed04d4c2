import { and, eq, inArray, sql } from 'drizzle-orm';
import { createBatchLog } from '#flows/batch-log.ts';
import type { Stage } from '#flows/plan.ts';
import { type ReadBatch, readBatch } from '#flows/read-batch.ts';
import type { Json } from '#nodes/kit/node-type.ts';
import type { Transaction } from '../db/database.ts';
import { document, runStep } from '../db/schema/index.ts';
import { receivedDocuments } from '../hooks/received-documents.ts';
import { chosenDocuments } from './chosen-documents.ts';
import { commitBatch } from './commit-batch.ts';
import { controlPorts } from './control-ports.ts';
import { keepingLog } from './fail-batch.ts';
import type { LoadedRun } from './load-run.ts';
import { connectionOf, openCall } from './node-world.ts';
import type { EngineServices } from './services.ts';
import { settlePorts } from './settle-ports.ts';
import { insertDocuments, insertOutcomes, madeRow, rootRow } from './write-documents.ts';

async function knownKeys(services: EngineServices, runId: string, node: string, keys: readonly string[]) {
  if (keys.length === 0) return new Set<string>();
  const rows = await services.db
    .select({ key: document.key })
    .from(document)
    .where(and(eq(document.runId, runId), eq(document.nodeId, node), inArray(document.key, [...keys])));
  return new Set(rows.map((row) => row.key));
}

async function writeBatch(tx: Transaction, loaded: LoadedRun, stage: Stage, batch: ReadBatch): Promise<void> {
  const runId = loaded.row.id;
  const { zone } = loaded.flow;
  const roots = batch.items.map((item) => rootRow(runId, stage.node, zone, item, batch.hashes.get(item.key)));
  const idOf = new Map(roots.map((row) => [row.key, row.id]));
  const made = [...batch.made].flatMap(([node, tracked]) =>
    tracked.flatMap((one) => {
      const rootId = idOf.get(one.root);
      return rootId === undefined ? [] : [madeRow(runId, node, zone, rootId, one)];
    }),
  );
  await insertDocuments(tx, [...roots, ...made]);
  const verdicts = [...batch.verdicts].flatMap(([key, verdict]) => {
    const documentId = idOf.get(key);
    return documentId === undefined ? [] : [{ documentId, verdict }];
  });
  await insertOutcomes(tx, runId, verdicts);
  for (const [node, counts] of batch.counts) {
    await tx
      .update(runStep)
      .set({
        received: sql`${runStep.received} + ${counts.received}`,
        emitted: sql`${runStep.emitted} + ${counts.emitted}`,
        ...(node === stage.node ? { expected: batch.expected } : {}),
      })
      .where(and(eq(runStep.runId, runId), eq(runStep.nodeId, node)));
  }
}

/** One page of a source with the mappings behind it, recorded in one transaction with the cursor of the next page. */
export async function advanceRead(
  services: EngineServices,
  loaded: LoadedRun,
  stage: Stage & { kind: 'read' },
  signal: AbortSignal,
): Promise<void> {
  const { row, current } = loaded;
  const bound = await connectionOf(services, loaded, stage.node);
  const secrets = Object.values(bound?.access.secrets ?? {});
  const log = createBatchLog(services.now, secrets);
  const { call, close } = openCall(services, bound, log.forNode(stage.node), signal);
  try {
    const batch = await keepingLog(log.lines, secrets, () =>
      readBatch(
        loaded.flow,
        services.registry,
        stage,
        loaded.facts,
        (current?.row.position ?? null) as Json,
        {
          connection: bound?.access ?? { id: '', type: '', fields: {}, secrets: {} },
          call,
          known: (keys) => knownKeys(services, row.id, stage.node, keys),
          settle: settlePorts(services, loaded),
          controls: controlPorts(services, loaded),
          chosen: chosenDocuments(services, loaded, stage.node),
          received: receivedDocuments(services.db, { flowId: row.flowId, node: stage.node }),
        },
        log,
      ),
    );
    await commitBatch(services.db, loaded, {
      done: batch.next === null,
      log: log.lines,
      write: async (tx) => {
        await writeBatch(tx, loaded, stage, batch);
        return batch.next;
      },
    });
  } finally {
    await close();
  }
}
