import { and, eq, sql } from 'drizzle-orm';
import type { FlowLimits } from '#schemas/api/flows.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, flowDraft } from '../db/schema/index.ts';
import { syncHooksLater } from '../hooks/hook-jobs.ts';
import { Refusal } from '../http/refusal.ts';
import { flowRefusals } from './flow-refusals.ts';
import { checkBoundHere, connectionsOf, lockFlow } from './flow-rows.ts';
import { readVersion } from './read-flow.ts';

/** Writes the draft if it is still the one that the caller saw. */
async function writeDraft(
  tx: Transaction,
  caller: Caller,
  id: string,
  draft: { readonly definition: FlowDefinition; readonly revision: number },
): Promise<void> {
  const changed = await tx
    .update(flowDraft)
    .set({
      definition: draft.definition,
      revision: sql`${flowDraft.revision} + 1`,
      updatedBy: caller.userId,
      updatedAt: new Date(),
    })
    .where(and(eq(flowDraft.flowId, id), eq(flowDraft.revision, draft.revision)))
    .returning({ revision: flowDraft.revision });
  if (changed.length === 0) throw new Refusal(409, flowRefusals.build.draft_conflict());
}

/** A binding takes effect with the next run, without a publication: who changed it must be found again. */
async function auditBindings(
  tx: Transaction,
  caller: Caller,
  id: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<void> {
  const slots = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = slots.filter((slot) => before[slot] !== after[slot]);
  if (changed.length === 0) return;
  const names = new Map((await connectionsOf(tx, caller)).map((one) => [one.id, one.name]));
  const nameOf = (connectionId: string | undefined) => names.get(connectionId ?? '') ?? null;
  for (const slot of changed) {
    const details = { slot, from: nameOf(before[slot]), to: nameOf(after[slot]), connection: after[slot] ?? null };
    await audit(tx, caller, 'flow.rebound', `flow:${id}`, details);
  }
}

/**
 * Saves the draft and the bindings of its slots.
 *
 * @throws Refusal 404 · 409 when the draft is no longer at `revision` · 422 for a connection that is not the workspace's
 */
export async function saveDraft(
  db: Database,
  caller: Caller,
  id: string,
  input: { readonly definition: FlowDefinition; readonly bindings: Record<string, string>; readonly revision: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { flow: before } = await lockFlow(tx, caller, id);
    await checkBoundHere(tx, caller, input.bindings);
    await writeDraft(tx, caller, id, input);
    await tx.update(flow).set({ bindings: input.bindings, updatedAt: new Date() }).where(eq(flow.id, id));
    await syncHooksLater(tx, id);
    await auditBindings(tx, caller, id, before.bindings, input.bindings);
  });
}

/** Copies a version into the draft; the version itself stays what it is. @throws Refusal 404 · 409 */
export async function restoreVersion(
  db: Database,
  caller: Caller,
  id: string,
  input: { readonly number: number; readonly revision: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockFlow(tx, caller, id);
    const { definition } = await readVersion(tx, caller, id, input.number);
    await writeDraft(tx, caller, id, { definition, revision: input.revision });
    await tx.update(flow).set({ updatedAt: new Date() }).where(eq(flow.id, id));
    await audit(tx, caller, 'flow.restored', `flow:${id}`, { version: input.number });
  });
}

/** Gives the draft up: it becomes the published version again. @throws Refusal 404 · 409 · 422 when none is published */
export async function discardDraft(db: Database, caller: Caller, id: string, revision: number): Promise<void> {
  await db.transaction(async (tx) => {
    const { flow: before } = await lockFlow(tx, caller, id);
    const version = before.publishedVersion;
    if (version === null) throw new Refusal(422, flowRefusals.build.nothing_published());
    const { definition } = await readVersion(tx, caller, id, version);
    await writeDraft(tx, caller, id, { definition, revision });
    await tx.update(flow).set({ updatedAt: new Date() }).where(eq(flow.id, id));
    await audit(tx, caller, 'flow.discarded', `flow:${id}`, { version });
  });
}

/** Renames a flow; its id, its history and its postings stay. @throws Refusal 404 */
export async function renameFlow(db: Database, caller: Caller, id: string, name: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { flow: before } = await lockFlow(tx, caller, id);
    await tx.update(flow).set({ name, updatedAt: new Date() }).where(eq(flow.id, id));
    await audit(tx, caller, 'flow.renamed', `flow:${id}`, { from: before.name, to: name });
  });
}

/** Sets how many runs may be under way and how long one may take. @throws Refusal 404 */
export async function setFlowLimits(db: Database, caller: Caller, id: string, limits: FlowLimits): Promise<void> {
  await db.transaction(async (tx) => {
    const { flow: before } = await lockFlow(tx, caller, id);
    const { concurrency, maxMinutes } = limits;
    if (before.concurrency === concurrency && before.maxMinutes === maxMinutes) return;
    await tx.update(flow).set({ concurrency, maxMinutes, updatedAt: new Date() }).where(eq(flow.id, id));
    const from = { concurrency: before.concurrency, maxMinutes: before.maxMinutes };
    await audit(tx, caller, 'flow.limits-changed', `flow:${id}`, { concurrency, maxMinutes, from });
  });
}

/** Puts a flow away for good; its runs and postings stay. @throws Refusal 404 */
export async function archiveFlow(db: Database, caller: Caller, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { flow: before } = await lockFlow(tx, caller, id);
    await tx.update(flow).set({ archivedAt: new Date(), isOn: false }).where(eq(flow.id, id));
    await syncHooksLater(tx, id);
    await audit(tx, caller, 'flow.archived', `flow:${id}`, { name: before.name });
  });
}
