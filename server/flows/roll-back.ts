import { eq, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { flowDraft } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { definitionHash } from './definition-hash.ts';
import { flowRefusals } from './flow-refusals.ts';
import { lockFlow } from './flow-rows.ts';
import { insertVersion, refuseUnready } from './publish-flow.ts';
import { readVersion } from './read-flow.ts';

export interface RollBack {
  /** The version to publish again. */
  readonly number: number;
  /** The version that the caller takes for the published one. */
  readonly current: number;
  readonly note: string;
}

/**
 * Publishes an earlier version again as the newest: numbers only grow, and what ran is not rewritten. A draft that held
 * nothing but the version left behind follows, so that the next publication does not bring it back unnoticed; one with
 * changes of its own stays.
 *
 * @throws Refusal 404 · 409 when another version was published meanwhile · 422 when it does what the published one does,
 *   or can no longer run here
 */
export async function rollBackFlow(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  id: string,
  { number, current, note }: RollBack,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { flow, draft } = await lockFlow(tx, caller, id);
    if (flow.publishedVersion !== current) throw new Refusal(409, flowRefusals.build.published_meanwhile());
    const [left, wanted] = [await readVersion(tx, caller, id, current), await readVersion(tx, caller, id, number)];
    if (left.info.hash === wanted.info.hash) {
      throw new Refusal(422, flowRefusals.build.already_in_use({ number: String(number) }));
    }
    await refuseUnready(tx, registry, caller, wanted.definition, flow.bindings);
    const { version } = await insertVersion(tx, caller, id, { definition: wanted.definition, note });
    if (definitionHash(draft.definition) === left.info.hash) {
      await tx
        .update(flowDraft)
        .set({
          definition: wanted.definition,
          revision: sql`${flowDraft.revision} + 1`,
          updatedBy: caller.userId,
          updatedAt: new Date(),
        })
        .where(eq(flowDraft.flowId, id));
    }
    await audit(tx, caller, 'flow.rolled-back', `flow:${id}`, { version, of: number, from: current, note });
  });
}
