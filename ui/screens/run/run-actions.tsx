import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import type { Run } from '#schemas/api/runs.ts';
import { isFinished } from '#schemas/outcome.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { ReplayButton } from '#ui/components/replay-dialog/replay-button.tsx';
import { RunDialog } from '#ui/components/run-dialog/run-dialog.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runTexts } from './texts.ts';

/** Stop while it goes on, resume after a failure, start again once it is over. */
export function RunActions({ run }: { readonly run: Run }) {
  const t = useTexts(runTexts);
  const toasts = useToasts();
  const canEdit = useCanEdit();
  const [isStarting, start] = useDisclosure(false);
  const resume = useApiMutation('resumeRun', ['runs']);
  if (!canEdit) return null;
  if (!isFinished(run.status)) return <CancelButton run={run} />;
  return (
    <Group gap="xs">
      {run.status === 'failed' && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={resume.isPending}
          onClick={() =>
            resume.mutate(
              { params: { id: run.id } },
              {
                onSuccess: () => toasts.done(t('resumed')),
                onError: (error) => toasts.failed(t('resumeFailed'), error),
              },
            )
          }
        >
          {t('resume')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={start.open}>
        {t('again')}
      </Button>
      <ReplayButton run={run} />
      {isStarting && <RunDialog flow={run.flow} initialMode={run.mode} onClose={start.close} />}
    </Group>
  );
}

function CancelButton({ run }: { readonly run: Run }) {
  const t = useTexts(runTexts);
  const toasts = useToasts();
  const [isAsking, ask] = useDisclosure(false);
  const cancel = useApiMutation('cancelRun', ['runs']);
  const submit = () =>
    cancel.mutate(
      { params: { id: run.id } },
      {
        onSuccess: () => {
          toasts.done(t('cancelled'));
          ask.close();
        },
        onError: (error) => toasts.failed(t('cancelFailed'), error),
      },
    );
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={ask.open}>
        {t('cancelRun')}
      </Button>
      <Modal opened={isAsking} onClose={ask.close} title={t('cancelTitle')}>
        <Stack>
          <Text size="sm">{t('cancelText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              {t('goOn')}
            </Button>
            <Button color="red" loading={cancel.isPending} onClick={submit}>
              {t('cancelRun')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
