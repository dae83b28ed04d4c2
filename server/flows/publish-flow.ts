import { eq, sql } from 'drizzle-orm';
import { presentFlow } from '#flows/migrate-config.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, flowVersion } from '../db/schema/index.ts';
import { syncHooksLater } from '../hooks/hook-jobs.ts';
import { Refusal } from '../http/refusal.ts';
import { holdMappings } from '../mappings/named-mappings.ts';
import { definitionHash } from './definition-hash.ts';
import { flowRefusals } from './flow-refusals.ts';
import { listVersions, lockFlow } from './flow-rows.ts';
import { findFlowProblems } from './read-flow.ts';

async function nextNumber(tx: Transaction, flowId: string): Promise<number> {
  const last = sql<number>`coalesce(max(${flowVersion.number}), 0)::int`;
  const [row] = await tx.select({ last }).from(flowVersion).where(eq(flowVersion.flowId, flowId));
  return (row?.last ?? 0) + 1;
}

/**
 * Until the transaction ends, nobody puts away the mapping tables that the definition names.
 *
 * @throws Refusal 422 with everything that stands in the way of running a definition here
 */
export async function refuseUnready(
  tx: Transaction,
  registry: Registry,
  caller: Caller,
  definition: FlowDefinition,
  bindings: Readonly<Record<string, string>>,
): Promise<void> {
  await holdMappings(tx, registry, caller, definition);
  const problems = await findFlowProblems(tx, registry, caller, definition, bindings);
  if (problems.length === 0) return;
  const messages = problems.map(({ message }) => message);
  throw new Refusal(422, flowRefusals.build.not_ready({ count: String(problems.length) }), messages);
}

/** Writes the next version and points the flow at it. The flow must be locked. */
export async function insertVersion(
  tx: Transaction,
  caller: Caller,
  flowId: string,
  { definition, note }: { readonly definition: FlowDefinition; readonly note: string },
): Promise<{ readonly version: number; readonly hash: string }> {
  const number = await nextNumber(tx, flowId);
  const hash = definitionHash(definition);
  await tx.insert(flowVersion).values({ flowId, number, definition, hash, note, publishedBy: caller.userId });
  await tx.update(flow).set({ publishedVersion: number, updatedAt: new Date() }).where(eq(flow.id, flowId));
  await syncHooksLater(tx, flowId);
  return { version: number, hash };
}

/**
 * Makes the draft the next version and points the flow at it, in the caller's transaction. A draft that does what the
 * published version does makes no new version: publishing twice is harmless.
 *
 * @throws Refusal 404 · 409 when the draft is no longer at `revision` · 422 with everything that stands in the way
 */
export async function publishIn(
  tx: Transaction,
  registry: Registry,
  caller: Caller,
  id: string,
  input: { readonly revision: number; readonly note: string },
): Promise<void> {
  const { flow: row, draft } = await lockFlow(tx, caller, id);
  if (draft.revision !== input.revision) throw new Refusal(409, flowRefusals.build.draft_conflict());
  await refuseUnready(tx, registry, caller, draft.definition, row.bindings);
  const published = (await listVersions(tx, id)).find((version) => version.number === row.publishedVersion);
  if (published?.hash === definitionHash(draft.definition)) return;
  // What is published is what the editor shows: nodes as the installed versions of their types take them.
  const definition = presentFlow(draft.definition, registry).flow;
  const version = await insertVersion(tx, caller, id, { definition, note: input.note });
  await audit(tx, caller, 'flow.published', `flow:${id}`, { ...version, note: input.note });
}

/** Publishes the draft in a transaction of its own; see `publishIn`. */
export async function publishFlow(
  services: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  id: string,
  input: { readonly revision: number; readonly note: string },
): Promise<void> {
  await services.db.transaction((tx) => publishIn(tx, services.registry, caller, id, input));
}
