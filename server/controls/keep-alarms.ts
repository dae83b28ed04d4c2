import { and, between, eq, isNull, sql } from 'drizzle-orm';
import type { AlarmCause } from '#schemas/api/controls.ts';
import type { Message } from '#schemas/messages.ts';
import type { Period } from '#schemas/period.ts';
import type { Database, Transaction } from '../db/database.ts';
import { completenessAlarm, completenessCheck } from '../db/schema/index.ts';
import type { ControlledFlow } from './controlled-flow.ts';

/** What a check found: by way out, the days that do not agree and why. */
export interface Findings {
  readonly period: Period;
  readonly alarms: ReadonlyMap<string, ReadonlyMap<string, readonly AlarmCause[]>>;
  /** The sources were asked, and answered. */
  readonly isLive: boolean;
  readonly problem: Message | null;
}

/** What only the source can say stays as it was while the source says nothing. */
function withUnread(causes: readonly AlarmCause[], before: readonly AlarmCause[], isLive: boolean): AlarmCause[] {
  return [...causes, ...(isLive ? [] : before.filter(({ cause }) => cause === 'never-read'))];
}

async function settleWay(tx: Transaction, flow: ControlledFlow, way: string, found: Findings, now: Date) {
  const { period, isLive } = found;
  const open = await tx
    .select()
    .from(completenessAlarm)
    .where(
      and(
        eq(completenessAlarm.flowId, flow.id),
        eq(completenessAlarm.way, way),
        isNull(completenessAlarm.clearedAt),
        between(completenessAlarm.day, period.from, period.to),
      ),
    );
  const days = new Map(found.alarms.get(way) ?? []);
  for (const { day, causes } of open) {
    const kept = withUnread(days.get(day) ?? [], causes, isLive);
    if (kept.length > 0) days.set(day, kept);
  }
  for (const { id, day } of open) {
    const causes = days.get(day);
    const change = causes ? { causes, checkedAt: now } : { checkedAt: now, clearedAt: now };
    await tx.update(completenessAlarm).set(change).where(eq(completenessAlarm.id, id));
    days.delete(day);
  }
  const fresh = [...days].map(([day, causes]) => ({
    flowId: flow.id,
    workspaceId: flow.workspaceId,
    way,
    day,
    causes,
  }));
  if (fresh.length > 0) {
    await tx.insert(completenessAlarm).values(fresh.map((row) => ({ ...row, raisedAt: now, checkedAt: now })));
  }
}

/**
 * Raises an alarm once for each day that does not agree, and clears those whose day does now, in one transaction: a check
 * that dies is done again from the start and raises nothing twice. Alarms of ways that the flow no longer has are cleared.
 */
export async function keepAlarms(db: Database, flow: ControlledFlow, found: Findings, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    // Two checks of a flow at the same time (a person's and the night's) come one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`completeness:${flow.id}`}, 0))`);
    for (const { node } of flow.ways) await settleWay(tx, flow, node, found, now);
    const ways = flow.ways.map(({ node }) => node);
    const ofFlow = and(eq(completenessAlarm.flowId, flow.id), isNull(completenessAlarm.clearedAt));
    const open = await tx.select().from(completenessAlarm).where(ofFlow);
    const gone = open.filter(({ way }) => !ways.includes(way));
    for (const { id } of gone) {
      await tx.update(completenessAlarm).set({ clearedAt: now }).where(eq(completenessAlarm.id, id));
    }
    const { period, isLive, problem } = found;
    const check = { checkedAt: now, fromDay: period.from, toDay: period.to, isLive, problem };
    await tx
      .insert(completenessCheck)
      .values({ flowId: flow.id, ...check })
      .onConflictDoUpdate({ target: completenessCheck.flowId, set: check });
    return open.length - gone.length;
  });
}
