import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { Customer } from '#schemas/api/customers.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { decisionTexts } from './texts.ts';
import { idOf } from './use-customers.ts';
import { useDecide } from './use-decide.ts';

interface Props {
  readonly customers: readonly Customer[];
  readonly onClose: () => void;
  readonly onDone: (runs: readonly string[]) => void;
}

const NAMED = 5;

/** Says what becomes of the documents before somebody decides against their customers. */
export function RefuseDialog({ customers, onClose, onDone }: Props) {
  const t = useTexts(decisionTexts);
  const { decide, isPending } = useDecide((runs) => {
    onDone(runs);
    onClose();
  });
  const documents = customers.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('refuseTitle', { count: customers.length })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Stack>
        <List size="sm">
          {customers.slice(0, NAMED).map((customer) => (
            <List.Item key={idOf(customer)}>{customer.name}</List.Item>
          ))}
          {customers.length > NAMED && <List.Item>…</List.Item>}
        </List>
        <Text size="sm">{t('refuseText', { count: documents })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="orange" loading={isPending} onClick={() => decide(customers, 'refuse')}>
            {t('refuse')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
