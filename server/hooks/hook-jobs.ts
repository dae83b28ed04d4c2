import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';

/*
 * What wakes up what. Every job says "look at this flow" or "look at this hook" and carries nothing else: one too many
 * does no harm, and what is written in the transaction of a change exists exactly when the change does.
 */
export const COLLECT = 'collect-hooks';
export const SYNC = 'sync-hooks';
export const TEND = 'tend-hook';
export const SWEEP = 'sweep-hook';

type Db = Database | Transaction;

/** Wakes the collector of a flow's webhooks, if it has any: called when a run of it ends. */
export async function collectHooks(db: Db, flowId: string): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job(${COLLECT}, json_build_object('flowId', ${flowId}::text),
      job_key => 'hooks:' || ${flowId}::text, max_attempts => 100)
    where exists (select from hook where flow_id = ${flowId}::uuid)`);
}

/** Has the webhooks of a flow follow what was just done to it: published, bound otherwise, put away. */
export async function syncHooksLater(db: Db, flowId: string): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job(${SYNC}, json_build_object('flowId', ${flowId}::text),
      job_key => 'hooks-of:' || ${flowId}::text, max_attempts => 25)
    where exists (select from hook where flow_id = ${flowId}::uuid)
      or exists (select from flow where id = ${flowId}::uuid and is_on)`);
}

/**
 * Has the other system's registrations looked at, and, with `SWEEP`, what changed there read as well. One at a time for
 * each hook: two that register at once would register twice.
 */
export async function tendHookLater(db: Db, hookId: string, task: typeof TEND | typeof SWEEP): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job(${task}, json_build_object('hookId', ${hookId}::text),
      job_key => ${task} || ':' || ${hookId}::text, queue_name => 'hook:' || ${hookId}::text, max_attempts => 3)`);
}
