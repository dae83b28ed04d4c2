import { createBatchLog } from '#flows/batch-log.ts';
import type { SourceContext } from '#nodes/kit/context.ts';
import { createRedactor } from '#nodes/kit/redact.ts';
import { SettingsError } from '#schemas/errors.ts';
import { withoutSecrets } from '../jobs/fail-batch.ts';
import { openCall, openConnection } from '../jobs/node-world.ts';
import type { EngineServices } from '../jobs/services.ts';
import { hookMessages } from './hook-messages.ts';
import { openSecret } from './hook-secret.ts';
import type { HookRow, LoadedFlow } from './load-hook.ts';

/** Nothing that registers or lists takes longer; a system that never answers must not hold the hook for ever. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Calls a source's system outside any run, for its webhooks. Its log goes nowhere: what matters is kept with the hook. What
 * it throws holds no secret, for it is kept and shown: systems quote the credentials that they refuse.
 */
export async function withSource<Result>(
  services: EngineServices,
  at: {
    readonly hook: HookRow;
    readonly flow: LoadedFlow;
    readonly connectionId: string | null;
    readonly config: unknown;
  },
  work: (context: SourceContext<unknown>) => Promise<Result>,
): Promise<Result> {
  const { hook, flow, connectionId, config } = at;
  const bound = connectionId === null ? null : await openConnection(services, hook.workspaceId, connectionId);
  if (connectionId !== null && !bound) throw new SettingsError(hookMessages.build.connection_missing());
  const secrets = [...Object.values(bound?.access.secrets ?? {}), openSecret(services.vault, hook)];
  const log = createBatchLog(services.now, secrets).forNode(hook.nodeId);
  const { call, close } = openCall(services, bound, log, AbortSignal.timeout(PATIENCE_MS));
  const zone = flow.definition?.zone ?? 'UTC';
  const run = { runId: '', flowName: flow.row.name, zone, period: null, dryRun: false };
  try {
    const nobody = { id: '', type: '', fields: {}, secrets: {} };
    return await work({ ...call, log, config, connection: bound?.access ?? nobody, run });
  } catch (error) {
    throw withoutSecrets(error, createRedactor(secrets));
  } finally {
    await close();
  }
}
