import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import { LONGEST_IDEMPOTENCY_KEY } from '#schemas/api/triggers.ts';
import type { Period } from '#schemas/period.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { run } from '../db/schema/index.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { Refusal } from '../http/refusal.ts';
import { startRunIn } from '../jobs/control.ts';
import { readRunSummary } from '../runs/list-runs.ts';
import { triggerRefusals } from './trigger-refusals.ts';

const { build } = triggerRefusals;

/** What a program asks for. */
export interface TriggerOrder {
  readonly mode: 'live' | 'dry';
  readonly period: Period | null;
  /** Null when every call is to start a run. */
  readonly key: string | null;
}

/**
 * The key of an order, from the body or the header.
 *
 * @throws Refusal 400 when they differ, or the header's is empty or too long
 */
export function chosenKey(inBody: string | undefined, inHeader: string | undefined): string | null {
  const header = inHeader?.trim();
  if (header !== undefined && (header === '' || header.length > LONGEST_IDEMPOTENCY_KEY)) {
    throw new Refusal(400, build.bad_key({ most: String(LONGEST_IDEMPOTENCY_KEY) }));
  }
  if (inBody !== undefined && header !== undefined && inBody !== header) throw new Refusal(400, build.two_keys());
  return inBody ?? header ?? null;
}

/** Hashed: programs put customers' numbers and worse into their keys, and nobody needs to read them here. */
function triggerKeyOf(key: string): string {
  return `api:${createHash('sha256').update(key).digest('hex')}`;
}

type RunRow = typeof run.$inferSelect;

/** The run that this key has started, if any: it is the answer even when the flow could not be started today. */
async function earlierRun(tx: Transaction, flowId: string, triggerKey: string): Promise<RunRow | undefined> {
  const [row] = await tx
    .select()
    .from(run)
    .where(and(eq(run.flowId, flowId), eq(run.triggerKey, triggerKey)));
  return row;
}

function refuseUnlessSame(row: RunRow | undefined, order: TriggerOrder): void {
  const { period, mode } = order;
  const isSame =
    row?.mode === mode && row.periodFrom === (period?.from ?? null) && row.periodTo === (period?.to ?? null);
  if (!isSame) throw new Refusal(409, build.other_order());
}

/**
 * Starts the published version for a program. An order that comes again with its key, at the same time or years later,
 * is answered with the run that it has started.
 *
 * @throws Refusal 404 · 409 when the key belongs to another order · SettingsError when the flow cannot run
 */
export async function triggerFlow(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  flowId: string,
  order: TriggerOrder,
): Promise<RunSummary> {
  const { workspaceId, userId: startedBy } = caller;
  const { mode, period, key } = order;
  return db.transaction(async (tx) => {
    await findFlow(tx, caller, flowId);
    const start = { workspaceId, flowId, mode, period, startedBy, trigger: 'api' as const };
    if (key === null) {
      const runId = await startRunIn(tx, registry, start);
      await audit(tx, caller, 'run.triggered', `run:${runId}`, { mode });
      return readRunSummary(tx, caller, runId);
    }
    const triggerKey = triggerKeyOf(key);
    const earlier = await earlierRun(tx, flowId, triggerKey);
    const runId = earlier?.id ?? (await startRunIn(tx, registry, { ...start, triggerKey }));
    // Of two calls at the same instant, the second one waits inside startRunIn and is given the first one's run.
    refuseUnlessSame(earlier ?? (await earlierRun(tx, flowId, triggerKey)), order);
    if (!earlier) await audit(tx, caller, 'run.triggered', `run:${runId}`, { mode });
    return readRunSummary(tx, caller, runId);
  });
}
