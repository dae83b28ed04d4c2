import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { versionTexts } from './versions-texts.ts';

/** How the draft stands against what is published: see it, take it along, or give it up. */
export function DraftRow({ onDiscarded }: { readonly onDiscarded: () => void }) {
  const t = useTexts(versionTexts);
  const navigate = useNavigate();
  const { flow, draft, canEdit } = useEditor();
  const [isAsking, ask] = useDisclosure(false);
  const { publishedVersion, hasUnpublishedChanges } = flow;
  const isChanged = hasUnpublishedChanges || draft.state !== 'saved';
  /** What the server compares and exports is what is saved. */
  const saved = (then: () => void) => async () => {
    if (!canEdit || (await draft.save())) then();
  };
  const compare = saved(() => {
    const search = { before: publishedVersion ?? 'draft', after: 'draft' } as const;
    void navigate({ to: '/flows/$id/compare', params: { id: flow.id }, search });
  });
  return (
    <Paper withBorder p="sm" mb="sm">
      <Text fw={600}>{t('draft')}</Text>
      {publishedVersion !== null && (
        <Text size="sm" c="dimmed" mb="xs">
          {t(isChanged ? 'draftChanged' : 'draftSame')}
        </Text>
      )}
      <Group gap="xs">
        {publishedVersion !== null && isChanged && (
          <Button size="xs" variant="light" onClick={() => void compare()}>
            {t('seeChanges')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() => void saved(() => window.location.assign(`/api/flows/${flow.id}/export`))()}
        >
          {t('exportDraft')}
        </Button>
        {canEdit && publishedVersion !== null && isChanged && (
          <Button size="xs" variant="subtle" color="red" onClick={ask.open}>
            {t('discard')}
          </Button>
        )}
      </Group>
      {isAsking && publishedVersion !== null && (
        <DiscardDialog number={publishedVersion} onClose={ask.close} onDiscarded={onDiscarded} />
      )}
    </Paper>
  );
}

interface DialogProps {
  readonly number: number;
  readonly onClose: () => void;
  readonly onDiscarded: () => void;
}

function DiscardDialog({ number, onClose, onDiscarded }: DialogProps) {
  const t = useTexts(versionTexts);
  const toasts = useToasts();
  const { flow, draft } = useEditor();
  const discard = useApiMutation('discardDraft', []);
  async function submit() {
    if (!(await draft.save())) return;
    discard.mutate(
      { params: { id: flow.id }, body: { revision: draft.revision() } },
      {
        onSuccess: (answer) => {
          draft.adopt(answer, { document: true });
          toasts.done(t('discarded', { number }));
          onDiscarded();
        },
      },
    );
  }
  return (
    <Modal opened onClose={onClose} title={t('discardTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm">{t('discardText', { number })}</Text>
        <ProblemAlert error={discard.error ?? (draft.state === 'failed' ? draft.error : null)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={discard.isPending} onClick={() => void submit()}>
            {t('discard')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
