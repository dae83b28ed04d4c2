import { sql } from 'drizzle-orm';
import type { EngineServices } from '../jobs/services.ts';
import type { TaskSet } from '../jobs/task-set.ts';
import { admitNext } from './admit-run.ts';

const ADMIT_WAITING = 'admit-waiting-runs';

/**
 * Every minute: wakes queued runs for which there is room. Whoever ends a run wakes the next one; this finds what was
 * missed.
 */
export function limitTasks({ db }: EngineServices): TaskSet {
  const admitWaiting = async () => {
    const flows = await db.execute<{ id: string }>(sql`
      select f.id from flow f where exists (
        select 1 from run r where r.flow_id = f.id and r.status = 'queued' and r.mode = 'live')`);
    for (const { id } of flows) await db.transaction((tx) => admitNext(tx, id));
  };
  return { tasks: { [ADMIT_WAITING]: admitWaiting }, crontab: `* * * * * ${ADMIT_WAITING}` };
}
