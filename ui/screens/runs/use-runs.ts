import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import { isFinished, RUN_STATUSES } from '#schemas/outcome.ts';
import { call } from '#ui/api/client.ts';

const PAGE = 50;
/** While something on the list still moves. */
const REFRESH_MS = 3000;

/** Runs, newest first, page by page. Filters come from the address, so that a list can be linked to. */
export function useRuns(filters: { flow?: string; status?: string }) {
  const status = RUN_STATUSES.find((known) => known === filters.status);
  const { flow } = filters;
  return useInfiniteQuery({
    queryKey: ['runs', 'listRuns', { flow, status }],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listRuns, { query: { limit: PAGE, after: pageParam, flow, status } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((run) => !isFinished(run.status))) ? REFRESH_MS : false,
  });
}
