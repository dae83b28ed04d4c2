import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import type { Cause } from '#schemas/api/runs.ts';
import type { Outcome } from '#schemas/outcome.ts';
import { call } from '#ui/api/client.ts';

/** Which documents the table shows: all, those of one outcome, or those of one cause. */
export interface DocumentFilter {
  readonly outcome: Outcome | null;
  readonly cause: Cause | null;
}
export const ALL_DOCUMENTS: DocumentFilter = { outcome: null, cause: null };

const PAGE = 100;

/** Documents of a run, page by page; the server filters. */
export function useRunDocuments(run: string, filter: DocumentFilter, search: string) {
  const outcome = filter.outcome ?? undefined;
  const cause = filter.cause?.id;
  const query = useInfiniteQuery({
    queryKey: ['runs', 'runDocuments', run, outcome, cause, search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoints.listRunDocuments,
        { params: { id: run }, query: { after: pageParam, limit: PAGE, outcome, cause, search: search || undefined } },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, items, total: pages?.[0]?.total ?? null };
}
