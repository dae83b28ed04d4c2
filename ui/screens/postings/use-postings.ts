import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { filterOf, type PostingSearch } from './posting-search.ts';

const PAGE = 50;

/** Postings by booking day, newest first, page by page; the server filters. */
export function usePostings(search: PostingSearch) {
  const filter = filterOf(search);
  return useInfiniteQuery({
    queryKey: ['postings', 'listPostings', filter],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listPostings, { query: { limit: PAGE, after: pageParam, ...filter } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
