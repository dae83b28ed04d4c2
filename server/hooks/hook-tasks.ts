import { sql } from 'drizzle-orm';
import type { EngineServices } from '../jobs/services.ts';
import type { TaskSet } from '../jobs/task-set.ts';
import { collectEvents } from './collect-events.ts';
import { COLLECT, collectHooks, SWEEP, SYNC, syncHooksLater, TEND, tendHookLater } from './hook-jobs.ts';
import { sweepHook } from './sweep-hook.ts';
import { syncHooks } from './sync-hooks.ts';
import { tendHook } from './tend-hook.ts';

const WATCH = 'watch-hooks';
const SWEEP_ALL = 'sweep-hooks';
/** How often sources are asked what changed, in minutes. */
const SWEEP_EVERY = 15;
/** How long a failure rests before it is tried again, in minutes. */
const RETRY_AFTER = 5;

type Ids = Record<string, unknown> & { readonly id: string };

function idIn(payload: unknown, name: 'flowId' | 'hookId'): string {
  const id = (payload as Record<string, unknown> | null)?.[name];
  if (typeof id !== 'string') throw new Error(`a job without a ${name}`);
  return id;
}

/** Finds what was left undone: the process may have died anywhere, and the tables say what is to be done. */
async function watchHooks({ db }: EngineServices): Promise<void> {
  const untended = await db.execute<Ids>(sql`
    select id from hook where status in ('registering', 'removing') or (status = 'failing'
      and (checked_at is null or checked_at < now() - make_interval(mins => ${RETRY_AFTER})))`);
  for (const { id } of untended) await tendHookLater(db, id, TEND);
  const waiting = await db.execute<Ids>(sql`
    select distinct h.flow_id as id from hook h join flow f on f.id = h.flow_id and f.is_on
    where exists (select from hook_event e where e.hook_id = h.id and e.run_id is null)`);
  for (const { id } of waiting) await collectHooks(db, id);
}

async function sweepHooks({ db }: EngineServices): Promise<void> {
  const flows = await db.execute<Ids>(sql`
    select id from flow f where is_on or exists (
      select from hook h where h.flow_id = f.id and h.status not in ('removing', 'removed'))`);
  for (const { id } of flows) await syncHooksLater(db, id);
  const hooks = await db.execute<Ids>(sql`
    select id from hook where status in ('registering', 'active', 'failing')`);
  for (const { id } of hooks) await tendHookLater(db, id, SWEEP);
}

/** Webhooks: registered, collected, swept, watched. */
export function hookTasks(services: EngineServices): TaskSet {
  return {
    tasks: {
      [COLLECT]: async (payload) => {
        await collectEvents(services, idIn(payload, 'flowId'));
      },
      [SYNC]: (payload) => services.db.transaction((tx) => syncHooks(tx, services, idIn(payload, 'flowId'))),
      [TEND]: (payload) => tendHook(services, idIn(payload, 'hookId')),
      [SWEEP]: (payload) => sweepHook(services, idIn(payload, 'hookId')),
      [WATCH]: () => watchHooks(services),
      [SWEEP_ALL]: () => sweepHooks(services),
    },
    crontab: `* * * * * ${WATCH}\n*/${SWEEP_EVERY} * * * * ${SWEEP_ALL}`,
  };
}
