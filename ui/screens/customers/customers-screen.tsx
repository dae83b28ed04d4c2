import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CustomerFilters } from './customer-filters.tsx';
import { CustomerList } from './customer-list.tsx';
import { type CustomerSearch, filterOf, readCustomerSearch } from './customer-search.ts';
import { NobodyYet } from './no-customers.tsx';
import { countOf, StateTabs } from './state-tabs.tsx';
import { customerTexts } from './texts.ts';

const route = getRouteApi('/shell/customers');

/** /customers: who the customers of the sources are in the books, and which of them wait for a decision. */
export function CustomersScreen() {
  const t = useTexts(customerTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [runs, setRuns] = useState<readonly string[]>([]);
  const counting = useQuery({
    ...apiQuery('listCustomers', { query: { limit: 1, ...filterOf(search) } }),
    placeholderData: keepPreviousData,
  });
  const go = (next: CustomerSearch) => void navigate({ search: next, replace: true });
  const change = (part: Partial<Record<keyof CustomerSearch, string | undefined>>) =>
    go(readCustomerSearch({ ...search, ...part }));
  const counts = counting.data?.counts ?? {};
  const view = search.view ?? (countOf(counts, 'asked') > 0 ? 'asked' : 'all');
  const hasNone = countOf(counts, 'all') === 0 && Object.keys(search).length === 0;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        {!hasNone && <CustomerFilters search={search} onChange={change} />}
        {counting.isPending && <PageSkeleton />}
        {counting.isError && <ErrorState error={counting.error} onRetry={counting.refetch} />}
        {counting.isSuccess && hasNone && <NobodyYet />}
        {counting.isSuccess && !hasNone && (
          <StateTabs view={view} counts={counts} onView={(next) => change({ view: next })}>
            <CustomerList key={view} view={view} search={search} runs={runs} onRuns={setRuns} onGo={go} />
          </StateTabs>
        )}
      </Stack>
    </Page>
  );
}
