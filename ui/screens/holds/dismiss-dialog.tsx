import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { HoldSelection } from '#schemas/api/holds.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { dismissTexts } from './texts.ts';

interface Props {
  readonly which: HoldSelection;
  readonly count: number;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

const SHORTEST_REASON = 3;

/** Asks why documents are left out. */
export function DismissDialog({ which, count, onClose, onDone }: Props) {
  const t = useTexts(dismissTexts);
  const toasts = useToasts();
  const [reason, setReason] = useState('');
  const dismiss = useApiMutation('dismissHolds', ['holds']);
  const isLongEnough = reason.trim().length >= SHORTEST_REASON;
  /** The list is read anew before this goes on, and may have taken the dialog's document, and the dialog, with it. */
  async function submit() {
    try {
      const answer = await dismiss.mutateAsync({ body: { which, reason: reason.trim() } });
      toasts.done(t('done', { count: answer.count }));
      onClose();
      onDone?.();
    } catch {
      // Shown from `dismiss.error`.
    }
  }
  return (
    <Modal opened onClose={onClose} title={t('title', { count })} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack>
        <Text size="sm">{t('text')}</Text>
        <Textarea
          label={t('reason')}
          description={t('reasonHelp')}
          required
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemAlert error={dismiss.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!isLongEnough} loading={dismiss.isPending} onClick={() => void submit()}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
