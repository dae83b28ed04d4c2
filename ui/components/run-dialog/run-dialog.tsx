import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { dayIn } from '#schemas/period.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useIsOwner } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { type BookAgain, IncludePosted, isReasoned, NOT_AGAIN } from './include-posted.tsx';
import { type ChosenPeriod, PeriodField } from './period-field.tsx';
import { periodOf } from './periods.ts';
import { runDialogTexts } from './texts.ts';

interface RunDialogProps {
  flow: { readonly id: string; readonly name: string };
  /** Time zone of the flow, where known. */
  zone?: string;
  initialMode?: 'live' | 'dry';
  onClose: () => void;
}

/** Asks for period and kind, starts the published version and opens the run. */
export function RunDialog({ flow, zone = 'Europe/Brussels', initialMode = 'dry', onClose }: RunDialogProps) {
  const t = useTexts(runDialogTexts);
  const modeLabel = useId();
  const navigate = useNavigate();
  const [mode, setMode] = useState(initialMode);
  const [period, setPeriod] = useState<ChosenPeriod>(() => periodOf('this-month', dayIn(zone, new Date())));
  const isOwner = useIsOwner();
  const [again, setAgain] = useState<BookAgain>(NOT_AGAIN);
  const start = useApiMutation('startRun', ['runs', 'flows']);
  const isReady = period !== undefined && isReasoned(again);

  const submit = () => {
    if (period === undefined || !isReady) return;
    start.mutate(
      { params: { id: flow.id }, body: { mode, period, ...again } },
      { onSuccess: (run) => navigate({ to: '/runs/$id', params: { id: run.id } }) },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('title', { name: flow.name })} size="md">
      <Stack gap="lg">
        <PeriodField zone={zone} initial="this-month" value={period} onChange={setPeriod} />
        <Stack gap={6}>
          <Text size="sm" fw={500} id={modeLabel}>
            {t('mode')}
          </Text>
          <SegmentedControl
            aria-labelledby={modeLabel}
            fullWidth
            value={mode}
            onChange={(next) => setMode(next === 'live' ? 'live' : 'dry')}
            data={[
              { value: 'dry', label: t('dry') },
              { value: 'live', label: t('live') },
            ]}
          />
          <Text size="xs" c="dimmed">
            {t(mode === 'dry' ? 'dryHelp' : 'liveHelp')}
          </Text>
        </Stack>
        {isOwner && <IncludePosted flow={flow.id} period={period} value={again} onChange={setAgain} />}
        <ProblemAlert error={start.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!isReady} loading={start.isPending} onClick={submit}>
            {t(mode === 'dry' ? 'startDry' : 'startLive')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
