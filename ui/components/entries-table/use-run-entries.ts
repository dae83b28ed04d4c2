import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { call } from '#ui/api/client.ts';

const PAGE = 500;

export function runEntriesKey(run: string) {
  return ['runs', 'allRunEntries', run] as const;
}

export interface RunEntries {
  readonly items: readonly ReviewEntry[];
  /** How many there are, once the server said. */
  readonly total: number | null;
  readonly isPending: boolean;
  readonly isComplete: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * All entries of a run, page after page in the background: the first page shows at once, the rest follows. Sums and
 * filters over a part would mislead, so `isComplete` says when the list is whole.
 */
export function useRunEntries(run: string, isEnabled = true): RunEntries {
  const query = useInfiniteQuery({
    queryKey: runEntriesKey(run),
    enabled: isEnabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listRunEntries, { params: { id: run }, query: { after: pageParam, limit: PAGE } }, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (!hasNextPage || isFetching || isError) return;
    void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);

  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return {
    items,
    total: pages?.[0]?.total ?? null,
    isPending: query.isPending && isEnabled,
    isComplete: query.isSuccess && !hasNextPage,
    error: query.error,
    retry: () => void (pages ? fetchNextPage() : query.refetch()),
  };
}
