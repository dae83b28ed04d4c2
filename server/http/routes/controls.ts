import { controlEndpoints as endpoints } from '#schemas/api/controls.ts';
import { checkFlow } from '../../controls/check-flow.ts';
import { listAlarms } from '../../controls/list-alarms.ts';
import { checkedPeriod, readCompleteness } from '../../controls/read-completeness.ts';
import { findFlow } from '../../flows/flow-rows.ts';
import type { EngineServices } from '../../jobs/services.ts';
import type { AppDeps } from '../app-deps.ts';
import { type ApiRoom, implement } from '../implement.ts';

/** Asking a source what it sold takes what the engine takes to read it. */
function sourceServices({ db, registry, vault, config, log }: AppDeps): EngineServices {
  return { db, registry, vault, config, logger: log, retryDelaysMs: [], now: () => new Date() };
}

export function serveControls(room: ApiRoom): void {
  const services = sourceServices(room.deps);
  const { db } = room.deps;
  implement(room, endpoints.getCompleteness, ({ caller, params, query }) =>
    readCompleteness(services, caller, params.id, query),
  );
  implement(room, endpoints.checkCompleteness, async ({ caller, params, body }) => {
    const { flow } = await findFlow(db, caller, params.id);
    return { open: await checkFlow(services, flow, checkedPeriod(body)) };
  });
  implement(room, endpoints.listCompletenessAlarms, ({ caller, query }) => listAlarms(db, caller, query));
}
