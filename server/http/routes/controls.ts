import { ignoredSettings } from '#flows/controls/ignored-settings.ts';
import { presentFlow } from '#flows/migrate-config.ts';
import { controlEndpoints as endpoints } from '#schemas/api/controls.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
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

/** A draft may be anything that a person is in the middle of: what cannot be told hides nothing. */
function ignoredOf(definition: FlowDefinition, registry: AppDeps['registry']): Record<string, string[]> {
  try {
    return Object.fromEntries(ignoredSettings(presentFlow(definition, registry).flow, registry));
  } catch (error) {
    if (error instanceof PasserelleError) return {};
    throw error;
  }
}

export function serveControls(room: ApiRoom): void {
  const services = sourceServices(room.deps);
  const { db } = room.deps;
  implement(room, endpoints.getCompleteness, ({ caller, params, query }) =>
    readCompleteness(services, caller, params.id, query),
  );
  implement(room, endpoints.getIgnoredSettings, async ({ caller, params }) => {
    const { draft } = await findFlow(db, caller, params.id);
    return { nodes: ignoredOf(draft.definition, room.deps.registry) };
  });
  implement(room, endpoints.checkCompleteness, async ({ caller, params, body }) => {
    const { flow } = await findFlow(db, caller, params.id);
    return { open: await checkFlow(services, flow, checkedPeriod(body)) };
  });
  implement(room, endpoints.listCompletenessAlarms, ({ caller, query }) => listAlarms(db, caller, query));
}
