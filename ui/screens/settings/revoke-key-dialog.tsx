import type { ApiKey } from '#schemas/api/api-keys.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ConfirmDelete } from '#ui/components/confirm-delete.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { settingsTexts } from './texts.ts';

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTexts(settingsTexts);
  const toasts = useToasts();
  const revoke = useApiMutation('revokeApiKey', ['api-keys']);
  const { id, name } = apiKey;
  const confirm = () =>
    revoke.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          toasts.done(t('revokedNow', { name }));
          onClose();
        },
      },
    );
  return (
    <ConfirmDelete
      title={t('revokeTitle', { name })}
      text={t('revokeText')}
      name={name}
      action={t('revoke')}
      isBusy={revoke.isPending}
      error={revoke.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
