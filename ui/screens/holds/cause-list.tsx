import { Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '#ui/api/queries.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CauseCard } from './cause-card.tsx';
import { RetryFlow } from './retry-flow.tsx';
import { RetryProgress } from './retry-progress.tsx';
import { holdTexts } from './texts.ts';
import type { HoldFilter } from './use-holds.ts';

/** The causes, and above them the runs that try documents again: those of this visit, and those that go on anyway. */
export function CauseList({ filter }: { readonly filter: HoldFilter }) {
  const t = useTexts(holdTexts);
  const [started, setStarted] = useState<readonly string[]>([]);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const query = useQuery(apiQuery('listHoldCauses', { query: { flow: filter.flow, state: filter.state } }));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  const { items, documents } = query.data;
  const underWay = items.flatMap((cause) => cause.flows.flatMap(({ retryRun }) => retryRun ?? []));
  const runs = [...new Set([...started, ...underWay])].filter((run) => !hidden.includes(run));
  return (
    <Stack>
      <RetryProgress runs={runs} onHide={(run) => setHidden([...hidden, run])} />
      {items.length === 0 ? (
        <Nothing isDismissed={filter.state === 'dismissed'} />
      ) : (
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {t('documents', { count: documents })} · {t('causes', { count: items.length })}
          </Text>
          <RetryFlow causes={items} filter={filter} onStarted={(ids) => setStarted([...started, ...ids])} />
        </Group>
      )}
      {items.map((cause) => (
        <CauseCard key={cause.id} cause={cause} filter={filter} onStarted={(ids) => setStarted([...started, ...ids])} />
      ))}
    </Stack>
  );
}

function Nothing({ isDismissed }: { readonly isDismissed: boolean }) {
  const t = useTexts(holdTexts);
  return (
    <EmptyState
      icon={IconCircleCheck}
      title={t(isDismissed ? 'emptyDismissedTitle' : 'emptyTitle')}
      text={t(isDismissed ? 'emptyDismissedText' : 'emptyText')}
      action={isDismissed ? null : <ButtonLink to="/runs">{t('toRuns')}</ButtonLink>}
    />
  );
}
