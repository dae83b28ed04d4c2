import { Button, Group, Modal, Stack, Text } from '@mantine/core';
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

/** Nothing is deleted, so a click is enough; the server refuses while a published flow needs the tables. */
export function ArchiveDialog({ mapping: { id, name }, onClose }: Props) {
  const t = useTexts(listTexts);
  const toasts = useToasts();
  const archive = useApiMutation('archiveMapping', ['mappings']);
  const go = () =>
    archive.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          toasts.done(t('archiveDone', { name }));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('archiveTitle')}>
      <Stack>
        <Text size="sm">{t('archiveText', { name })}</Text>
        <ProblemAlert error={archive.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button loading={archive.isPending} onClick={go}>
            {t('archive')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
