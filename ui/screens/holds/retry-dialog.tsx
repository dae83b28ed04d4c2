import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoldFlow, HoldSelection } from '#schemas/api/holds.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { retryTexts } from './texts.ts';
import { useRetry } from './use-retry.ts';

type FlowOfRetry = Pick<HoldFlow, 'id' | 'publishedVersion'>;

interface Props {
  readonly which: HoldSelection;
  readonly flows: readonly FlowOfRetry[];
  readonly count: number;
  readonly onClose: () => void;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** Says what trying again does, and with which version. */
export function RetryDialog({ which, flows, count, onClose, onStarted }: Props) {
  const t = useTexts(retryTexts);
  const [version, setVersion] = useState<number | null>(null);
  const retry = useRetry((runs) => {
    onStarted(runs);
    onClose();
  });
  const [only, ...others] = flows;
  return (
    <Modal opened onClose={onClose} title={t('title', { count })} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack>
        <Text size="sm">{t('text')}</Text>
        {only && others.length === 0 ? (
          <VersionSelect flow={only} version={version} onChange={setVersion} />
        ) : (
          <Text size="sm">{t('several', { count: flows.length })}</Text>
        )}
        <Text size="sm" c="dimmed">
          {t('reviewNote')}
        </Text>
        <ProblemAlert error={retry.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={retry.isPending} onClick={() => retry.start(which, version)}>
            {t('start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface VersionProps {
  readonly flow: FlowOfRetry;
  /** Null for the published one. */
  readonly version: number | null;
  readonly onChange: (version: number | null) => void;
}

function VersionSelect({ flow, version, onChange }: VersionProps) {
  const t = useTexts(retryTexts);
  const versions = useQuery(apiQuery('getFlow', { params: { id: flow.id } })).data?.versions ?? [];
  const labelOf = (number: number, note: string) =>
    number === flow.publishedVersion ? t('published', { number }) : t('older', { number, note });
  const shown = version ?? flow.publishedVersion;
  return (
    <Select
      label={t('version')}
      description={t('versionHelp')}
      allowDeselect={false}
      data={versions.map(({ number, note }) => ({ value: String(number), label: labelOf(number, note) }))}
      value={shown === null ? null : String(shown)}
      onChange={(value) => onChange(versions.find(({ number }) => String(number) === value)?.number ?? null)}
    />
  );
}
