import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { UncertainCard } from './uncertain-card.tsx';
import { uncertainTexts } from './uncertain-texts.ts';

const PAGE = 20;

/** What may have arrived: one card for each look into the target. */
export function UncertainList() {
  const t = useTexts(uncertainTexts);
  const query = useInfiniteQuery({
    queryKey: ['postings', 'listUncertain'],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listUncertain, { query: { limit: PAGE, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <EmptyState icon={IconCircleCheck} title={t('emptyTitle')} text={t('emptyText')} />;
  }
  return (
    <Stack>
      <Text maw={760}>{t('lead')}</Text>
      {items.map((uncertain) => (
        <UncertainCard key={uncertain.id} uncertain={uncertain} />
      ))}
      {query.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
