import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { dayIn, nextDay, type Period } from '#schemas/period.ts';
import type { Database } from '../db/database.ts';
import { flow } from '../db/schema/index.ts';
import type { EngineServices } from '../jobs/services.ts';
import type { TaskSet } from '../jobs/task-set.ts';
import { checkFlow } from './check-flow.ts';
import { controlledFlow } from './controlled-flow.ts';

const CHECK_ALL = 'check-completeness';
const CHECK_FLOW = 'check-flow-completeness';
/** Long enough for what is paid late, mended in the next month or found at its closing. */
const LOOK_BACK_DAYS = 40;
const DAY_MS = 86_400_000;
const payloadSchema = z.object({ flow: z.uuid() });

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Flows that have run since they were last checked, or have an alarm that may hold no longer; each once a day. The time
 * of the day does not matter: a computer that is on for some hours a day has its check too.
 */
async function dueFlows(db: Database, now: Date): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select f.id from flow f left join completeness_check c on c.flow_id = f.id
    where f.archived_at is null and f.published_version is not null
      and (c.checked_at is null or c.checked_at < ${now.toISOString()}::timestamptz - interval '20 hours')
      and (exists (select 1 from run r where r.flow_id = f.id and r.mode = 'live'
          and r.finished_at > coalesce(c.checked_at, 'epoch'::timestamptz))
        or exists (select 1 from completeness_alarm a where a.flow_id = f.id and a.cleared_at is null))`);
  return rows.map(({ id }) => id);
}

/**
 * The days that a check is about: up to the one before the last run began, which had not ended then, and back to the
 * oldest open alarm.
 */
async function dueDays(db: Database, flowId: string, zone: string): Promise<Period | null> {
  const [row] = await db.execute<{ began: string | null; oldest: string | null }>(sql`
    select (select max(coalesce(started_at, created_at)) from run
        where flow_id = ${flowId} and mode = 'live' and status in ('succeeded', 'partial', 'in-review')) as began,
      (select min(day)::text from completeness_alarm where flow_id = ${flowId} and cleared_at is null) as oldest`);
  if (!row?.began) return null;
  const to = daysBefore(dayIn(zone, new Date(row.began)), 1);
  const usual = daysBefore(to, LOOK_BACK_DAYS);
  const from = row.oldest !== null && row.oldest < usual ? row.oldest : usual;
  return { from, to: to < from ? nextDay(from) : to };
}

/** Has every flow checked that is due, each in a job of its own. */
export async function enqueueChecks(db: Database, now: Date): Promise<void> {
  for (const id of await dueFlows(db, now)) {
    const payload = JSON.stringify({ flow: id });
    await db.execute(sql`
      select graphile_worker.add_job(${CHECK_FLOW}, payload => ${payload}::json, job_key => ${`${CHECK_FLOW}:${id}`},
        queue_name => ${CHECK_FLOW}, max_attempts => 3)`);
  }
}

/** The check of one flow that nobody asked for. */
export async function checkDueFlow(services: EngineServices, flowId: string): Promise<void> {
  const { db, registry } = services;
  const [row] = await db
    .select()
    .from(flow)
    .where(and(eq(flow.id, flowId), isNull(flow.archivedAt)));
  const controlled = row ? await controlledFlow(db, registry, row) : null;
  const period = controlled ? await dueDays(db, flowId, controlled.zone) : null;
  if (row && period) await checkFlow(services, row, period);
}

/** Once a day, after the flow's last run: what it read is held against what is booked. */
export function controlTasks(services: EngineServices): TaskSet {
  return {
    tasks: {
      [CHECK_ALL]: () => enqueueChecks(services.db, services.now()),
      [CHECK_FLOW]: (payload) => checkDueFlow(services, payloadSchema.parse(payload).flow),
    },
    crontab: `37 * * * * ${CHECK_ALL} ?jobKey=${CHECK_ALL}&max=3`,
  };
}
