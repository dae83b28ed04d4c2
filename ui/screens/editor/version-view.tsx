import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery, useApiMutation } from '#ui/api/queries.ts';
import { FlowPicture } from '#ui/canvas/flow-picture.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { versionTexts } from './versions-texts.ts';

interface Props {
  readonly number: number;
  readonly onBack: () => void;
  readonly onRestored: () => void;
}

/** One version, read only, with the ways to compare it and to put it back into the draft. */
export function VersionView({ number, onBack, onRestored }: Props) {
  const t = useTexts(versionTexts);
  const format = useFormat();
  const { flow, canEdit } = useEditor();
  const version = useQuery(apiQuery('getVersion', { params: { id: flow.id, number } }));
  if (version.isError) return <ErrorState error={version.error} onRetry={() => version.refetch()} />;
  if (!version.data) return <Skeleton h={320} />;
  const { info, definition } = version.data;
  return (
    <Stack>
      <Group justify="space-between">
        <Button variant="subtle" size="xs" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={onBack}>
          {t('title')}
        </Button>
        <Group gap="xs">
          <ButtonLink
            to="/flows/$id/compare"
            params={{ id: flow.id }}
            search={{ before: number, after: 'draft' }}
            variant="default"
            size="xs"
          >
            {t('compareDraft')}
          </ButtonLink>
          {canEdit && <RestoreButton number={number} onRestored={onRestored} />}
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {info.note || t('noNote')} · {format.instant(info.publishedAt)}
        {info.publishedBy && ` ${t('by', { name: info.publishedBy })}`}
      </Text>
      <FlowPicture definition={definition} height="420px" />
    </Stack>
  );
}

function RestoreButton({ number, onRestored }: { readonly number: number; readonly onRestored: () => void }) {
  const t = useTexts(versionTexts);
  const toasts = useToasts();
  const { flow, draft } = useEditor();
  const [isAsking, ask] = useDisclosure(false);
  const restore = useApiMutation('restoreVersion', []);
  async function submit() {
    if (!(await draft.save())) return;
    restore.mutate(
      { params: { id: flow.id }, body: { number, revision: draft.revision() } },
      {
        onSuccess: (answer) => {
          draft.adopt(answer, { document: true });
          toasts.done(t('restored', { number }));
          onRestored();
        },
        onError: (error) => toasts.failed(t('restoreFailed'), error),
      },
    );
  }
  return (
    <>
      <Button size="xs" onClick={ask.open}>
        {t('restore')}
      </Button>
      <Modal opened={isAsking} onClose={ask.close} title={t('restoreTitle', { number })}>
        <Stack>
          <Text size="sm">{t('restoreText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              {t('cancel')}
            </Button>
            <Button loading={restore.isPending} onClick={() => void submit()}>
              {t('restore')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
