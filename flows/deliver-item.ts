import { checkConfig } from '#nodes/kit/config.ts';
import type { CallContext, ConnectionAccess } from '#nodes/kit/context.ts';
import type { DeliverItem, DeliverNodeType, Idempotency } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { BatchLog } from './batch-log.ts';
import { callNode } from './call-node.ts';
import { runMessages } from './messages.ts';
import type { BatchRun } from './read-batch.ts';
import { nodeTitle } from './validate.ts';

export interface DeliverPorts {
  readonly connection: ConnectionAccess | null;
  readonly call: Omit<CallContext, 'log'>;
}

/** How a target protects against a second copy, which may depend on the node's settings. */
export function idempotencyOf(type: DeliverNodeType, config: unknown): Idempotency {
  return typeof type.idempotency === 'function' ? type.idempotency(config) : type.idempotency;
}

/**
 * Delivers one item. When an earlier attempt may have arrived, the target is asked first: a delivery whose answer was
 * lost is recognised instead of repeated. A target that can neither be asked nor recognises a repetition gets no second
 * attempt: a person decides.
 *
 * @returns the target's own reference
 */
export async function deliverItem(
  flow: FlowDefinition,
  registry: Registry,
  id: string,
  run: BatchRun,
  item: DeliverItem,
  ports: DeliverPorts,
  log: BatchLog,
): Promise<string> {
  const node = flow.nodes[id];
  const type = registry.nodeTypes.get(node?.type ?? '');
  if (!node || type?.kind !== 'deliver') throw new Error(`node ${id} delivers nothing: the flow was not validated`);
  const target = type as DeliverNodeType;
  const context = {
    ...ports.call,
    log: log.forNode(id),
    config: checkConfig(type, node.config),
    connection: ports.connection,
    run,
  };
  return callNode(nodeTitle(id, node, type), async () => {
    if (item.again && idempotencyOf(target, context.config) === 'none' && !target.lookup) {
      const { name } = item.envelope.body as { name?: string };
      throw new PasserelleError(runMessages.build.outcome_unknown({ name: name ?? item.envelope.key }));
    }
    const found = item.again && target.lookup ? await target.lookup(context, item) : null;
    const { reference } = found ?? (await target.deliver(context, item));
    return reference;
  });
}
