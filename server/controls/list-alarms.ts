import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { CompletenessAlarm } from '#schemas/api/controls.ts';
import type { Message } from '#schemas/messages.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { completenessAlarm, completenessCheck, flow } from '../db/schema/index.ts';

type Scope = Pick<Caller, 'workspaceId'>;
const SHOWN = 500;

function inScope({ workspaceId }: Scope, flowId: string | undefined): SQL | undefined {
  const ofFlow = flowId === undefined ? undefined : eq(flow.id, flowId);
  return and(eq(flow.workspaceId, workspaceId), isNull(flow.archivedAt), ofFlow);
}

/** Days of a workspace that do not agree. */
export async function countAlarms(db: Database, scope: Scope): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(distinct (${completenessAlarm.flowId}, ${completenessAlarm.day}))::int` })
    .from(completenessAlarm)
    .innerJoin(flow, eq(flow.id, completenessAlarm.flowId))
    .where(and(inScope(scope, undefined), isNull(completenessAlarm.clearedAt)));
  return row?.count ?? 0;
}

interface Alarms {
  readonly items: CompletenessAlarm[];
  readonly open: number;
  readonly checks: { flow: string; checkedAt: string; isLive: boolean; problem: Message | null }[];
}

/** Alarms of all flows: open ones by day, oldest first; cleared ones by when they were, newest first. */
export async function listAlarms(
  db: Database,
  scope: Scope,
  query: { readonly flow?: string | undefined; readonly state?: 'open' | 'cleared' | undefined },
): Promise<Alarms> {
  const isCleared = query.state === 'cleared';
  const { day, clearedAt } = completenessAlarm;
  const rows = await db
    .select({ alarm: completenessAlarm, name: flow.name })
    .from(completenessAlarm)
    .innerJoin(flow, eq(flow.id, completenessAlarm.flowId))
    .where(and(inScope(scope, query.flow), isCleared ? isNotNull(clearedAt) : isNull(clearedAt)))
    .orderBy(...(isCleared ? [desc(clearedAt)] : [asc(day), asc(flow.name)]))
    .limit(SHOWN);
  const checks = await db
    .select({ check: completenessCheck })
    .from(completenessCheck)
    .innerJoin(flow, eq(flow.id, completenessCheck.flowId))
    .where(inScope(scope, query.flow));
  return {
    items: rows.map(({ alarm, name }) => ({
      ...{ id: alarm.id, flow: { id: alarm.flowId, name }, way: alarm.way, day: alarm.day, causes: [...alarm.causes] },
      raisedAt: alarm.raisedAt.toISOString(),
      checkedAt: alarm.checkedAt.toISOString(),
      clearedAt: alarm.clearedAt?.toISOString() ?? null,
    })),
    open: await countAlarms(db, scope),
    checks: checks.map(({ check: { flowId, checkedAt, isLive, problem } }) => ({
      flow: flowId,
      checkedAt: checkedAt.toISOString(),
      ...{ isLive, problem },
    })),
  };
}
