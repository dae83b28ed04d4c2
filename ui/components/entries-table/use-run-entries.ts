import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import { endpoints } from '#schemas/api/index.ts';
import type { EntrySums, ReviewEntry } from '#schemas/api/runs.ts';
import { call } from '#ui/api/client.ts';
import { apiQuery } from '#ui/api/queries.ts';

/** The first page is what the screen holds and a little more; the others come while one looks at it. */
const FIRST_PAGE = 100;
const PAGE = 500;
/** More than this is fetched only when one scrolls there: a browser is no place for a hundred thousand entries. */
const MOST_AHEAD = 5_000;

/** Lists of the entries of a run, whatever their filter, begin with this key. */
export function runEntriesKey(run: string) {
  return ['runs', 'allRunEntries', run] as const;
}

export interface RunEntries {
  readonly items: readonly ReviewEntry[];
  /** How many there are, once the server said. */
  readonly total: number | null;
  readonly sums: EntrySums | undefined;
  readonly isPending: boolean;
  readonly isComplete: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  /** The end of what is loaded is in sight. */
  readonly fetchMore: () => void;
}

/**
 * The entries of a run that a filter leaves, page after page. Sums and filters are the server's, so that they are about
 * the whole list and not about what happens to be loaded.
 */
export function useRunEntries(run: string, filter: EntryFilter): RunEntries {
  const query = useInfiniteQuery({
    queryKey: [...runEntriesKey(run), filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const paging = { after: pageParam, limit: pageParam === undefined ? FIRST_PAGE : PAGE };
      return call(endpoints.listRunEntries, { params: { id: run }, query: { ...filter, ...paging } }, signal);
    },
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const sums = useQuery({
    ...apiQuery('sumRunEntries', { params: { id: run }, query: filter }),
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetching, isError, isPlaceholderData, fetchNextPage } = query;
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const canFetch = hasNextPage && !isFetching && !isError && !isPlaceholderData;
  const fetchMore = useCallback(() => {
    if (canFetch) void fetchNextPage();
  }, [canFetch, fetchNextPage]);
  useEffect(() => {
    if (items.length < MOST_AHEAD) fetchMore();
  }, [items.length, fetchMore]);

  return {
    items,
    total: pages?.[0]?.total ?? null,
    sums: sums.data,
    isPending: query.isPending,
    isComplete: query.isSuccess && !hasNextPage && !isPlaceholderData,
    error: query.error ?? sums.error,
    retry: () => void Promise.all([pages ? fetchNextPage() : query.refetch(), sums.isError ? sums.refetch() : null]),
    fetchMore,
  };
}
