import { eq } from 'drizzle-orm';
import { flowMessages } from '#flows/flow-messages.ts';
import type { CallContext, ConnectionAccess, StepLog } from '#nodes/kit/context.ts';
import { createHttpClient } from '#nodes/kit/http-client.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import { SettingsError } from '#schemas/errors.ts';
import { connection } from '../db/schema/index.ts';
import { rateOf } from '../limits/connection-limits.ts';
import type { Rate } from '../limits/rate-bucket.ts';
import type { LoadedRun } from './load-run.ts';
import type { EngineServices } from './services.ts';

export interface NodeConnection {
  readonly access: ConnectionAccess;
  readonly isDemo: boolean;
  /** How many calls it may make; null for as many as one likes. */
  readonly rate: Rate | null;
}

/** A connection of the workspace with its secrets opened; null when it has none of this id. */
export async function openConnection(
  services: EngineServices,
  workspaceId: string,
  id: string,
): Promise<NodeConnection | null> {
  const [row] = await services.db.select().from(connection).where(eq(connection.id, id));
  if (row?.workspaceId !== workspaceId) return null;
  const secrets = services.vault.open(row.sealedSecrets, { workspaceId, connectionId: row.id });
  const rate = rateOf(services.registry.connectionTypes.get(row.type), row.callsPerSecond);
  return { access: { id: row.id, type: row.type, fields: row.fields, secrets }, isDemo: row.isDemo, rate };
}

/** The connection bound to a node's slot, with its secrets opened; null for a node that needs none. */
export async function connectionOf(
  services: EngineServices,
  loaded: LoadedRun,
  id: string,
): Promise<NodeConnection | null> {
  const slot = loaded.flow.nodes[id]?.connection;
  if (slot === undefined) return null;
  const bound = loaded.row.bindings[slot];
  const opened = bound ? await openConnection(services, loaded.row.workspaceId, bound) : null;
  if (opened) return opened;
  const type = loaded.flow.connections[slot]?.type ?? '';
  throw new SettingsError(flowMessages.build.no_connection({ node: loaded.flow.nodes[id]?.title ?? id, type }));
}

/** What a node gets to call the outside with, for the length of one batch. Our own demo systems live on loopback. */
export function openCall(
  services: EngineServices,
  bound: NodeConnection | null,
  log: StepLog,
  signal: AbortSignal,
): { call: Omit<CallContext, 'log'>; close: () => Promise<void> } {
  const allowPrivate = services.config.allowPrivateNetwork || (bound?.isDemo ?? false);
  const network = createNetworkGuard({ allowPrivate });
  const secrets = Object.values(bound?.access.secrets ?? {});
  const gate = bound && services.sharing?.limits.gate({ id: bound.access.id, rate: bound.rate }, log);
  const http = createHttpClient({ network, log, signal, secrets, ...(gate ? { gate } : {}) });
  return { call: { http, network, signal, now: services.now }, close: () => http.close() };
}
