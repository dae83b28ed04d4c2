import { checkConfig } from '#nodes/kit/config.ts';
import type { Envelope, FileWrite, Json, RenderedFile, RenderNodeType, RenderPage } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { BatchLog } from './batch-log.ts';
import { callNode } from './call-node.ts';
import type { BatchRun } from './read-batch.ts';
import { nodeTitle } from './validate.ts';

/** A render node with its settings checked, ready for the pages of one run. */
export interface Renderer {
  readonly open: () => Promise<Json>;
  readonly append: (state: Json, entries: readonly Envelope<'journal-entry'>[]) => Promise<RenderPage>;
  readonly close: (
    state: Json,
  ) => Promise<{ readonly writes: readonly FileWrite[]; readonly files: readonly RenderedFile[] }>;
}

export function rendererOf(
  flow: FlowDefinition,
  registry: Registry,
  id: string,
  run: BatchRun,
  log: BatchLog,
): Renderer {
  const node = flow.nodes[id];
  const type = registry.nodeTypes.get(node?.type ?? '');
  if (!node || type?.kind !== 'render') throw new Error(`node ${id} renders nothing: the flow was not validated`);
  const render = type as RenderNodeType;
  const title = nodeTitle(id, node, type);
  const context = { config: checkConfig(type, node.config), run, log: log.forNode(id), startedAt: run.startedAt };
  return {
    open: () => callNode(title, () => render.open(context)),
    append: (state, entries) => callNode(title, () => render.append(context, state, entries)),
    close: (state) => callNode(title, () => render.close(context, state)),
  };
}
