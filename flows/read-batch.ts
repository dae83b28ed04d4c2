import { checkConfig } from '#nodes/kit/config.ts';
import type { CallContext, ConnectionAccess, ReceivedDocuments, RunFacts } from '#nodes/kit/context.ts';
import type { Envelope, Json, SourceItem, SourceNodeType, SourcePage } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { BatchLog } from './batch-log.ts';
import { callNode } from './call-node.ts';
import { type ControlPorts, checkEntries } from './controls/check-entries.ts';
import { documentHash } from './document-facts.ts';
import { runMessages } from './messages.ts';
import type { Stage } from './plan.ts';
import { type MapsResult, runMaps, type Tracked, type Verdict } from './run-maps.ts';
import { type SettlePorts, settlePosted } from './settle-posted.ts';
import { nodeTitle } from './validate.ts';

export interface BatchRun extends RunFacts {
  readonly startedAt: Date;
}

/** The documents that a run is limited to, when it is: a retry, what a webhook told of, a replay. */
export interface Chosen {
  /** The keys of the next page, and where to go on (null after the last). */
  readonly page: (cursor: Json) => Promise<{ readonly keys: readonly string[]; readonly next: Json }>;
  /** What an earlier run read of them, where that is still kept. */
  readonly stored: (keys: readonly string[]) => Promise<readonly SourceItem[]>;
  /** A replay compares versions, not states of the shop: what was read then comes first. */
  readonly prefersStored: boolean;
}

/** What the engine needs from the world to read a page. */
export interface ReadPorts {
  readonly connection: ConnectionAccess;
  readonly call: Omit<CallContext, 'log'>;
  /** Which of these source keys the run already holds: pages may overlap. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** How what the mappings made is held against the ledger. */
  readonly settle: Omit<SettlePorts, 'sourceHash'>;
  /** How it is held against what its targets demand. */
  readonly controls: ControlPorts;
  readonly chosen: Chosen | null;
  /** What other programs sent to the source. */
  readonly received?: ReceivedDocuments;
}

export interface ReadBatch {
  readonly items: readonly SourceItem[];
  /** Hashes of the items' bodies, by key. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Documents made of the items, by the node that made them. */
  readonly made: ReadonlyMap<string, readonly Tracked[]>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly counts: ReadonlyMap<string, { readonly received: number; readonly emitted: number }>;
  readonly next: Json;
  readonly expected: number | null;
}

function verdictOfItem(item: SourceItem): Verdict | null {
  if (item.problem) return { outcome: 'failed', message: item.problem };
  if (item.skip) return { outcome: 'skipped', message: item.skip };
  return null;
}

function logPage(
  log: BatchLog,
  source: string,
  items: readonly SourceItem[],
  progress?: { done: number; total: number },
) {
  const step = log.forNode(source);
  const count = String(items.length);
  step.info(
    progress
      ? runMessages.build.read_progress({ count, done: String(progress.done), total: String(progress.total) })
      : runMessages.build.page_read({ count }),
  );
  for (const item of items) {
    if (item.problem)
      step.error(item.problem, { document: item.key, ...(item.excerpt ? { excerpt: item.excerpt } : {}) });
    else if (item.skip) {
      step.info(runMessages.build.skipped({ document: item.label, reason: item.skip.text }), { document: item.key });
    }
  }
}

function logMaps(log: BatchLog, last: string | undefined, maps: MapsResult): void {
  if (last === undefined) return;
  const count = (outcome: Verdict['outcome']) =>
    String([...maps.verdicts.values()].filter((verdict) => verdict.outcome === outcome).length);
  const step = log.forNode(last);
  for (const [root, { outcome, message }] of maps.verdicts) {
    if (outcome === 'skipped') step.info(message, { document: root });
    else if (outcome === 'held') step.warning(message, { document: root });
    else step.error(message, { document: root });
  }
  const entries = String(maps.emitted.get(last)?.length ?? 0);
  const documents = String(maps.counts.get(last)?.received ?? 0);
  const numbers = { held: count('held'), skipped: count('skipped'), failed: count('failed') };
  step.info(runMessages.build.entries_made({ entries, documents, ...numbers }));
}

