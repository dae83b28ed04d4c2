import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { FlowTable } from './flow-table.tsx';
import { NewFlowMenu } from './new-flow-menu.tsx';
import { flowsTexts } from './texts.ts';
import { Welcome } from './welcome.tsx';

/** Runs finish by themselves: the list looks again while it is open. */
const REFRESH_MS = 10_000;

export function FlowsScreen() {
  const t = useTexts(flowsTexts);
  const canEdit = useCanEdit();
  const [query, setQuery] = useState('');
  const flows = useQuery({ ...apiQuery('listFlows', {}), refetchInterval: REFRESH_MS });
  if (flows.isPending) return <PageSkeleton />;
  if (flows.isError) return <ErrorState error={flows.error} onRetry={flows.refetch} />;
  const all = flows.data.items;
  const shown = all.filter((flow) => flow.name.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <Page title={t('title')} lead={t('lead')} actions={canEdit && <NewFlowMenu isPrimary={all.length > 0} />}>
      {all.length === 0 && <Welcome />}
      {all.length > 5 && (
        <TextInput
          type="search"
          mb="md"
          maw={360}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {shown.length > 0 && <FlowTable flows={shown} />}
      {all.length > 0 && shown.length === 0 && <Text c="dimmed">{t('noMatch', { query })}</Text>}
    </Page>
  );
}
