import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { Schedule, ScheduleSettings } from '#schemas/api/schedules.ts';
import { call } from '#ui/api/client.ts';

interface ToSave {
  readonly flow: string;
  readonly settings: ScheduleSettings;
}

/** Makes a schedule, or changes the one that was opened as it was then. */
export function useSaveSchedule(existing: Schedule | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ flow, settings }: ToSave): Promise<Schedule> =>
      existing
        ? call(endpoints.changeSchedule, {
            params: { id: existing.id },
            body: { ...settings, updatedAt: existing.updatedAt },
          })
        : call(endpoints.createSchedule, { body: { ...settings, flow } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['schedules'] }),
  });
}
