import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Customer } from '#schemas/api/customers.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { linkTexts } from './texts.ts';

/** Says what forgetting does, and what it leaves alone. */
export function ForgetDialog({ customer, onClose }: { readonly customer: Customer; readonly onClose: () => void }) {
  const t = useTexts(linkTexts);
  const toasts = useToasts();
  const forget = useApiMutation('forgetCustomer', ['customers']);
  const { name, connection, key, waiting } = customer;
  const confirm = () =>
    forget.mutate(
      { body: { connection: connection.id, key } },
      {
        onSuccess: () => {
          toasts.done(t('forgotten', { name }));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('forgetTitle', { name })} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack>
        <Text size="sm">{t('forgetText')}</Text>
        {waiting > 0 && <Text size="sm">{t('forgetWaiting')}</Text>}
        <ProblemAlert error={forget.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={forget.isPending} onClick={confirm}>
            {t('forget')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
