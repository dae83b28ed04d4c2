import type { Stage } from '#flows/plan.ts';
import type { Line } from '../limits/leases.ts';
import { connectionLine, targetLine } from '../limits/lines.ts';
import type { LoadedRun } from './load-run.ts';
import { deliversDocuments, documentTarget } from './postings.ts';
import type { EngineServices } from './services.ts';

/** The lines of limited length in which a batch of a stage has to stand: those of its connection and of its books. */
export function linesOf({ registry }: EngineServices, { flow, row }: LoadedRun, stage: Stage): Line[] {
  if (stage.kind !== 'read' && stage.kind !== 'enrich' && stage.kind !== 'deliver') return [];
  const slot = flow.nodes[stage.node]?.connection;
  const bound = slot === undefined ? undefined : row.bindings[slot];
  const type = registry.connectionTypes.get(slot === undefined ? '' : (flow.connections[slot]?.type ?? ''));
  return [
    ...(bound === undefined ? [] : [connectionLine(bound, type)]),
    ...(deliversDocuments(flow, registry, stage) && row.mode === 'live'
      ? [targetLine(documentTarget(flow, registry, row, stage.node).target)]
      : []),
  ];
}
