import { checkConfig } from '#nodes/kit/config.ts';
import type { RunFacts } from '#nodes/kit/context.ts';
import type { Envelope, MapNodeType, MapResult } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { HoldError, PasserelleError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import type { BatchLog } from './batch-log.ts';
import { feedersOf } from './graph.ts';
import { runMessages } from './messages.ts';
import { nodeTitle } from './validate.ts';

/** A document on its way, with the source document that it was made of. */
export interface Tracked {
  readonly root: string;
  readonly envelope: Envelope;
}

export interface Verdict {
  readonly outcome: 'skipped' | 'held' | 'failed';
  readonly message: Message;
}

export interface MapsResult {
  /** What each node emitted. */
  readonly emitted: ReadonlyMap<string, readonly Tracked[]>;
  /** Root keys that end here, with why. A root that is held or failed has emitted nothing. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly counts: ReadonlyMap<string, { readonly received: number; readonly emitted: number }>;
}

const WEIGHT = { skipped: 1, held: 2, failed: 3 } as const;

function verdictOf(result: MapResult): Verdict | null {
  if ('hold' in result) return { outcome: 'held', message: result.hold };
  if ('fail' in result) return { outcome: 'failed', message: result.fail };
  if ('skip' in result) return { outcome: 'skipped', message: result.skip };
  return null;
}

function resultOfError(title: string, error: unknown): MapResult {
  if (error instanceof HoldError) return { hold: error.detail };
  if (error instanceof PasserelleError) return { fail: error.detail };
  const detail = error instanceof Error ? error.message : String(error);
  return { fail: runMessages.build.mapping_crashed({ node: title, detail: detail.slice(0, 300) }) };
}

/**
 * Maps a batch in one call; when that throws, one document after the other, so that a document that breaks the mapping
 * spoils no other.
 */
function mapBatch(map: (batch: readonly Envelope[]) => MapResult[], title: string, batch: Envelope[]): MapResult[] {
  try {
    const results = map(batch);
    if (results.length === batch.length) return results;
  } catch (error) {
    if (batch.length === 1) return [resultOfError(title, error)];
  }
  return batch.flatMap((envelope) => {
    try {
      return map([envelope]).slice(0, 1);
    } catch (error) {
      return [resultOfError(title, error)];
    }
  });
}

/** What a node's results emit; how the others end goes into the verdicts. */
export function sortResults(
  results: readonly MapResult[],
  input: readonly Tracked[],
  verdicts: Map<string, Verdict>,
): Tracked[] {
  return results.flatMap((result, index): Tracked[] => {
    const root = input[index]?.root;
    if (root === undefined) return [];
    const verdict = verdictOf(result);
    if (verdict) note(verdicts, root, verdict);
    return 'emit' in result ? result.emit.map((envelope) => ({ root, envelope })) : [];
  });
}

/**
 * Runs the mappings of a stage over one batch.
 *
 * @param given what comes in, by the node that emitted it
 * @param stopped how documents ended before the mappings
 */
export function runMaps(
  flow: FlowDefinition,
  registry: Registry,
  run: RunFacts & { readonly startedAt: Date },
  maps: readonly string[],
  given: ReadonlyMap<string, readonly Tracked[]>,
  log: BatchLog,
  stopped: ReadonlyMap<string, Verdict> = new Map(),
): MapsResult {
  const emitted = new Map(given);
  const verdicts = new Map(stopped);
  const counts = new Map<string, { received: number; emitted: number }>();

  for (const id of maps) {
    const node = flow.nodes[id];
    const type = registry.nodeTypes.get(node?.type ?? '');
    if (!node || type?.kind !== 'map') throw new Error(`node ${id} is no mapping: the flow was not validated`);
    const input = feedersOf(flow, id)
      .flatMap((feeder) => emitted.get(feeder) ?? [])
      .filter(({ root }) => !isStopped(verdicts.get(root)));
    const context = { config: checkConfig(type, node.config), run, log: log.forNode(id), startedAt: run.startedAt };
    const title = nodeTitle(id, node, type);
    const results = mapBatch(
      (batch) => (type as MapNodeType).run(context, batch),
      title,
      input.map(({ envelope }) => envelope),
    );
    const output = sortResults(results, input, verdicts);
    emitted.set(id, output);
    counts.set(id, { received: input.length, emitted: output.length });
  }
  return { emitted: withoutStopped(emitted, verdicts), verdicts, counts };
}

function isStopped(verdict: Verdict | undefined): boolean {
  return verdict?.outcome === 'held' || verdict?.outcome === 'failed';
}

/** The graver verdict stays: what one branch skips and another holds is held. */
function note(verdicts: Map<string, Verdict>, root: string, verdict: Verdict): void {
  const known = verdicts.get(root);
  if (!known || WEIGHT[verdict.outcome] > WEIGHT[known.outcome]) verdicts.set(root, verdict);
}

/** A document is booked whole or not at all: when one branch holds it, what other branches made of it is dropped. */
function withoutStopped(
  emitted: ReadonlyMap<string, readonly Tracked[]>,
  verdicts: ReadonlyMap<string, Verdict>,
): Map<string, readonly Tracked[]> {
  const kept = [...emitted].map(
    ([node, tracked]) => [node, tracked.filter(({ root }) => !isStopped(verdicts.get(root)))] as const,
  );
  return new Map(kept);
}