/** What sources promise to fetch in one call. */
const FETCHED_AT_ONCE = 100;

async function fetchAll(
  type: SourceNodeType,
  context: Parameters<SourceNodeType['read']>[0],
  keys: readonly string[],
): Promise<SourceItem[]> {
  const items = new Map<string, SourceItem>();
  for (let from = 0; type.fetch && from < keys.length; from += FETCHED_AT_ONCE) {
    // A refund of two orders may come along with both.
    const fetched = await type.fetch(context, keys.slice(from, from + FETCHED_AT_ONCE));
    for (const item of fetched) items.set(item.key, item);
  }
  return [...items.values()];
}

/** A page of a run that is limited to certain documents: read again by their keys, or taken from what is stored. */
async function readChosen(
  type: SourceNodeType,
  context: Parameters<SourceNodeType['read']>[0],
  cursor: Json,
  chosen: Chosen,
): Promise<SourcePage> {
  const { keys, next } = await chosen.page(cursor);
  const stored = chosen.prefersStored || !type.fetch ? await chosen.stored(keys) : [];
  const known = new Set(stored.map((item) => item.key));
  const missing = keys.filter((key) => !known.has(key));
  const fetched = await fetchAll(type, context, missing);
  const items = [...stored, ...fetched];
  const found = new Set(items.map((item) => item.key));
  const gone = keys.filter((key) => !found.has(key));
  if (gone.length > 0) context.log.warning(runMessages.build.gone_from_source({ count: String(gone.length) }));
  return { items, next };
}

/**
 * Reads one page of a source and runs the mappings behind it. Nothing is written: the caller stores the result in one
 * transaction, or calls again with the same cursor.
 */
export async function readBatch(
  flow: FlowDefinition,
  registry: Registry,
  stage: Stage & { kind: 'read' },
  run: BatchRun,
  cursor: Json,
  ports: ReadPorts,
  log: BatchLog,
): Promise<ReadBatch> {
  const node = flow.nodes[stage.node];
  const type = registry.nodeTypes.get(node?.type ?? '') as SourceNodeType | undefined;
  if (!node || !type) throw new Error(`node ${stage.node} has no type: the flow was not validated`);
  const context = {
    ...ports.call,
    log: log.forNode(stage.node),
    config: checkConfig(type, node.config),
    connection: ports.connection,
    run,
    ...(ports.received ? { received: ports.received } : {}),
  };
  const { chosen } = ports;
  const page = await callNode(nodeTitle(stage.node, node, type), () =>
    chosen ? readChosen(type, context, cursor, chosen) : type.read(context, cursor),
  );

  const known = await ports.known(page.items.map((item) => item.key));
  const items = page.items.filter((item) => !known.has(item.key));
  logPage(log, stage.node, items, page.progress);

  const sound = items.filter((item) => item.body !== null && verdictOfItem(item) === null);
  const roots = sound.map((item) => ({
    root: item.key,
    envelope: { key: item.key, kind: item.kind, body: item.body } as Envelope,
  }));
  const mapped = runMaps(flow, registry, run, stage.maps, new Map([[stage.node, roots]]), log);
  const hashes = new Map(items.map((item) => [item.key, documentHash(item.body)]));
  const settled = await settlePosted(mapped, { ...ports.settle, sourceHash: (root) => hashes.get(root) ?? '' });
  const maps = await checkEntries(settled, ports.controls);
  logMaps(log, stage.maps.at(-1), maps);

  const ofItems = items.flatMap((item) => {
    const verdict = verdictOfItem(item);
    return verdict ? [[item.key, verdict] as const] : [];
  });
  const made = new Map([...maps.emitted].filter(([id]) => id !== stage.node));
  return {
    items,
    hashes,
    made,
    verdicts: new Map([...maps.verdicts, ...ofItems]),
    counts: new Map([...maps.counts, [stage.node, { received: items.length, emitted: sound.length }]]),
    next: page.next,
    expected: page.progress?.total ?? null,
  };
}
