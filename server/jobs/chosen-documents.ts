import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Chosen } from '#flows/read-batch.ts';
import type { Json, SourceItem } from '#nodes/kit/node-type.ts';
import type { MessageCatalogue } from '#schemas/messages.ts';
import { document, hold, outcome, payload, runKey } from '../db/schema/index.ts';
import type { LoadedRun } from './load-run.ts';
import type { EngineServices } from './services.ts';

const PAGE = 500;

async function nextKeys({ db }: EngineServices, runId: string, node: string, cursor: Json) {
  const after = typeof cursor === 'number' ? cursor : -1;
  const rows = await db
    .select({ key: runKey.key, position: runKey.position })
    .from(runKey)
    .where(and(eq(runKey.runId, runId), eq(runKey.nodeId, node), gt(runKey.position, after)))
    .orderBy(asc(runKey.position))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const next = rows.length > PAGE ? (page.at(-1)?.position ?? null) : null;
  return { keys: [...new Set(page.map(({ key }) => key))], next };
}

const columns = {
  key: document.key,
  kind: document.kind,
  label: document.label,
  body: payload.body,
  outcome: outcome.outcome,
  message: outcome.message,
};

/**
 * A document as it was read before. What the source itself left out or could not read is so again; what became of it
 * after that is decided anew.
 */
function itemOf(row: { [Name in keyof typeof columns]: unknown }, texts: MessageCatalogue): SourceItem {
  const { key, kind, label, body } = row as Pick<SourceItem, 'key' | 'kind' | 'label' | 'body'>;
  const message = row.message as SourceItem['skip'] | null;
  const isOfSource = message !== null && message !== undefined && message.code in texts;
  return {
    ...{ key, kind, label, body: body ?? null },
    ...(isOfSource && row.outcome === 'skipped' ? { skip: message } : {}),
    ...(isOfSource && row.outcome === 'failed' ? { problem: message } : {}),
  };
}

async function storedOf(services: EngineServices, { row, flow }: LoadedRun, node: string, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const texts = services.registry.nodeTypes.get(flow.nodes[node]?.type ?? '')?.messages ?? {};
  const query = services.db
    .select(columns)
    .from(document)
    .innerJoin(payload, eq(payload.documentId, document.id))
    .leftJoin(outcome, eq(outcome.documentId, document.id));
  const rows =
    row.trigger === 'replay' && row.parentId
      ? await query.where(
          and(eq(document.runId, row.parentId), eq(document.nodeId, node), inArray(document.key, [...keys])),
        )
      : await query
          .innerJoin(hold, eq(hold.documentId, document.id))
          .where(and(eq(hold.flowId, row.flowId), inArray(hold.documentKey, [...keys])));
  return rows.map((one) => itemOf(one, texts));
}

/** The documents that a run is limited to, for one of its sources; null when it reads everything. */
export function chosenDocuments(services: EngineServices, loaded: LoadedRun, node: string): Chosen | null {
  const { row } = loaded;
  if (!row.isLimited) return null;
  return {
    page: (cursor) => nextKeys(services, row.id, node, cursor),
    stored: (keys) => storedOf(services, loaded, node, keys),
    prefersStored: row.trigger === 'replay',
  };
}
