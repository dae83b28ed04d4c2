import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLiveRun } from '#ui/api/run-events.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { CausesPanel } from './causes-panel.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { RunBanner } from './run-banner.tsx';
import { RunHeader } from './run-header.tsx';
import { RunTabs } from './run-tabs.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { useFreshLists } from './use-fresh-lists.ts';
import { ALL_DOCUMENTS, type DocumentFilter } from './use-run-documents.ts';

/** /runs/$id: how a run goes or went, document by document. */
export function RunScreen() {
  const { id } = useParams({ from: '/shell/runs/$id' });
  const query = useLiveRun(id);
  const [tab, setTab] = useState('documents');
  const [filter, setFilter] = useState<DocumentFilter>(ALL_DOCUMENTS);
  const run = query.data;
  useFreshLists(run);
  if (!run) {
    return query.isError ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : <PageSkeleton />;
  }
  function showDocuments(next: DocumentFilter) {
    setFilter(next);
    setTab('documents');
    document.getElementById('run-tabs')?.scrollIntoView({ block: 'nearest' });
  }
  return (
    <Stack gap="lg" p={{ base: 'md', sm: 'xl' }} maw={1480} mx="auto">
      <RunHeader run={run} />
      <RunBanner run={run} />
      <OutcomePanel counts={run.counts} onPick={(outcome) => showDocuments({ outcome, cause: null })} />
      <CausesPanel run={run} onPick={(cause) => showDocuments({ outcome: cause.outcome, cause })} />
      <StepsPanel run={run} />
      <RunTabs run={run} tab={tab} onTab={setTab} filter={filter} onFilter={setFilter} />
    </Stack>
  );
}
