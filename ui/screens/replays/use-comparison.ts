import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import type { Show } from '#schemas/api/replays.ts';
import type { Comparison } from '#schemas/entry-diff.ts';
import { call } from '#ui/api/client.ts';

const PAGE = 25;
/** While the replay goes on. */
const REFRESH_MS = 3000;

/** Compared documents page by page. */
export function useComparedDocuments(id: string, show: Show, isOver: boolean) {
  return useInfiniteQuery({
    queryKey: ['runs', 'listComparison', id, show, isOver],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listComparison, { params: { id }, query: { show, limit: PAGE, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: isOver ? false : REFRESH_MS,
  });
}

/** How many documents came out how. A long run is counted in parts, one after the other; the sum so far is shown. */
export function useCounts(id: string, isOver: boolean) {
  const query = useInfiniteQuery({
    queryKey: ['runs', 'countComparison', id, isOver],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.countComparison, { params: { id }, query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: isOver ? false : REFRESH_MS,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const counts = new Map<Comparison, number>();
  for (const page of query.data?.pages ?? []) {
    for (const [name, count] of Object.entries(page.counts) as [Comparison, number][]) {
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  return { query, counts, isCounting: query.isPending || hasNextPage };
}
