import { sql } from 'drizzle-orm';
import type { Schedule } from '#schemas/api/schedules.ts';
import type { RunStatus } from '#schemas/outcome.ts';
import { type CatchUp, type Overlap, recurrenceSchema } from '#schemas/recurrence.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { foundOr404 } from '../http/refusal.ts';
import { scheduleMessages } from './schedule-messages.ts';
import { aboutOf } from './schedule-rows.ts';

type Scope = Pick<Caller, 'workspaceId'>;

export interface ScheduleFilter {
  readonly id?: string;
  readonly flow?: string | undefined;
  readonly state?: 'active' | 'paused' | 'running' | undefined;
  readonly search?: string | undefined;
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly flow_id: string;
  readonly flow_name: string;
  readonly is_on: boolean;
  readonly is_published: boolean;
  readonly recurrence: unknown;
  readonly rule: string;
  readonly zone: string;
  readonly starts_on: string;
  readonly overlap: Overlap;
  readonly catch_up: CatchUp;
  readonly period: unknown;
  readonly paused: boolean;
  readonly next_at: string | null;
  readonly updated_at: string;
  readonly last_run_id: string | null;
  readonly last_status: RunStatus;
  readonly last_at: string;
  readonly running: number;
  readonly waiting: number;
}

function present(row: Row): Schedule {
  const iso = (text: string) => new Date(text).toISOString();
  const { id, name, rule, zone, overlap, paused, running, waiting } = row;
  return {
    ...{ id, name, rule, zone, overlap, paused, running, waiting },
    flow: { id: row.flow_id, name: row.flow_name, isOn: row.is_on, isPublished: row.is_published },
    recurrence: recurrenceSchema.parse(row.recurrence),
    startsOn: row.starts_on,
    catchUp: row.catch_up,
    about: aboutOf(row),
    nextAt: row.next_at === null ? null : iso(row.next_at),
    lastRun: row.last_run_id === null ? null : { id: row.last_run_id, status: row.last_status, at: iso(row.last_at) },
    updatedAt: iso(row.updated_at),
  };
}

/** Schedules of the workspace's flows, the next one to start first, those without a next instant last. */
export async function listSchedules(db: Database, scope: Scope, filter: ScheduleFilter): Promise<Schedule[]> {
  const { id, flow, state, search } = filter;
  const only = [
    sql`s.workspace_id = ${scope.workspaceId} and f.archived_at is null`,
    ...(id === undefined ? [] : [sql`s.id = ${id}`]),
    ...(flow === undefined ? [] : [sql`s.flow_id = ${flow}`]),
    ...(search ? [sql`position(lower(${search}) in lower(s.name || ' ' || f.name)) > 0`] : []),
    ...(state === 'active' ? [sql`not s.paused`] : []),
    ...(state === 'paused' ? [sql`s.paused`] : []),
    ...(state === 'running' ? [sql`under_way.runs > 0`] : []),
  ];
  const rows = await db.execute<Row>(sql`
    select s.id, s.name, s.flow_id, f.name as flow_name, f.is_on, f.published_version is not null as is_published,
      s.recurrence, s.rule, s.zone, s.starts_on::text, s.overlap, s.catch_up, s.period, s.paused, s.next_at,
      s.updated_at, last.id as last_run_id, last.status as last_status, last.at as last_at,
      under_way.runs as running, line.slots as waiting
    from schedule s join flow f on f.id = s.flow_id
    left join lateral (
      select r.id, r.status, t.at from schedule_slot t join run r on r.id = t.run_id
      where t.schedule_id = s.id and t.status = 'started' order by t.at desc limit 1) last on true
    cross join lateral (
      select count(*)::int as runs from run r
      where r.flow_id = s.flow_id and r.status in ('queued', 'running')
        and r.trigger_key like 'schedule:' || s.id || ':%') under_way
    cross join lateral (
      select count(*)::int as slots from schedule_slot t where t.schedule_id = s.id and t.status = 'waiting') line
    where ${sql.join(only, sql` and `)}
    order by s.next_at nulls last, f.name, s.id`);
  return rows.map(present);
}

/** @throws Refusal 404, also for a schedule of another workspace */
export async function readSchedule(db: Database, scope: Scope, id: string): Promise<Schedule> {
  return foundOr404(await listSchedules(db, scope, { id }), scheduleMessages.build.missing());
}
