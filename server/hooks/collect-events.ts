import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { PasserelleError } from '#schemas/errors.ts';
import type { Transaction } from '../db/database.ts';
import { flow, hook } from '../db/schema/index.ts';
import { startRunIn } from '../jobs/control.ts';
import type { EngineServices } from '../jobs/services.ts';

/** Deliveries of one run; the rest go into the next. */
const MOST_EVENTS = 1_000;

type Waiting = Record<string, unknown> & {
  readonly id: string;
  readonly node: string;
  readonly keys: readonly string[];
};

async function isBusy(tx: Transaction, flowId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from run where flow_id = ${flowId} and trigger = 'webhook' and status in ('queued', 'running') limit 1`);
  return rows.length > 0;
}

async function takeWaiting(tx: Transaction, flowId: string): Promise<Waiting[]> {
  const rows = await tx.execute<Waiting>(sql`
    select e.id, h.node_id as node, e.keys
    from hook h cross join lateral (
      select id, keys from hook_event where hook_id = h.id and run_id is null order by id limit ${MOST_EVENTS}) e
    where h.flow_id = ${flowId} and h.status in ('registering', 'active', 'failing')
    order by e.id limit ${MOST_EVENTS}`);
  return [...rows];
}

/** Each document once, however often it was told of. */
function documentsOf(events: readonly Waiting[]): { readonly node: string; readonly key: string }[] {
  const all = events.flatMap(({ node, keys }) => keys.map((key) => ({ node, key })));
  return [...new Map(all.map((one) => [`${one.node} ${one.key}`, one])).values()];
}

async function markTaken(tx: Transaction, flowId: string, events: readonly Waiting[], runId: string): Promise<void> {
  const ids = JSON.stringify(events.map(({ id }) => id));
  await tx.execute(sql`
    update hook_event set run_id = ${runId}
    where id in (select jsonb_array_elements_text(${ids}::text::jsonb)::uuid)`);
  const nodes = [...new Set(events.map(({ node }) => node))];
  await tx
    .update(hook)
    .set({ lastEventAt: sql`now()` })
    .where(and(eq(hook.flowId, flowId), inArray(hook.nodeId, nodes)));
}

async function collectIn(tx: Transaction, services: EngineServices, flowId: string): Promise<string | null> {
  const isOn = and(eq(flow.id, flowId), eq(flow.isOn, true), isNull(flow.archivedAt));
  // One collection of a flow at a time: two would start two runs. Its runs may be written meanwhile.
  const [row] = await tx.select({ workspaceId: flow.workspaceId }).from(flow).where(isOn).for('no key update');
  if (!row || (await isBusy(tx, flowId))) return null;
  const events = await takeWaiting(tx, flowId);
  if (events.length === 0) return null;
  const runId = await startRunIn(tx, services.registry, {
    workspaceId: row.workspaceId,
    flowId,
    mode: 'live',
    period: null,
    trigger: 'webhook',
    startedBy: null,
    only: documentsOf(events),
  });
  await markTaken(tx, flowId, events, runId);
  return runId;
}

/**
 * Starts a run for the documents that webhooks told of, with the deliveries marked as taken in the same transaction.
 * While such a run is queued or under way deliveries gather, so that a burst becomes few runs and several updates of an
 * order one reading; the end of the run wakes the collector again.
 *
 * @returns the run; null when nothing waits, a run is under way, or the flow cannot run (its hooks then say why)
 */
export async function collectEvents(services: EngineServices, flowId: string): Promise<string | null> {
  try {
    return await services.db.transaction((tx) => collectIn(tx, services, flowId));
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    await services.db
      .update(hook)
      .set({ status: 'failing', problem: error.detail })
      .where(and(eq(hook.flowId, flowId), inArray(hook.status, ['registering', 'active', 'failing'])));
    return null;
  }
}
