import type { Schedule } from '#schemas/api/schedules.ts';

/** What people call a schedule: its name, else that of its flow. */
export function labelOf(schedule: Pick<Schedule, 'name' | 'flow'>): string {
  return schedule.name || schedule.flow.name;
}
