import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { configOf } from '#flows/migrate-config.ts';
import type { Json, SourceNodeType } from '#nodes/kit/node-type.ts';
import { PasserelleError, RemoteDownError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { hook } from '../db/schema/index.ts';
import type { EngineServices } from '../jobs/services.ts';
import { hookAddress } from './hook-address.ts';
import { hookMessages } from './hook-messages.ts';
import { openSecret } from './hook-secret.ts';
import { type HookRow, type LoadedFlow, loadHook, loadHookedFlow } from './load-hook.ts';
import { withSource } from './source-world.ts';
import { type HookedSource, hookedSources, isWorking } from './wanted-hooks.ts';

/** What is kept of registrations, with the type that made them: its node may be gone from the flow when they are removed. */
const remoteSchema = z.object({ nodeType: z.string(), known: z.unknown() });

export interface TendedHook {
  readonly row: HookRow;
  readonly flow: LoadedFlow;
  /** What the flow wants of it now; null when nothing. */
  readonly source: HookedSource | null;
}

/** A hook with what its flow wants of it; null for one that is gone. */
export async function findHook(services: EngineServices, hookId: string): Promise<TendedHook | null> {
  const row = await loadHook(services.db, hookId);
  const flow = row && (await loadHookedFlow(services.db, row.flowId));
  if (!row || !flow) return null;
  const sources =
    flow.definition && isWorking(flow.row) ? hookedSources(services.registry, flow.definition, flow.row.bindings) : [];
  return { row, flow, source: sources.find(({ nodeId }) => nodeId === row.nodeId) ?? null };
}

/** A status is only written over the one it was decided on: somebody may have switched the flow meanwhile. */
async function note(
  services: EngineServices,
  row: HookRow,
  status: HookRow['status'],
  problem: Message | null,
  more: Partial<Pick<HookRow, 'remote' | 'connectionId'>> = {},
): Promise<void> {
  await services.db
    .update(hook)
    .set({
      ...more,
      problem,
      checkedAt: sql`now()`,
      status: sql`case when ${hook.status} = ${row.status} then ${status} else ${hook.status} end`,
    })
    .where(eq(hook.id, row.id));
}

/** Removes what was registered. @returns why something may be left, when the system refuses for good */
async function removeRemote(services: EngineServices, { row, flow }: TendedHook): Promise<Message | null> {
  const remote = remoteSchema.safeParse(row.remote).data;
  const node = flow.definition?.nodes[row.nodeId];
  const type = services.registry.nodeTypes.get(remote?.nodeType ?? node?.type ?? '');
  const support = type?.kind === 'source' ? (type as SourceNodeType).webhooks : undefined;
  const remove = support?.remove;
  if (!remove) return null;
  const address = hookAddress(services.config.publicUrl, row.id);
  const at = { hook: row, flow, connectionId: row.connectionId, config: {} };
  try {
    await withSource(services, at, (context) => remove(context, address, (remote?.known ?? null) as Json));
    return null;
  } catch (error) {
    if (!(error instanceof PasserelleError) || error instanceof RemoteDownError) throw error;
    return hookMessages.build.left_behind({ reason: error.detail.text });
  }
}

async function register(services: EngineServices, tended: TendedHook, source: HookedSource): Promise<void> {
  const { row, flow } = tended;
  const { support, type } = source;
  const moved = source.connectionId !== row.connectionId;
  if (moved && row.connectionId !== null) await removeRemote(services, tended);
  const connectionId = { connectionId: source.connectionId };
  if (!support.register) return note(services, row, 'active', null, connectionId);
  const address = hookAddress(services.config.publicUrl, row.id);
  if (address === null) {
    return note(services, row, 'failing', hookMessages.build.no_public_address(), connectionId);
  }
  if (!flow.definition) throw new Error('a source without its flow');
  const config = configOf(flow.definition, row.nodeId, services.registry);
  const at = { hook: row, flow, connectionId: source.connectionId, config };
  const before = moved ? null : ((remoteSchema.safeParse(row.remote).data?.known ?? null) as Json);
  const wanted = { address, secret: openSecret(services.vault, row) };
  const settle = support.register;
  const { known, repaired } = await withSource(services, at, (context) => settle(context, wanted, before));
  if (repaired) services.logger.info({ hookId: row.id }, 'the registration of a webhook was mended');
  await note(services, row, 'active', null, { ...connectionId, remote: { nodeType: type.id, known } });
}

/**
 * Brings the other system's registrations into line with what the flow wants: registered while it is on, gone while it
 * is off. Can be done again at any time. A failure is kept with the hook and tried again later; one that only we can have
 * caused is thrown.
 *
 * Dying between the call and its record does no harm: the next look finds the registrations by their address.
 */
export async function tendHook(services: EngineServices, hookId: string): Promise<void> {
  const tended = await findHook(services, hookId);
  if (!tended || (tended.row.status === 'removed' && !tended.source)) return;
  const { row, source } = tended;
  try {
    if (source) await register(services, tended, source);
    else await note(services, row, 'removed', await removeRemote(services, tended), { remote: null });
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    await note(services, row, source ? 'failing' : 'removing', error.detail);
  }
}
