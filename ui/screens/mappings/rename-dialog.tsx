import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MappingSummary } from '#schemas/api/mappings.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { listTexts } from './texts.ts';

interface Props {
  readonly mapping: MappingSummary;
  readonly onClose: () => void;
}

export function RenameDialog({ mapping, onClose }: Props) {
  const t = useTexts(listTexts);
  const toasts = useToasts();
  const [name, setName] = useState(mapping.name);
  const rename = useApiMutation('renameMapping', ['mappings']);
  const go = () =>
    rename.mutate(
      { params: { id: mapping.id }, body: { name } },
      {
        onSuccess: (answer) => {
          toasts.done(t('renamed', { name: answer.name }));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('renameTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            required
            label={t('name')}
            description={t('renameHelp')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemAlert error={rename.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={rename.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
