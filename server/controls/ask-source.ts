import { checkConfig } from '#nodes/kit/config.ts';
import type { StepLog } from '#nodes/kit/context.ts';
import type { SourceNodeType, SourceTotal } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { FlowNode } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import type { Period } from '#schemas/period.ts';
import { openCall, openConnection } from '../jobs/node-world.ts';
import type { EngineServices } from '../jobs/services.ts';
import { controlRefusals } from './control-refusals.ts';
import type { ControlledFlow } from './controlled-flow.ts';

const LONGEST_MS = 120_000;

/** Its figures are what counts; the calls behind them are nobody's log. */
const SILENT: StepLog = {
  debug: () => undefined,
  info: () => undefined,
  warning: () => undefined,
  error: () => undefined,
};

interface Asked {
  readonly totals: readonly SourceTotal[];
  /** Why a source did not answer: then nothing may be concluded from what is missing. */
  readonly problem: Message | null;
}

function countingSources({ definition }: ControlledFlow, registry: Registry): [FlowNode, SourceNodeType][] {
  return Object.values(definition.nodes).flatMap((node): [FlowNode, SourceNodeType][] => {
    const type = registry.nodeTypes.get(node.type);
    const sells = type?.outputs.some(({ kind }) => kind === 'sales-document') ?? false;
    return type?.kind === 'source' && type.totals && sells ? [[node, type]] : [];
  });
}

/** Whether every source of sales of a flow can be asked what it sold: one that cannot would be missing in the sums. */
export function canAskSources(flow: ControlledFlow, registry: Registry): boolean {
  const sellers = Object.values(flow.definition.nodes).filter((node) => {
    const type = registry.nodeTypes.get(node.type);
    return type?.kind === 'source' && type.outputs.some(({ kind }) => kind === 'sales-document');
  });
  return sellers.length > 0 && countingSources(flow, registry).length === sellers.length;
}

async function askOne(
  services: EngineServices,
  flow: ControlledFlow,
  [node, type]: [FlowNode, SourceNodeType],
  period: Period,
): Promise<readonly SourceTotal[]> {
  const bound = node.connection === undefined ? undefined : flow.bindings[node.connection];
  const opened = bound ? await openConnection(services, flow.workspaceId, bound) : null;
  if (!opened || !type.totals) throw new PasserelleError(controlRefusals.build.not_connected());
  const { call, close } = openCall(services, opened, SILENT, AbortSignal.timeout(LONGEST_MS));
  try {
    return await type.totals({
      ...call,
      log: SILENT,
      config: checkConfig(type, node.config),
      connection: opened.access,
      run: { runId: '', flowName: flow.definition.name, zone: flow.zone, period, dryRun: true },
    });
  } finally {
    await close();
  }
}

/** Asks the sources of a flow what they sold, reading only. What goes wrong there is an answer, not an error. */
export async function askSources(services: EngineServices, flow: ControlledFlow, period: Period): Promise<Asked> {
  try {
    const totals: SourceTotal[] = [];
    for (const source of countingSources(flow, services.registry)) {
      totals.push(...(await askOne(services, flow, source, period)));
    }
    return { totals, problem: null };
  } catch (error) {
    if (error instanceof PasserelleError) return { totals: [], problem: error.detail };
    services.logger.warn(
      { flow: flow.id, error: error instanceof Error ? error.name : 'unknown' },
      'totals were not read',
    );
    return { totals: [], problem: controlRefusals.build.source_silent() };
  }
}
