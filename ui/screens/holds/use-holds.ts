import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';

/** What the address of the screen says: which flow, and whether what waits or what was left out. */
export interface HoldFilter {
  readonly flow?: string;
  readonly state?: 'dismissed';
}

const PAGE = 50;

/** Documents of one cause, page by page; the server filters. */
export function useHolds(cause: string, { flow, state }: HoldFilter, search: string) {
  const query = useInfiniteQuery({
    queryKey: ['holds', 'listHolds', { cause, flow, state, search }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoints.listHolds,
        { query: { after: pageParam, limit: PAGE, cause, flow, state, search: search || undefined } },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, items, total: pages?.[0]?.total ?? null };
}
