import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Customer } from '#schemas/api/customers.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useRunLink } from './run-link.tsx';
import { linkTexts } from './texts.ts';

interface Props {
  readonly customer: Customer;
  readonly onClose: () => void;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** Says by hand which customer of the books it is. */
export function LinkDialog({ customer, onClose, onStarted }: Props) {
  const t = useTexts(linkTexts);
  const toasts = useToasts();
  const runLink = useRunLink();
  const [reference, setReference] = useState(customer.reference ?? '');
  const [ledger, setLedger] = useState(customer.ledgerAccount ?? '');
  const [auxiliary, setAuxiliary] = useState(customer.auxiliaryAccount ?? '');
  const link = useApiMutation('linkCustomer', ['customers', 'holds', 'runs', 'flows']);
  const { name, connection, key, problem } = customer;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const accounts = { ledgerAccount: ledger.trim() || null, auxiliaryAccount: auxiliary.trim() || null };
    link.mutate(
      { body: { connection: connection.id, key, reference: reference.trim(), ...accounts } },
      {
        onSuccess: ({ runs }) => {
          toasts.done(t('done', { name, reference: reference.trim() }), runs.length > 0 ? runLink(runs) : undefined);
          onStarted(runs.map(({ id }) => id));
          onClose();
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('title', { name })} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('text', { connection: connection.name })}</Text>
          {problem && (
            <Alert color="orange">
              <MessageText message={problem} isBrief />
            </Alert>
          )}
          <TextInput
            data-autofocus
            required
            label={t('reference')}
            description={t('referenceHelp')}
            maxLength={200}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <TextInput
            label={t('ledger')}
            description={t('ledgerHelp')}
            maxLength={40}
            value={ledger}
            onChange={(event) => setLedger(event.currentTarget.value)}
          />
          <TextInput
            label={t('auxiliary')}
            description={t('auxiliaryHelp')}
            maxLength={40}
            value={auxiliary}
            onChange={(event) => setAuxiliary(event.currentTarget.value)}
          />
          <ProblemAlert error={link.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={link.isPending} disabled={reference.trim() === ''}>
              {t('submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
