import type { SettlePorts } from '#flows/settle-posted.ts';
import { dayIn } from '#schemas/period.ts';
import type { LoadedRun } from './load-run.ts';
import { postingFinder, readBookedEntries, targetsOf } from './postings.ts';
import type { EngineServices } from './services.ts';

/** How the mappings of a run are held against the ledger. */
export function settlePorts(services: EngineServices, loaded: LoadedRun): Omit<SettlePorts, 'sourceHash'> {
  const { row, flow, plan, facts } = loaded;
  const targets = targetsOf(flow, services.registry, plan, row);
  // A replay compares what two versions make of the same documents: what is booked of them plays no part.
  const isReplay = row.trigger === 'replay';
  return {
    findPostings: isReplay ? async () => new Map() : postingFinder(services.db, row.workspaceId, targets, row.id),
    readEntries: (ids) => readBookedEntries(services.db, ids),
    corrections: flow.corrections ?? 'difference',
    today: dayIn(flow.zone, facts.startedAt),
    includePosted: row.includePosted,
    ignoresLedger: isReplay,
  };
}
