import type { FlowSummary } from '#schemas/api/flows.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ConfirmDelete } from '#ui/components/confirm-delete.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { flowsTexts } from './texts.ts';

export function DeleteFlowDialog({ flow, onClose }: { flow: FlowSummary; onClose: () => void }) {
  const t = useTexts(flowsTexts);
  const toasts = useToasts();
  const remove = useApiMutation('deleteFlow', ['flows', 'connections']);
  const confirm = () =>
    remove.mutate(
      { params: { id: flow.id } },
      {
        onSuccess: () => {
          toasts.done(t('deleted', { name: flow.name }));
          onClose();
        },
      },
    );
  return (
    <ConfirmDelete
      title={t('deleteTitle', { name: flow.name })}
      text={t('deleteText')}
      name={flow.name}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
