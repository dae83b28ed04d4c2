import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RunFilters } from './run-filters.tsx';
import { type RunSearch, readRunSearch } from './run-search.ts';
import { RunTable } from './run-table.tsx';
import { runsTexts } from './texts.ts';
import { useRuns } from './use-runs.ts';

const route = getRouteApi('/shell/runs');

export function RunsScreen() {
  const t = useTexts(runsTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: RunSearch) => navigate({ search: next, replace: true });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        <RunFilters search={search} onChange={(part) => go(readRunSearch({ ...search, ...part }))} />
        <RunList search={search} onClear={() => go({})} />
      </Stack>
    </Page>
  );
}

interface RunListProps {
  search: RunSearch;
  onClear: () => void;
}

function RunList({ search, onClear }: RunListProps) {
  const t = useTexts(runsTexts);
  const format = useFormat();
  const runs = useRuns(search);
  if (runs.isPending) return <PageSkeleton />;
  if (runs.isError) return <ErrorState error={runs.error} onRetry={runs.refetch} />;
  const items = runs.data.pages.flatMap((page) => page.items);
  const total = runs.data.pages[0]?.total ?? null;
  if (items.length === 0 && Object.keys(search).length > 0) {
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
      {runs.data.pages[0]?.isCut && (
        <Alert color="blue" icon={<IconSearch aria-hidden />} role="status">
          {t('cut')}
        </Alert>
      )}
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
