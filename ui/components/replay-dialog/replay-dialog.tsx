import { Button, Group, Modal, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { VersionInfo } from '#schemas/api/flows.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import { apiQuery, useApiMutation } from '#ui/api/queries.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ErrorState } from '../error-state.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { replayDialogTexts } from './texts.ts';

interface Props {
  readonly run: RunSummary;
  readonly onClose: () => void;
}

/** Asks for the version, starts the replay and opens the comparison. */
export function ReplayDialog({ run, onClose }: Props) {
  const t = useTexts(replayDialogTexts);
  const navigate = useNavigate();
  const flow = useQuery(apiQuery('getFlow', { params: { id: run.flow.id } }));
  const [chosen, setChosen] = useState<string | null>(null);
  const replay = useApiMutation('replayRun', ['runs']);
  const published = flow.data?.publishedVersion ?? run.version;
  const version = chosen ?? String(published);
  const labelOf = ({ number, note }: VersionInfo) => {
    const key = number === run.version ? 'ofRun' : number === published ? 'inUse' : 'option';
    return note ? `${t(key, { number })} · ${note.slice(0, 60)}` : t(key, { number });
  };
  const submit = () =>
    replay.mutate(
      { params: { id: run.id }, body: { version: Number.parseInt(version, 10) } },
      { onSuccess: ({ id }) => navigate({ to: '/runs/$id/comparison', params: { id } }) },
    );
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm">{t('text')}</Text>
        {flow.isPending && <Skeleton h={72} />}
        {flow.isError && <ErrorState error={flow.error} onRetry={() => flow.refetch()} />}
        {flow.data && (
          <Select
            label={t('version')}
            description={t('versionHelp')}
            allowDeselect={false}
            data={flow.data.versions.map((info) => ({ value: String(info.number), label: labelOf(info) }))}
            value={version}
            onChange={setChosen}
          />
        )}
        <ProblemAlert error={replay.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!flow.data} loading={replay.isPending} onClick={submit}>
            {t('start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
