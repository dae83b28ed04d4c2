import { checkConfig } from '#nodes/kit/config.ts';
import type { CallContext, ConnectionAccess, RunFacts } from '#nodes/kit/context.ts';
import type { Envelope, Json, SourceItem, SourceNodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { BatchLog } from './batch-log.ts';
import { callNode } from './call-node.ts';
import { documentHash } from './document-facts.ts';
import { alreadyPosted, type FindPostings, postingKeyOf, postingText } from './ledger.ts';
import { runMessages } from './messages.ts';
import type { Stage } from './plan.ts';
import { type MapsResult, runMaps, type Tracked, type Verdict } from './run-maps.ts';
import { nodeTitle } from './validate.ts';

export interface BatchRun extends RunFacts {
  readonly startedAt: Date;
}

/** What the engine needs from the world to read a page. */
export interface ReadPorts {
  readonly connection: ConnectionAccess;
  readonly call: Omit<CallContext, 'log'>;
  /** Which of these source keys the run already holds: pages may overlap. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly findPostings: FindPostings;
}

export interface ReadBatch {
  readonly items: readonly SourceItem[];
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

/** Entries that the ledger already knows are dropped; a document of which nothing is left is skipped. */
async function dropPosted(maps: MapsResult, findPostings: FindPostings): Promise<MapsResult> {
  const isEntry = ({ envelope }: Tracked) => envelope.kind === 'journal-entry';
  const entries = [...maps.emitted.values()].flat().filter(isEntry);
  const keyOf = ({ envelope, root }: Tracked) => postingKeyOf(envelope.body as JournalEntry, root);
  const facts = await findPostings(entries.map(keyOf));
  if (facts.size === 0) return maps;

  const verdicts = new Map(maps.verdicts);
  const left = new Set<string>();
  const emitted = new Map<string, readonly Tracked[]>();
  for (const [node, tracked] of maps.emitted) {
    const kept = tracked.filter((one) => {
      if (!isEntry(one)) return true;
      const fact = facts.get(postingText(keyOf(one)));
      if (!fact) {
        left.add(one.root);
        return true;
      }
      const entry = one.envelope.body as JournalEntry;
      verdicts.set(one.root, { outcome: 'skipped', message: alreadyPosted(entry, documentHash(entry), fact) });
      return false;
    });
    emitted.set(node, kept);
  }
  for (const root of left) if (!maps.verdicts.has(root)) verdicts.delete(root);
  return { ...maps, emitted, verdicts };
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
  };
  const page = await callNode(nodeTitle(stage.node, node, type), () => type.read(context, cursor));

  const known = await ports.known(page.items.map((item) => item.key));
  const items = page.items.filter((item) => !known.has(item.key));
  logPage(log, stage.node, items, page.progress);

  const sound = items.filter((item) => item.body !== null && verdictOfItem(item) === null);
  const roots = sound.map((item) => ({
    root: item.key,
    envelope: { key: item.key, kind: item.kind, body: item.body } as Envelope,
  }));
  const mapped = runMaps(flow, registry, run, stage.maps, new Map([[stage.node, roots]]), log);
  const maps = await dropPosted(mapped, ports.findPostings);
  logMaps(log, stage.maps.at(-1), maps);

  const ofItems = items.flatMap((item) => {
    const verdict = verdictOfItem(item);
    return verdict ? [[item.key, verdict] as const] : [];
  });
  const made = new Map([...maps.emitted].filter(([id]) => id !== stage.node));
  return {
    items,
    made,
    verdicts: new Map([...maps.verdicts, ...ofItems]),
    counts: new Map([...maps.counts, [stage.node, { received: items.length, emitted: sound.length }]]),
    next: page.next,
    expected: page.progress?.total ?? null,
  };
}
