import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { configOf } from '#flows/migrate-config.ts';
import type { Json } from '#nodes/kit/node-type.ts';
import type { SourceChange } from '#nodes/kit/webhook.ts';
import { PasserelleError } from '#schemas/errors.ts';
import { hook } from '../db/schema/index.ts';
import type { EngineServices } from '../jobs/services.ts';
import { collectHooks } from './hook-jobs.ts';
import { withSource } from './source-world.ts';
import { findHook, type TendedHook, tendHook } from './tend-hook.ts';

/**
 * Each sweep looks back this far before the end of the last one: clocks differ, and a system may show a change late. A
 * change is so seen by three sweeps, and taken up by one.
 */
const OVERLAP_MS = 30 * 60_000;
/**
 * A webhook that came this soon after its change may have been read before another change of the same second, which has
 * the same name; such a document is read once more.
 */
const SETTLED_SECONDS = 5;
/** Runs that failed longer ago than this are left to a person. */
const RETAKEN_DAYS = 3;

/** Keeps the changes that nobody told of, as deliveries like any other. */
async function keepChanges({ db }: EngineServices, hookId: string, changes: readonly SourceChange[]): Promise<void> {
  const rows = JSON.stringify(
    changes.map(({ key, deliveryId, at }) => ({ id: uuidv7(), key, deliveryId, at: at.toISOString() })),
  );
  await db.execute(sql`
    with changed as (
      select * from jsonb_to_recordset(${rows}::text::jsonb) as x("id" uuid, "key" text, "deliveryId" text, "at" timestamptz))
    insert into hook_event (id, hook_id, delivery_id, topic, keys)
    select c."id", ${hookId}::uuid, c."deliveryId" || case when e.id is null then '' else '+' end, 'sweep', array[c."key"]
    from changed c left join hook_event e on e.hook_id = ${hookId}::uuid and e.delivery_id = c."deliveryId"
    where e.id is null
      or (e.topic <> 'sweep' and e.received_at < c."at" + make_interval(secs => ${SETTLED_SECONDS}))
    on conflict (hook_id, delivery_id) do nothing`);
}

/** What a failed run had taken up is waiting again: the ledger knows what of it was posted. */
async function releaseFailed({ db }: EngineServices, hookId: string): Promise<void> {
  await db.execute(sql`
    update hook_event e set run_id = null from run r
    where e.hook_id = ${hookId} and e.id >= id_floor(now() - make_interval(days => ${RETAKEN_DAYS}))
      and r.id = e.run_id and r.status = 'failed'`);
}

async function sweep(services: EngineServices, tended: TendedHook, started: Date): Promise<void> {
  const { row, flow, source } = tended;
  const changes = source?.support.changes;
  if (!changes || !source || !flow.definition) return;
  const since = new Date((row.sweptUntil ?? row.createdAt).getTime() - OVERLAP_MS);
  const config = configOf(flow.definition, row.nodeId, services.registry);
  const at = { hook: row, flow, connectionId: source.connectionId, config };
  await withSource(services, at, async (context) => {
    let cursor: Json = null;
    do {
      const page = await changes(context, since, cursor);
      await keepChanges(services, row.id, page.changes);
      cursor = page.next;
    } while (cursor !== null);
  });
  await services.db.update(hook).set({ sweptUntil: started }).where(eq(hook.id, row.id));
}

/**
 * Looks at the registrations, then asks the source what changed since the last sweep, and keeps what no webhook told of.
 * The end of the sweep is recorded last: one that dies is done again from the same instant.
 */
export async function sweepHook(services: EngineServices, hookId: string): Promise<void> {
  await tendHook(services, hookId);
  const tended = await findHook(services, hookId);
  if (!tended?.source) return;
  await releaseFailed(services, hookId);
  try {
    await sweep(services, tended, services.now());
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    await services.db
      .update(hook)
      .set({
        problem: error.detail,
        status: sql`case when ${hook.status} = 'active' then 'failing' else ${hook.status} end`,
      })
      .where(eq(hook.id, hookId));
  }
  await collectHooks(services.db, tended.row.flowId);
}
