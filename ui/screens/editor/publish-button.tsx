import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRocket } from '@tabler/icons-react';
import { useState } from 'react';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { GuardedButton } from './guarded-button.tsx';
import { editorTexts } from './texts.ts';

/** Publishes the draft; while something stands in the way the button says what. */
export function PublishButton() {
  const t = useTexts(editorTexts);
  const { flow, draft } = useEditor();
  const [isOpen, dialog] = useDisclosure(false);
  const count = flow.problems.length;
  const isUnchanged = flow.publishedVersion !== null && !flow.hasUnpublishedChanges && draft.state === 'saved';
  const reason = count > 0 ? t('publishBlocked', { count }) : isUnchanged ? t('publishNothing') : null;
  return (
    <>
      <GuardedButton reason={reason} leftSection={<IconRocket size={16} aria-hidden />} onPress={dialog.open}>
        {t('publish')}
      </GuardedButton>
      {isOpen && <PublishDialog onClose={dialog.close} />}
    </>
  );
}

function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(editorTexts);
  const toasts = useToasts();
  const { flow, draft } = useEditor();
  const [note, setNote] = useState('');
  const publish = useApiMutation('publishFlow', ['holds']);

  async function submit() {
    if (!(await draft.save())) return;
    publish.mutate(
      { params: { id: flow.id }, body: { revision: draft.revision(), note: note.trim() } },
      {
        onSuccess: (answer) => {
          draft.adopt(answer);
          toasts.done(t('published', { number: answer.publishedVersion ?? 1 }));
          onClose();
        },
      },
    );
  }
  return (
    <Modal opened onClose={onClose} title={t('publishTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm">{t('publishText')}</Text>
        <Textarea
          label={t('publishNote')}
          description={t('publishNoteHelp')}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemAlert error={publish.error ?? (draft.state === 'failed' ? draft.error : null)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={publish.isPending || draft.state === 'saving'} onClick={() => void submit()}>
            {t('publish')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
