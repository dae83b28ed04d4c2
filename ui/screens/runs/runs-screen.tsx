import { Button, Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RunFilters } from './run-filters.tsx';
import { RunTable } from './run-table.tsx';
import { runsTexts } from './texts.ts';
import { useRuns } from './use-runs.ts';

const route = getRouteApi('/shell/runs');

export function RunsScreen() {
  const t = useTexts(runsTexts);
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const isFiltered = Boolean(filters.flow ?? filters.status);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        <RunFilters filters={filters} onChange={(search) => navigate({ search, replace: true })} />
        <RunList filters={filters} isFiltered={isFiltered} onClear={() => navigate({ search: {}, replace: true })} />
      </Stack>
    </Page>
  );
}

interface RunListProps {
  filters: Parameters<typeof useRuns>[0];
  isFiltered: boolean;
  onClear: () => void;
}

function RunList({ filters, isFiltered, onClear }: RunListProps) {
  const t = useTexts(runsTexts);
  const format = useFormat();
  const runs = useRuns(filters);
  if (runs.isPending) return <PageSkeleton />;
  if (runs.isError) return <ErrorState error={runs.error} onRetry={runs.refetch} />;
  const items = runs.data.pages.flatMap((page) => page.items);
  const total = runs.data.pages[0]?.total ?? null;
  if (items.length === 0 && isFiltered) {
    return (
      <Group>
        <Text c="dimmed">{t('noMatch')}</Text>
        <Button variant="subtle" size="xs" onClick={onClear}>
          {t('clear')}
        </Button>
      </Group>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState
        icon={IconHistory}
        title={t('emptyTitle')}
        text={t('emptyText')}
        action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
      />
    );
  }
  return (
    <>
      <RunTable runs={items} />
      <Group justify="center">
        {total !== null && (
          <Text size="sm" c="dimmed">
            {t('shown', { shown: format.count(items.length), total: format.count(total) })}
          </Text>
        )}
        {runs.hasNextPage && (
          <Button variant="default" loading={runs.isFetchingNextPage} onClick={() => runs.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </Group>
    </>
  );
}
