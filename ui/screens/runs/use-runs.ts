import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import { isFinished } from '#schemas/outcome.ts';
import { call } from '#ui/api/client.ts';
import type { RunSearch } from './run-search.ts';

const PAGE = 50;
/** While something on the list still moves. */
const REFRESH_MS = 3000;

/** Days are meant where the reader is: there the times of the list are shown too. */
function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Runs, newest first, page by page. Filters come from the address, so that a list can be linked to. */
export function useRuns(search: RunSearch) {
  const hasDays = search.from !== undefined || search.to !== undefined;
  const filter = { ...search, ...(hasDays ? { zone: readersZone() } : {}) };
  return useInfiniteQuery({
    queryKey: ['runs', 'listRuns', filter],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listRuns, { query: { limit: PAGE, after: pageParam, ...filter } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((run) => !isFinished(run.status))) ? REFRESH_MS : false,
  });
}
