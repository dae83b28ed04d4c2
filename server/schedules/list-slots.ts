import { and, count, desc, eq, lt } from 'drizzle-orm';
import type { ScheduleSlot } from '#schemas/api/schedules.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { run, schedule, scheduleSlot } from '../db/schema/index.ts';
import { foundOr404, Refusal } from '../http/refusal.ts';
import { limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { scheduleMessages } from './schedule-messages.ts';

/** A cursor that is the instant of a slot. @throws Refusal 400 */
function instantAfter({ after }: PageQuery): Date | null {
  if (after === undefined) return null;
  const at = new Date(after);
  if (Number.isNaN(at.getTime())) throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  return at;
}

/** What became of the slots of a schedule, latest first. @throws Refusal 404 */
export async function listSlots(
  db: Database,
  scope: Pick<Caller, 'workspaceId'>,
  id: string,
  query: PageQuery,
): Promise<Page<ScheduleSlot>> {
  const inScope = and(eq(schedule.id, id), eq(schedule.workspaceId, scope.workspaceId));
  foundOr404(await db.select({ id: schedule.id }).from(schedule).where(inScope), scheduleMessages.build.missing());
  const ofSchedule = eq(scheduleSlot.scheduleId, id);
  const after = instantAfter(query);
  const rows = await db
    .select({ slot: scheduleSlot, run: { id: run.id, status: run.status } })
    .from(scheduleSlot)
    .leftJoin(run, eq(run.id, scheduleSlot.runId))
    .where(and(ofSchedule, after === null ? undefined : lt(scheduleSlot.at, after)))
    .orderBy(desc(scheduleSlot.at))
    .limit(limitOf(query) + 1);
  return toPage(rows, query, {
    cursor: ({ slot }) => slot.at.toISOString(),
    item: ({ slot, run: started }) => ({
      at: slot.at.toISOString(),
      status: slot.status,
      reason: slot.reason,
      run: started,
    }),
    count: async () => (await db.select({ rows: count() }).from(scheduleSlot).where(ofSchedule))[0]?.rows ?? 0,
  });
}
