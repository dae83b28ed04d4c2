import { Alert, Button, Group, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconBuildingStore, IconCircleCheck, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Completeness } from '#schemas/api/controls.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CellTable } from './cell-table.tsx';
import type { ControlSearch } from './control-search.ts';
import { LiveTable } from './live-table.tsx';
import { controlTexts } from './texts.ts';

interface Props {
  readonly flow: string;
  readonly search: ControlSearch;
  readonly onChange: (search: ControlSearch) => void;
}

/** The figures of the chosen days, source beside books. */
export function Comparison({ flow, search, onChange }: Props) {
  const [isLive, setLive] = useState(false);
  const { from, to, way } = search;
  const query = { from, to, way, ...(isLive ? { live: 'true' as const } : {}) };
  const completeness = useQuery(apiQuery('getCompleteness', { params: { id: flow }, query }));
  if (completeness.isPending) return <PageSkeleton />;
  if (completeness.isError) return <ErrorState error={completeness.error} onRetry={completeness.refetch} />;
  const { data } = completeness;
  return (
    <Stack gap="md">
      <Head
        data={data}
        isLive={isLive}
        onAsk={() => setLive(true)}
        onWay={(chosen) => onChange({ ...search, way: chosen })}
      />
      {isLive && <Live data={data} />}
      <Figures data={data} isAll={search.all === true} />
    </Stack>
  );
}

interface HeadProps {
  readonly data: Completeness;
  readonly isLive: boolean;
  readonly onAsk: () => void;
  readonly onWay: (way: string) => void;
}

function Head({ data, isLive, onAsk, onWay }: HeadProps) {
  const t = useTexts(controlTexts);
  const format = useFormat();
  return (
    <Group justify="space-between" gap="sm">
      <Text fw={600}>
        {format.period(data.period)} · {t('documents', { count: data.documents })}
      </Text>
      <Group gap="sm">
        {data.ways.length > 1 && (
          <Select
            aria-label={t('way')}
            allowDeselect={false}
            data={data.ways.map(({ node, title }) => ({ value: node, label: title }))}
            value={data.way}
            onChange={(way) => way && onWay(way)}
          />
        )}
        <Tooltip label={data.canAsk ? t('askHelp') : t('cannotAsk')} multiline maw={320}>
          <Button
            variant="light"
            leftSection={<IconBuildingStore size={16} aria-hidden />}
            disabled={!data.canAsk || isLive}
            onClick={onAsk}
          >
            {t('ask')}
          </Button>
        </Tooltip>
      </Group>
    </Group>
  );
}

function Live({ data: { live, problem } }: { readonly data: Completeness }) {
  const t = useTexts(controlTexts);
  if (problem) {
    return (
      <Alert color="orange" variant="light">
        <MessageText message={problem} />
      </Alert>
    );
  }
  const differing = live.filter((row) => row.counted !== row.read || row.sourceTotal !== row.readTotal);
  if (differing.length === 0) {
    return (
      <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden />}>
        {t('liveAgrees')}
      </Alert>
    );
  }
  return <LiveTable rows={differing} />;
}

function Figures({ data, isAll }: { readonly data: Completeness; readonly isAll: boolean }) {
  const t = useTexts(controlTexts);
  if (data.documents === 0) return <EmptyState icon={IconScale} title={t('emptyTitle')} text={t('emptyText')} />;
  const shown = isAll ? data.cells : data.cells.filter(({ causes }) => causes.length > 0);
  if (shown.length === 0) {
    return <EmptyState icon={IconCircleCheck} title={t('allAgrees')} text={t('allAgreesText')} />;
  }
  return <CellTable cells={shown} />;
}
