import type { Registry } from '#nodes/kit/registry.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import type { Period } from '#schemas/period.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { Refusal } from '../http/refusal.ts';
import { cancelRun, resumeRun, startRun } from '../jobs/control.ts';
import { findRun, readRunSummary } from './list-runs.ts';
import { runRefusals } from './run-refusals.ts';

/** Starts the published version by hand. @throws Refusal 404 · SettingsError when it cannot run */
export async function startByHand(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  flowId: string,
  order: { readonly mode: 'live' | 'dry'; readonly period: Period | null },
): Promise<RunSummary> {
  await findFlow(db, caller, flowId);
  const { workspaceId, userId: startedBy } = caller;
  const runId = await startRun(db, registry, { ...order, workspaceId, flowId, startedBy, trigger: 'manual' });
  await audit(db, caller, 'run.started', `run:${runId}`, { mode: order.mode });
  return readRunSummary(db, caller, runId);
}

/** @throws Refusal 404 · 409 when the run has ended */
export async function cancelByHand(db: Database, caller: Caller, runId: string): Promise<void> {
  await findRun(db, caller, runId);
  if (!(await cancelRun(db, runId))) throw new Refusal(409, runRefusals.build.already_over());
  await audit(db, caller, 'run.cancelled', `run:${runId}`);
}

/** @throws Refusal 404 · 409 when the run has not failed */
export async function resumeByHand(db: Database, caller: Caller, runId: string): Promise<void> {
  await findRun(db, caller, runId);
  if (!(await resumeRun(db, runId))) throw new Refusal(409, runRefusals.build.not_failed());
  await audit(db, caller, 'run.resumed', `run:${runId}`);
}
