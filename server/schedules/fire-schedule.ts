import { and, count, eq } from 'drizzle-orm';
import { nextSlots, slotsBetween } from '#flows/recurrence/slots.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database, Transaction } from '../db/database.ts';
import { schedule, scheduleSlot } from '../db/schema/index.ts';
import { enqueueSchedule } from './schedule-jobs.ts';
import { scheduleMessages } from './schedule-messages.ts';
import { databaseNow, lockScheduled, planOf, type Scheduled, type ScheduleRow } from './schedule-rows.ts';
import { isScheduledRunUnderWay, type StartServices, startSlot } from './start-slot.ts';
import { startWaiting, whyNotStarting } from './start-waiting.ts';

/** A slot that is looked at as late as this has been missed: nothing was running. Less is a busy or restarted worker. */
const MISSED_AFTER_MS = 5 * 60_000;
/** Slots decided in one transaction: a month of downtime at every five minutes has 8,640. */
const AT_ONCE = 500;

const { build } = scheduleMessages;

type Verdict =
  | { readonly status: 'start'; readonly reason: Message | null }
  | { readonly status: 'waiting' | 'skipped'; readonly reason: Message };

interface Situation {
  /** A scheduled run of the flow is under way, or a slot already waits for its turn. */
  readonly isBusy: boolean;
  readonly waiting: number;
  readonly isMissed: boolean;
  /** A later slot is due as well. */
  readonly isFollowed: boolean;
}

/** What becomes of a due slot. */
function judge(row: Pick<ScheduleRow, 'overlap' | 'catchUp'>, situation: Situation): Verdict {
  const { isBusy, waiting, isMissed, isFollowed } = situation;
  if (isMissed && row.catchUp === 'none') return { status: 'skipped', reason: build.missed() };
  if (isMissed && row.catchUp === 'last' && isFollowed) return { status: 'skipped', reason: build.missed_replaced() };
  const isLate = isMissed ? build.caught_up() : null;
  if (!isBusy || row.overlap === 'allow') return { status: 'start', reason: isLate };
  // "All" means each of them: they stand in line, whatever is done about slots that come on time.
  if (isMissed && row.catchUp === 'all') return { status: 'waiting', reason: build.waits() };
  if (row.overlap === 'skip') return { status: 'skipped', reason: build.still_running() };
  return waiting > 0 ? { status: 'skipped', reason: build.queue_full() } : { status: 'waiting', reason: build.waits() };
}

async function countWaiting(tx: Transaction, flowId: string): Promise<number> {
  const [row] = await tx
    .select({ slots: count() })
    .from(scheduleSlot)
    .innerJoin(schedule, eq(schedule.id, scheduleSlot.scheduleId))
    .where(and(eq(schedule.flowId, flowId), eq(scheduleSlot.status, 'waiting')));
  return row?.slots ?? 0;
}

type SlotRow = typeof scheduleSlot.$inferInsert;

/** Writes a slot unless it is there; only the one who wrote it may start it. */
async function isWritten(tx: Transaction, slot: SlotRow): Promise<boolean> {
  const written = await tx.insert(scheduleSlot).values(slot).onConflictDoNothing().returning({ at: scheduleSlot.at });
  return written.length > 0;
}

/** Decides on each of the instants, in order. All of them become rows, whatever is decided. */
async function decide(
  tx: Transaction,
  services: StartServices,
  { schedule: row, flow }: Scheduled,
  due: { readonly instants: readonly Date[]; readonly areMoreDue: boolean; readonly now: Date },
): Promise<void> {
  const refusal = whyNotStarting(flow);
  let waiting = await countWaiting(tx, row.flowId);
  let isBusy = waiting > 0 || (await isScheduledRunUnderWay(tx, row.flowId));
  const others: SlotRow[] = [];
  for (const [index, at] of due.instants.entries()) {
    const isMissed = due.now.getTime() - at.getTime() >= MISSED_AFTER_MS;
    const isFollowed = due.areMoreDue || index < due.instants.length - 1;
    const verdict: Verdict = refusal
      ? { status: 'skipped', reason: refusal }
      : judge(row, { isBusy, waiting, isMissed, isFollowed });
    const { status, reason } = verdict;
    if (status === 'start') {
      if (!(await isWritten(tx, { scheduleId: row.id, at, status: 'waiting' }))) continue;
      if (await startSlot(tx, services, row, at, reason)) isBusy = true;
      continue;
    }
    others.push({ scheduleId: row.id, at, status, reason });
    if (status === 'waiting') [waiting, isBusy] = [waiting + 1, true];
  }
  if (others.length > 0) await tx.insert(scheduleSlot).values(others).onConflictDoNothing();
}

/**
 * Decides on the slots that are due, at most `AT_ONCE` of them.
 *
 * @returns the next undecided instant, which may have passed already; null when there is none
 */
async function decideDue(tx: Transaction, services: StartServices, found: Scheduled, now: Date): Promise<Date | null> {
  const { nextAt } = found.schedule;
  if (nextAt === null || nextAt > now) return nextAt;
  const plan = planOf(found.schedule);
  const slots = slotsBetween(plan, nextAt.getTime(), now.getTime() + 1, AT_ONCE + 1);
  const instants = slots.slice(0, AT_ONCE).map(({ at }) => new Date(at));
  await decide(tx, services, found, { instants, areMoreDue: slots.length > AT_ONCE, now });
  const last = instants.at(-1) ?? now;
  const [next] = slots.length > AT_ONCE ? slots.slice(AT_ONCE) : nextSlots(plan, last.getTime(), 1);
  return next ? new Date(next.at) : null;
}

/** Decides on all slots that are due: before a schedule is changed or paused, so that none is lost by it. */
export async function settleDue(tx: Transaction, services: StartServices, found: Scheduled, now: Date): Promise<void> {
  let { nextAt } = found.schedule;
  while (nextAt !== null && nextAt <= now) {
    nextAt = await decideDue(tx, services, { ...found, schedule: { ...found.schedule, nextAt } }, now);
  }
}

/** When to look again. A job that came too early comes back a second later at the soonest, so that it cannot spin. */
function jobTime(nextAt: Date, now: Date): Date {
  return nextAt > now ? new Date(Math.max(nextAt.getTime(), now.getTime() + 1000)) : nextAt;
}

/**
 * What the job of a schedule does, in one transaction: the slots that are due with their runs, the next instant and the
 * job for it are written together. So whoever dies here loses nothing, and two who come at once start one run.
 *
 * @param at in place of the database's clock; for tests
 */
export async function fireSchedule(
  db: Database,
  services: StartServices,
  scheduleId: string,
  at?: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await lockScheduled(tx, scheduleId);
    if (!found || found.schedule.paused) return;
    const now = at ?? (await databaseNow(tx));
    const nextAt = found.flow.archivedAt === null ? await decideDue(tx, services, found, now) : null;
    await tx.update(schedule).set({ nextAt }).where(eq(schedule.id, scheduleId));
    if (nextAt !== null) await enqueueSchedule(tx, scheduleId, jobTime(nextAt, now));
    // Whatever stood in line may have its turn: its run may have ended unnoticed.
    await startWaiting(tx, services, found.flow.id);
  });
}
