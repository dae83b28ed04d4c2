import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Uncertain } from '#schemas/api/postings.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { uncertainTexts } from './uncertain-texts.ts';

interface Props {
  readonly uncertain: Uncertain;
  readonly name: string;
  readonly isThere: boolean;
  readonly onClose: () => void;
}

/** Says what an answer does before it is given. */
export function DecideDialog({ uncertain, name, isThere, onClose }: Props) {
  const t = useTexts(uncertainTexts);
  const toasts = useToasts();
  const [reference, setReference] = useState('');
  const decide = useApiMutation('decideUncertain', ['postings', 'runs', 'holds']);
  const { id, file, count } = uncertain;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const what = file ? { file: id, count } : { posting: id };
    const body = { what, isThere, reference: isThere && reference.trim() !== '' ? reference.trim() : null };
    decide.mutate(
      { body },
      {
        onSuccess: () => {
          toasts.done(t(isThere ? 'decidedThere' : 'decidedNotThere', { name }));
          onClose();
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t(isThere ? 'thereTitle' : 'notThereTitle')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t(isThere ? 'thereText' : 'notThereText', { name })}</Text>
          {isThere && (
            <TextInput
              data-autofocus
              label={t('reference')}
              description={t('referenceHelp')}
              maxLength={200}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          )}
          <ProblemAlert error={decide.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color={isThere ? 'petrol' : 'orange'} loading={decide.isPending}>
              {t(isThere ? 'confirmThere' : 'confirmNotThere')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
