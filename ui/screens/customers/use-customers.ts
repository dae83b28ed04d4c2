import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Customer } from '#schemas/api/customers.ts';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { type CustomerSearch, type CustomerView, filterOf, stateOf } from './customer-search.ts';

const PAGE = 50;

/** Customers of a view, the latest change first, page by page; the server filters. */
export function useCustomers(view: CustomerView, search: CustomerSearch) {
  const filter = { ...filterOf(search), state: stateOf(view) };
  const query = useInfiniteQuery({
    queryKey: ['customers', 'listCustomers', 'pages', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listCustomers, { query: { limit: PAGE, after: pageParam, ...filter } }, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, items, total: pages?.[0]?.total ?? null };
}

/** The same customer of a shop may be another one in other books. */
export function idOf({ connection, key }: Customer): string {
  return `${connection.id} ${key}`;
}

/** What the books have is theirs, and what is being created has to come to its end first. */
export function canDecide({ state }: Customer): boolean {
  return state !== 'linked' && state !== 'creating';
}

/** It may be several in the books. */
export function isAmbiguous({ problem }: Customer): boolean {
  return problem?.code === 'customer.ambiguous';
}

/** One that may be several in the books is not to be created: a person says which one it is. */
export function canCreate(customer: Customer): boolean {
  return canDecide(customer) && !isAmbiguous(customer);
}
