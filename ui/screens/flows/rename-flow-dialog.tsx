import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FlowSummary } from '#schemas/api/flows.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { flowsTexts } from './texts.ts';

export function RenameFlowDialog({ flow, onClose }: { flow: FlowSummary; onClose: () => void }) {
  const t = useTexts(flowsTexts);
  const toasts = useToasts();
  const [name, setName] = useState(flow.name);
  const rename = useApiMutation('renameFlow', ['flows', 'runs']);
  const submit = () =>
    rename.mutate(
      { params: { id: flow.id }, body: { name: name.trim() } },
      {
        onSuccess: () => {
          toasts.done(t('renamed', { name: name.trim() }));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('renameTitle', { name: flow.name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('nameLabel')}
            description={t('nameHelp')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemAlert error={rename.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={rename.isPending} disabled={name.trim() === ''}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
