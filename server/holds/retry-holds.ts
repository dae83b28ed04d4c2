import { and, eq, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { HoldSelection } from '#schemas/api/holds.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flowVersion } from '../db/schema/index.ts';
import { flowRefusals } from '../flows/flow-refusals.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { Refusal } from '../http/refusal.ts';
import { startRunIn } from '../jobs/control.ts';
import { readRunSummary } from '../runs/list-runs.ts';
import { holdRefusals } from './hold-refusals.ts';
import { inScope, isSelected, isUncertain, tryingNow } from './select-holds.ts';

interface Waiting extends Record<string, unknown> {
  readonly flow_id: string;
  readonly document_key: string;
  readonly node_id: string;
  readonly run_id: string;
  readonly uncertain: boolean;
  readonly trying: boolean;
}

/** What is selected and still waits. Who retries documents of the same flow at the same time comes one after the other. */
async function readWaiting(tx: Transaction, caller: Caller, which: HoldSelection): Promise<Waiting[]> {
  await tx.execute(sql`
    select flow.id from flow where flow.workspace_id = ${caller.workspaceId} and exists (
      select 1 from hold where hold.flow_id = flow.id and ${isSelected(which)})
    order by flow.id for no key update`);
  const rows = await tx.execute<Waiting>(sql`
    select hold.flow_id, hold.document_key, hold.node_id, hold.run_id, ${isUncertain} as uncertain,
      trying.run_id is not null as trying
    from hold join flow on flow.id = hold.flow_id
      left join ${tryingNow(caller)} on trying.flow_id = hold.flow_id and trying.key = hold.document_key
    where ${inScope(caller, 'waiting')} and ${isSelected(which)}
    order by hold.flow_id, hold.document_id`);
  return [...rows];
}

/** Those that can be tried: not the ones that are being tried, nor those that may have arrived. */
function pickReady(waiting: readonly Waiting[]): Waiting[] {
  const ready = waiting.filter((one) => !one.trying && !one.uncertain);
  if (ready.length > 0) return ready;
  const refusal = waiting.some((one) => one.trying)
    ? holdRefusals.build.under_way()
    : waiting.length > 0
      ? holdRefusals.build.decide_first()
      : holdRefusals.build.nothing_waiting();
  throw new Refusal(409, refusal);
}

interface Pinned {
  readonly name: string;
  readonly version: number;
  readonly definition: FlowDefinition;
}

/** The version to run; null when nothing is published, which the start itself refuses in its own words. */
async function readPinned(tx: Transaction, caller: Caller, flowId: string, wanted?: number): Promise<Pinned | null> {
  const { flow } = await findFlow(tx, caller, flowId);
  const version = wanted ?? flow.publishedVersion;
  if (version === null) return null;
  const isIt = and(eq(flowVersion.flowId, flowId), eq(flowVersion.number, version));
  const [found] = await tx.select({ definition: flowVersion.definition }).from(flowVersion).where(isIt);
  if (!found) throw new Refusal(404, flowRefusals.build.version_missing({ number: String(version) }));
  return { name: flow.name, version, definition: found.definition };
}

/** The source node that reads a document in this version: the one that read it, or the only one that there is. */
function sourceIn(registry: Registry, pinned: Pinned, node: string): string {
  const sources = Object.keys(pinned.definition.nodes).filter(
    (id) => registry.nodeTypes.get(pinned.definition.nodes[id]?.type ?? '')?.kind === 'source',
  );
  if (sources.includes(node)) return node;
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only;
  const facts = { version: String(pinned.version), flow: pinned.name, node };
  throw new Refusal(422, holdRefusals.build.source_gone(facts));
}

interface RetryOrder {
  readonly which: HoldSelection;
  readonly version?: number | undefined;
}

async function startRetry(
  tx: Transaction,
  registry: Registry,
  caller: Caller,
  flowId: string,
  documents: readonly Waiting[],
  order: RetryOrder,
): Promise<string> {
  const pinned = await readPinned(tx, caller, flowId, order.version);
  const [parent, ...others] = new Set(documents.map((one) => one.run_id));
  const only = documents.map(({ document_key: key, node_id: node }) => ({
    node: pinned ? sourceIn(registry, pinned, node) : node,
    key,
  }));
  const runId = await startRunIn(tx, registry, {
    ...{ workspaceId: caller.workspaceId, flowId, mode: 'live', period: null, trigger: 'retry' },
    ...{ startedBy: caller.userId, only },
    ...(order.version === undefined ? {} : { version: order.version }),
    ...(parent !== undefined && others.length === 0 ? { parentId: parent } : {}),
  });
  const details = { run: runId, version: pinned?.version, count: documents.length, cause: order.which.cause };
  await audit(tx, caller, 'holds.retried', `flow:${flowId}`, details);
  return runId;
}

/** `retryHolds` in the caller's transaction. @returns the runs that were started, and how many documents are in them */
export async function retryHoldsIn(
  tx: Transaction,
  registry: Registry,
  caller: Caller,
  order: RetryOrder,
): Promise<{ runIds: string[]; count: number }> {
  const ready = pickReady(await readWaiting(tx, caller, order.which));
  const byFlow = Map.groupBy(ready, (one) => one.flow_id);
  if (order.version !== undefined && byFlow.size > 1) throw new Refusal(422, holdRefusals.build.one_flow());
  const runIds: string[] = [];
  for (const [flowId, documents] of byFlow) {
    runIds.push(await startRetry(tx, registry, caller, flowId, documents, order));
  }
  return { runIds, count: ready.length };
}

/**
 * Tries documents of the queue again: one live run a flow, limited to them, with the published version or another one.
 * The runs, the documents they are limited to and what the audit log says of it are written together or not at all.
 *
 * @throws Refusal 409 when nothing of it can be tried now · 404 for a version that does not exist · 422 when the version
 *   reads from elsewhere, or one version is asked for documents of several flows · SettingsError when it cannot run
 */
export async function retryHolds(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  order: RetryOrder,
): Promise<{ runs: RunSummary[]; count: number }> {
  const { runIds, count } = await db.transaction((tx) => retryHoldsIn(tx, registry, caller, order));
  const runs: RunSummary[] = [];
  for (const id of runIds) runs.push(await readRunSummary(db, caller, id));
  return { runs, count };
}
