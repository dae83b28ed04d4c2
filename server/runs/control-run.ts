import type { Registry } from '#nodes/kit/registry.ts';
import { reasonSchema } from '#schemas/api/postings.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import type { Period } from '#schemas/period.ts';
import { audit } from '../auth/audit.ts';
import { authMessages } from '../auth/auth-messages.ts';
import { type Caller, hasRole } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { findFlow } from '../flows/flow-rows.ts';
import { Refusal } from '../http/refusal.ts';
import { cancelRun, resumeRun, startRunIn } from '../jobs/control.ts';
import { postingMessages } from '../postings/posting-refusals.ts';
import { findRun, readRunSummary } from './list-runs.ts';
import { runRefusals } from './run-refusals.ts';

export interface StartOrder {
  readonly mode: 'live' | 'dry';
  readonly period: Period | null;
  readonly includePosted: boolean;
  readonly reason: string | null;
}

/** Booking again what was posted is for owners, and says why. @throws Refusal 403 · 422 */
function reasonOf(caller: Caller, { includePosted, reason }: StartOrder): string | null {
  if (!includePosted) return null;
  const { role } = caller;
  if (!hasRole(role, 'owner')) throw new Refusal(403, authMessages.build.role_too_low({ role, needed: 'owner' }));
  const said = reasonSchema.safeParse(reason);
  if (!said.success) throw new Refusal(422, postingMessages.build.reason_needed('reason'));
  return said.data;
}

/**
 * Starts the published version by hand.
 *
 * @throws Refusal 403 · 404 · 422 without a reason where one is needed · SettingsError when it cannot run
 */
export async function startByHand(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  flowId: string,
  order: StartOrder,
): Promise<RunSummary> {
  const reason = reasonOf(caller, order);
  await findFlow(db, caller, flowId);
  const { workspaceId, userId: startedBy } = caller;
  const { mode, period, includePosted } = order;
  const again = reason === null ? {} : { includePosted, reason };
  const start = { mode, period, workspaceId, flowId, startedBy, trigger: 'manual' as const, ...again };
  const runId = await db.transaction(async (tx) => {
    const id = await startRunIn(tx, registry, start);
    await audit(tx, caller, 'run.started', `run:${id}`, { mode, ...again });
    return id;
  });
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
