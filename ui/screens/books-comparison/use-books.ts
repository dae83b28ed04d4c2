import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BookedState } from '#schemas/api/books.ts';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';

const PAGE = 25;

/** Documents beside the books, page by page. */
export function useBookedDocuments(run: string, show: BookedState | null) {
  return useInfiniteQuery({
    queryKey: ['runs', 'listBooks', run, show],
    queryFn: ({ pageParam, signal }) => {
      const query = { show: show ?? undefined, limit: PAGE, after: pageParam };
      return call(endpoints.listBooks, { params: { id: run }, query }, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** How many stand how. A long run is counted in parts, one after the other; the sum so far is shown. */
export function useBookCounts(run: string) {
  const query = useInfiniteQuery({
    queryKey: ['runs', 'countBooks', run],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.countBooks, { params: { id: run }, query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const counts = new Map<BookedState, number>();
  for (const page of query.data?.pages ?? []) {
    for (const [state, count] of Object.entries(page.counts) as [BookedState, number][]) {
      counts.set(state, (counts.get(state) ?? 0) + count);
    }
  }
  const tellsGone = query.data?.pages[0]?.tellsGone ?? true;
  return { query, counts, tellsGone, isCounting: query.isPending || hasNextPage };
}
