import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { versionTexts } from './versions-texts.ts';

interface Props {
  readonly number: number;
  readonly onClose: () => void;
}

/** Publishes an earlier version again. What is on the canvas is saved first, so that the server knows of it. */
export function RollBackDialog({ number, onClose }: Props) {
  const t = useTexts(versionTexts);
  const toasts = useToasts();
  const { flow, draft } = useEditor();
  const [note, setNote] = useState(() => t('suggestedNote', { number }));
  const rollBack = useApiMutation('rollBackFlow', ['flows', 'holds']);
  const keepsDraft = flow.hasUnpublishedChanges;

  async function submit() {
    if (!(await draft.save())) return;
    rollBack.mutate(
      { params: { id: flow.id }, body: { number, current: flow.publishedVersion ?? 0, note: note.trim() } },
      {
        onSuccess: (answer) => {
          const hasFollowed = answer.draftRevision !== draft.revision();
          draft.adopt(answer, { document: hasFollowed });
          toasts.done(t('rolledBack', { of: number, number: answer.publishedVersion ?? number }));
          onClose();
        },
      },
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rollBackTitle', { number })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('rollBackText', { number })}</Text>
        {keepsDraft && (
          <Text size="sm" c="dimmed">
            {t('keepsDraft')}
          </Text>
        )}
        <Textarea
          label={t('rollBackNote')}
          description={t('rollBackNoteHelp')}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemAlert error={rollBack.error ?? (draft.state === 'failed' ? draft.error : null)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={rollBack.isPending} onClick={() => void submit()}>
            {t('rollBack')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
