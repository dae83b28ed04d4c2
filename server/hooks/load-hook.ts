import { and, eq } from 'drizzle-orm';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, flowVersion, hook } from '../db/schema/index.ts';

export type HookRow = typeof hook.$inferSelect;

export interface LoadedFlow {
  readonly row: typeof flow.$inferSelect;
  /** The published version; null where there is none. */
  readonly definition: FlowDefinition | null;
}

/** A flow with its published version; null for an unknown one. */
export async function loadHookedFlow(db: Database | Transaction, flowId: string): Promise<LoadedFlow | null> {
  const [found] = await db
    .select({ row: flow, definition: flowVersion.definition })
    .from(flow)
    .leftJoin(flowVersion, and(eq(flowVersion.flowId, flow.id), eq(flowVersion.number, flow.publishedVersion)))
    .where(eq(flow.id, flowId));
  return found ?? null;
}

export async function loadHook(db: Database, hookId: string): Promise<HookRow | null> {
  const [row] = await db.select().from(hook).where(eq(hook.id, hookId));
  return row ?? null;
}
