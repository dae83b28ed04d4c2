import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../db/database.ts';
import { flow, hook } from '../db/schema/index.ts';
import type { EngineServices } from '../jobs/services.ts';
import { tendHookLater } from './hook-jobs.ts';
import { sealNewSecret } from './hook-secret.ts';
import { type HookRow, loadHookedFlow } from './load-hook.ts';
import { type HookedSource, hookedSources, isWorking } from './wanted-hooks.ts';

type HookServices = Pick<EngineServices, 'registry' | 'vault'>;

const UNWANTED: readonly HookRow['status'][] = ['removing', 'removed'];

async function addHook(tx: Transaction, { vault }: HookServices, row: typeof flow.$inferSelect, source: HookedSource) {
  const owner = { id: uuidv7(), workspaceId: row.workspaceId };
  const { nodeId, connectionId } = source;
  const sealedSecret = sealNewSecret(vault, owner);
  const swept = { status: 'registering' as const, sweptUntil: sql`now()` };
  await tx.insert(hook).values({ ...owner, ...swept, flowId: row.id, nodeId, connectionId, sealedSecret });
  await tendHookLater(tx, owner.id, 'tend-hook');
}

/** One that is switched on again keeps its address and secret: a person may have entered them elsewhere. */
async function settleHook(tx: Transaction, row: HookRow, source: HookedSource | undefined): Promise<void> {
  const isUnwanted = UNWANTED.includes(row.status);
  if (!source && isUnwanted) return;
  if (source && !isUnwanted && source.connectionId === row.connectionId) return;
  const swept = source && isUnwanted ? { sweptUntil: sql`now()`, createdAt: sql`now()` } : {};
  const status = source ? 'registering' : 'removing';
  await tx
    .update(hook)
    .set({ status, problem: null, ...swept })
    .where(eq(hook.id, row.id));
  await tendHookLater(tx, row.id, 'tend-hook');
}

/**
 * Makes the hooks of a flow those that its published version asks for while it is on, and none while it is off. What the
 * other systems have is brought into line afterwards, by a job for each.
 */
export async function syncHooks(tx: Transaction, services: HookServices, flowId: string): Promise<void> {
  await tx.select({ id: flow.id }).from(flow).where(eq(flow.id, flowId)).for('no key update');
  const found = await loadHookedFlow(tx, flowId);
  if (!found) return;
  const { row, definition } = found;
  const sources = definition && isWorking(row) ? hookedSources(services.registry, definition, row.bindings) : [];
  const present = await tx.select().from(hook).where(eq(hook.flowId, flowId));
  for (const one of present) {
    const source = sources.find(({ nodeId }) => nodeId === one.nodeId);
    await settleHook(tx, one, source);
  }
  const known = new Set(present.map(({ nodeId }) => nodeId));
  for (const source of sources) if (!known.has(source.nodeId)) await addHook(tx, services, row, source);
}
