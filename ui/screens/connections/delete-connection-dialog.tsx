import type { Connection } from '#schemas/api/connections.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ConfirmDelete } from '#ui/components/confirm-delete.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { connectionsTexts } from './texts.ts';

/** The server refuses to delete what a flow uses, and its reasons are shown here. */
export function DeleteConnectionDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const t = useTexts(connectionsTexts);
  const toasts = useToasts();
  const remove = useApiMutation('deleteConnection', ['connections']);
  const { name } = connection;
  const confirm = () =>
    remove.mutate(
      { params: { id: connection.id } },
      {
        onSuccess: () => {
          toasts.done(t('deleted', { name }));
          onClose();
        },
      },
    );
  return (
    <ConfirmDelete
      title={t('deleteTitle', { name })}
      text={t('deleteText')}
      name={name}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
