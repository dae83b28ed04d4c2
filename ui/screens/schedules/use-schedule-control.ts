import type { Schedule } from '#schemas/api/schedules.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { labelOf } from './label-of.ts';
import { schedulesTexts } from './texts.ts';

/** Run now, pause and resume, each with its toast. */
export function useScheduleControl(schedule: Schedule) {
  const t = useTexts(schedulesTexts);
  const toasts = useToasts();
  const start = useApiMutation('runSchedule', ['schedules', 'runs', 'flows']);
  const pause = useApiMutation('pauseSchedule', ['schedules']);
  const resume = useApiMutation('resumeSchedule', ['schedules']);
  const name = labelOf(schedule);
  const args = { params: { id: schedule.id } };
  const onError = (error: unknown) => toasts.failed(t('failedToast'), error);
  return {
    isStarting: start.isPending,
    isChanging: pause.isPending || resume.isPending,
    runNow: () => start.mutate(args, { onError, onSuccess: () => toasts.done(t('startedToast', { name })) }),
    pause: () => pause.mutate(args, { onError, onSuccess: () => toasts.done(t('pausedToast', { name })) }),
    resume: () => resume.mutate(args, { onError, onSuccess: () => toasts.done(t('resumedToast', { name })) }),
  };
}
