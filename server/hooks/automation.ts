import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Automation, HookState } from '#schemas/api/automation.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { connection, flow, hook } from '../db/schema/index.ts';
import { findFlow, lockFlow } from '../flows/flow-rows.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import type { Vault } from '../vault/vault.ts';
import { hookAddress, hookPath } from './hook-address.ts';
import { tendHookLater } from './hook-jobs.ts';
import { hookMessages } from './hook-messages.ts';
import { openSecret } from './hook-secret.ts';
import { type HookRow, loadHookedFlow } from './load-hook.ts';
import { syncHooks } from './sync-hooks.ts';
import { type HookedSource, hookedSources } from './wanted-hooks.ts';

export interface AutomationServices {
  readonly db: Database;
  readonly registry: Registry;
  readonly vault: Vault;
  readonly config: Partial<Pick<Config, 'publicUrl'>>;
}

async function connectionNames(db: Database, caller: Caller, sources: readonly HookedSource[]) {
  const ids = sources.flatMap(({ connectionId }) => connectionId ?? []);
  if (ids.length === 0) return new Map<string, string>();
  const rows = await db
    .select({ id: connection.id, name: connection.name })
    .from(connection)
    .where(and(eq(connection.workspaceId, caller.workspaceId), inArray(connection.id, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function countWaiting(db: Database, flowId: string): Promise<ReadonlyMap<string, number>> {
  type Count = Record<string, unknown> & { readonly id: string; readonly count: number };
  const rows = await db.execute<Count>(sql`
    select h.id, (select count(*)::int from hook_event e where e.hook_id = h.id and e.run_id is null) as count
    from hook h where h.flow_id = ${flowId}`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function statusOf(row: HookRow | undefined, isOn: boolean): HookState['status'] {
  if (!row) return isOn ? 'registering' : 'off';
  return row.status === 'removed' ? 'off' : row.status;
}

function presentHook(
  source: HookedSource,
  row: HookRow | undefined,
  more: { readonly isOn: boolean; readonly connection: string | null; readonly waiting: number },
  publicUrl: string | null | undefined,
): HookState {
  return {
    id: row?.id ?? null,
    node: source.nodeId,
    nodeType: source.type.id,
    title: source.title,
    connection: more.connection,
    status: statusOf(row, more.isOn),
    problem: row?.problem ?? null,
    path: row ? hookPath(row.id) : null,
    address: row ? hookAddress(publicUrl, row.id) : null,
    isManual: !source.support.register,
    isSwept: source.support.changes !== undefined,
    since: row?.createdAt.toISOString() ?? null,
    lastEventAt: row?.lastEventAt?.toISOString() ?? null,
    checkedAt: row?.checkedAt?.toISOString() ?? null,
    sweptUntil: row?.sweptUntil?.toISOString() ?? null,
    waiting: more.waiting,
  };
}

/** Whether a flow runs by itself, and how its sources tell of changes. @throws Refusal 404 */
export async function readAutomation(services: AutomationServices, caller: Caller, id: string): Promise<Automation> {
  const { db, registry, config } = services;
  const { flow: row } = await findFlow(db, caller, id);
  const definition = (await loadHookedFlow(db, id))?.definition;
  const sources = definition ? hookedSources(registry, definition, row.bindings) : [];
  const hooks = await db.select().from(hook).where(eq(hook.flowId, id));
  const names = await connectionNames(db, caller, sources);
  const waiting = await countWaiting(db, id);
  return {
    flow: { id: row.id, name: row.name },
    isOn: row.isOn,
    publishedVersion: row.publishedVersion,
    publicUrl: config.publicUrl ?? null,
    hooks: sources.map((source) => {
      const own = hooks.find(({ nodeId }) => nodeId === source.nodeId);
      const named = source.connectionId === null ? null : (names.get(source.connectionId) ?? null);
      const more = { isOn: row.isOn, connection: named, waiting: (own && waiting.get(own.id)) ?? 0 };
      return presentHook(source, own, more, config.publicUrl);
    }),
  };
}

/**
 * Switches a flow on or off. The other systems follow by jobs that are written in the same transaction.
 *
 * @throws Refusal 404 · 422 when nothing is published
 */
export async function switchFlow(
  services: AutomationServices,
  caller: Caller,
  id: string,
  isOn: boolean,
): Promise<Automation> {
  await services.db.transaction(async (tx) => {
    const { flow: row } = await lockFlow(tx, caller, id);
    if (row.isOn === isOn) return;
    if (isOn && row.publishedVersion === null) throw new Refusal(422, hookMessages.build.not_published());
    await tx.update(flow).set({ isOn, updatedAt: new Date() }).where(eq(flow.id, id));
    await syncHooks(tx, services, id);
    await audit(tx, caller, isOn ? 'flow.switched-on' : 'flow.switched-off', `flow:${id}`, { name: row.name });
  });
  return readAutomation(services, caller, id);
}

async function findOwnHook(db: Database, caller: Caller, flowId: string, hookId: string): Promise<HookRow> {
  const inScope = and(eq(hook.id, hookId), eq(hook.flowId, flowId), eq(hook.workspaceId, caller.workspaceId));
  return foundOr404(await db.select().from(hook).where(inScope), hookMessages.build.hook_missing());
}

/** Has the registration looked at, and what changed read, as soon as a worker is free. @throws Refusal 404 */
export async function checkHook(db: Database, caller: Caller, flowId: string, hookId: string): Promise<void> {
  const row = await findOwnHook(db, caller, flowId, hookId);
  await tendHookLater(db, row.id, 'sweep-hook');
}

/** The secret of a hook, for a person who enters it elsewhere; that it was looked at is kept. @throws Refusal 404 */
export async function revealSecret(
  { db, vault }: AutomationServices,
  caller: Caller,
  flowId: string,
  hookId: string,
): Promise<string> {
  const row = await findOwnHook(db, caller, flowId, hookId);
  await audit(db, caller, 'hook.secret-shown', `hook:${row.id}`, { flow: flowId, node: row.nodeId });
  return openSecret(vault, row);
}
