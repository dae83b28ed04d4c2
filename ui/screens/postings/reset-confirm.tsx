import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ResetPreview, ResetScope } from '#schemas/api/postings.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { isSameName } from '#ui/components/is-same-name.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ResetFigures } from './reset-figures.tsx';
import { resetTexts } from './reset-texts.ts';

const SHORTEST_REASON = 5;

interface Props {
  readonly scope: ResetScope;
  readonly preview: ResetPreview;
  readonly onBack: () => void;
  /** Reads the consequences again: they have changed. */
  readonly onRenew: () => void;
  readonly onDone: () => void;
}

/** The consequences, and what confirms them: a reason and the flow's name. */
export function ResetConfirm({ scope, preview, onBack, onRenew, onDone }: Props) {
  const t = useTexts(resetTexts);
  const toasts = useToasts();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const reset = useApiMutation('resetPostings', ['postings']);
  const { flow, count, token } = preview;
  const isReady = reason.trim().length >= SHORTEST_REASON && isSameName(typed, flow.name);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    reset.mutate(
      { body: { scope, token, reason: reason.trim() } },
      {
        onSuccess: (done) => {
          toasts.done(t('done', { count: done.count }));
          onDone();
        },
        onError: (error) => {
          if (error instanceof ApiProblem && error.detail.code === 'postings.reset_changed') onRenew();
        },
      },
    );
  };
  if (count === 0) {
    return (
      <Stack>
        <Text>{t('nothing')}</Text>
        <ResetFigures preview={preview} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600}>{t('affected', { count, flow: flow.name })}</Text>
        <ResetFigures preview={preview} />
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('warningTitle')}>
          {t('warning')}
        </Alert>
        <Textarea
          label={t('reason')}
          description={t('reasonHelp')}
          required
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label={t('typeName', { name: flow.name })}
          description={t('typeNameHelp')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemAlert error={reset.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
          <Button type="submit" color="red" disabled={!isReady} loading={reset.isPending}>
            {t('confirm', { count })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
