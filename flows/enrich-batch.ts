import { checkConfig } from '#nodes/kit/config.ts';
import type { EnrichContext } from '#nodes/kit/context.ts';
import type { EnrichNodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { BatchLog } from './batch-log.ts';
import { callNode } from './call-node.ts';
import { runMessages } from './messages.ts';
import type { Stage } from './plan.ts';
import type { BatchRun } from './read-batch.ts';
import { type MapsResult, runMaps, sortResults, type Tracked, type Verdict } from './run-maps.ts';
import { nodeTitle } from './validate.ts';

/** What a look-up gets from the world; settings, run and log are added here. */
export type EnrichPorts = Pick<
  EnrichContext<unknown>,
  'http' | 'network' | 'signal' | 'now' | 'connection' | 'memory' | 'parties'
>;

function logVerdicts(log: BatchLog, node: string, verdicts: ReadonlyMap<string, Verdict>): void {
  const step = log.forNode(node);
  for (const [document, { outcome, message }] of verdicts) {
    if (outcome === 'failed') step.error(message, { document });
    else step.warning(message, { document });
  }
}

/**
 * Asks about one batch of documents and runs the mappings behind. Nothing is written but what the node itself keeps: the
 * caller stores the result in one transaction, or calls again with the same batch.
 *
 * @throws PasserelleError when the outside cannot be asked, or answers for another number of documents
 */
export async function enrichBatch(
  flow: FlowDefinition,
  registry: Registry,
  stage: Stage & { kind: 'enrich' },
  run: BatchRun,
  batch: readonly Tracked[],
  ports: EnrichPorts,
  log: BatchLog,
): Promise<MapsResult> {
  const node = flow.nodes[stage.node];
  const type = registry.nodeTypes.get(node?.type ?? '');
  if (!node || type?.kind !== 'enrich') throw new Error(`node ${stage.node} asks nothing: the flow was not validated`);
  const title = nodeTitle(stage.node, node, type);
  const context = { ...ports, config: checkConfig(type, node.config), run, log: log.forNode(stage.node) };
  const results = await callNode(title, () =>
    (type as EnrichNodeType).run(
      context,
      batch.map(({ envelope }) => envelope),
    ),
  );
  if (results.length !== batch.length) {
    const counts = { node: title, answered: String(results.length), asked: String(batch.length) };
    throw new PasserelleError(runMessages.build.enrich_answers(counts));
  }
  const verdicts = new Map<string, Verdict>();
  const passed = sortResults(results, batch, verdicts);
  logVerdicts(log, stage.node, verdicts);
  const maps = runMaps(flow, registry, run, stage.maps, new Map([[stage.node, passed]]), log, verdicts);
  const counts = new Map([...maps.counts, [stage.node, { received: batch.length, emitted: passed.length }]]);
  return { ...maps, counts };
}
