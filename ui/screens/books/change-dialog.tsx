import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { parseDay } from '../schedules/parse-day.ts';
import { changeTexts, closedPeriodTexts } from './texts.ts';

export interface ChangedScope {
  /** Null for the whole workspace. */
  readonly flow: string | null;
  readonly name: string;
  readonly closedUntil: string | null;
}

interface Props {
  readonly scope: ChangedScope;
  readonly onClose: () => void;
}

const SHORTEST_REASON = 3;

/** Asks until which day the books are closed, and why when days are opened again. */
export function ChangeDialog({ scope, onClose }: Props) {
  const t = useTexts(changeTexts);
  const screen = useTexts(closedPeriodTexts);
  const toasts = useToasts();
  const [day, setDay] = useState<string | null>(scope.closedUntil);
  const [reason, setReason] = useState('');
  const set = useApiMutation('setClosedPeriod', ['closed-periods', 'flows']);
  const { flow, closedUntil: before } = scope;
  const opens = before !== null && (day === null || day < before);
  const isReady = day !== before && (!opens || reason.trim().length >= SHORTEST_REASON);
  function submit() {
    set.mutate(
      { body: { flow, closedUntil: day, before, reason: reason.trim() } },
      {
        onSuccess: () => {
          toasts.done(t('done'));
          onClose();
        },
      },
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={screen('changeOf', { scope: scope.name })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Stack>
        <DateInput
          label={t('day')}
          description={t('dayHelp')}
          valueFormat="DD/MM/YYYY"
          dateParser={parseDay}
          placeholder={t('dayShape')}
          clearable
          data-autofocus
          value={day}
          onChange={setDay}
        />
        {opens && (
          <Alert color="orange" variant="light">
            {t('opens')}
          </Alert>
        )}
        <Textarea
          label={t('reason')}
          description={t('reasonHelp')}
          required={opens}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemAlert error={set.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!isReady} loading={set.isPending} onClick={submit}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
