import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Show } from '#schemas/api/replays.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { AccountTotals } from './account-totals.tsx';
import { ComparedDocuments } from './compared-documents.tsx';
import { CountCards } from './count-cards.tsx';
import { RunPair } from './run-pair.tsx';
import { replayTexts } from './texts.ts';

const route = getRouteApi('/shell/runs/$id/comparison');
const REFRESH_MS = 2000;

/** /runs/$id/comparison: a replay beside the run that it repeats. */
export function ReplayScreen() {
  const t = useTexts(replayTexts);
  const { id } = route.useParams();
  const [show, setShow] = useState<Show>('differences');
  const replay = useQuery({
    ...apiQuery('getReplay', { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.isOver === false ? REFRESH_MS : false),
  });
  if (replay.isError) return <ErrorState error={replay.error} onRetry={() => replay.refetch()} />;
  if (!replay.data) return <PageSkeleton />;
  const { before, after, isOver, accounts } = replay.data;
  const isBroken = after.status === 'failed' || after.status === 'cancelled';
  return (
    <Page
      title={t('title', { flow: after.flow.name })}
      lead={t('lead')}
      actions={
        before.version !== after.version && (
          <ButtonLink
            to="/flows/$id/compare"
            params={{ id: after.flow.id }}
            search={{ before: before.version, after: after.version }}
            variant="default"
          >
            {t('compareVersions')}
          </ButtonLink>
        )
      }
    >
      <Stack gap="lg">
        <RunPair before={before} after={after} />
        {!isOver && (
          <Alert color="petrol" role="status">
            {t('goesOn')}
          </Alert>
        )}
        {isBroken && <Alert color="yellow">{t('replayFailed')}</Alert>}
        <CountCards id={id} isOver={isOver} show={show} onShow={setShow} />
        <AccountTotals accounts={accounts} />
        <ComparedDocuments id={id} isOver={isOver} show={show} />
      </Stack>
    </Page>
  );
}
