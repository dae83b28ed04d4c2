import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import type { RunDocument } from '#schemas/api/runs.ts';
import type { Message } from '#schemas/messages.ts';
import type { Outcome } from '#schemas/outcome.ts';
import { call } from '#ui/api/client.ts';

/** Which documents the table shows: all, those of one outcome, or those of one cause. */
export interface DocumentFilter {
  readonly outcome: Outcome | null;
  readonly cause: Message | null;
}
export const ALL_DOCUMENTS: DocumentFilter = { outcome: null, cause: null };

const PAGE = 100;

function hasCause(document: RunDocument, cause: Message): boolean {
  return document.reason?.code === cause.code;
}

/**
 * Documents of a run, page by page. The server filters by outcome and text; those of one cause are picked here, so all
 * pages of that outcome are read then.
 */
export function useRunDocuments(run: string, filter: DocumentFilter, search: string) {
  const { outcome, cause } = filter;
  const query = useInfiniteQuery({
    queryKey: ['runs', 'runDocuments', run, outcome, search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoints.listRunDocuments,
        {
          params: { id: run },
          query: {
            after: pageParam,
            limit: cause ? 500 : PAGE,
            outcome: outcome ?? undefined,
            search: search || undefined,
          },
        },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (cause && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [cause, hasNextPage, isFetching, isError, fetchNextPage]);

  const pages = query.data?.pages;
  const items = useMemo(() => {
    const all = pages?.flatMap((page) => page.items) ?? [];
    return cause ? all.filter((document) => hasCause(document, cause)) : all;
  }, [pages, cause]);
  return { ...query, items, total: cause ? items.length : (pages?.[0]?.total ?? null) };
}
