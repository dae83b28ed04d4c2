import type { Schedule } from '#schemas/api/schedules.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ConfirmDelete } from '#ui/components/confirm-delete.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { labelOf } from './label-of.ts';
import { schedulesTexts } from './texts.ts';

export function DeleteScheduleDialog({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const t = useTexts(schedulesTexts);
  const toasts = useToasts();
  const remove = useApiMutation('deleteSchedule', ['schedules']);
  const name = labelOf(schedule);
  const onSuccess = () => {
    toasts.done(t('deleted', { name }));
    onClose();
  };
  return (
    <ConfirmDelete
      title={t('deleteTitle', { name })}
      text={t('deleteText')}
      name={name}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ params: { id: schedule.id } }, { onSuccess })}
      onClose={onClose}
    />
  );
}
