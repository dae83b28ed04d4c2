import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { FiguresPanel } from './figures-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { RetentionPanel } from './retention-panel.tsx';
import { StoragePanel } from './storage-panel.tsx';
import { healthTexts } from './texts.ts';

const EVERY_MS = 15_000;

/** /system: whether everything works, what waits and how much room there is; read again while it is looked at. */
export function HealthScreen() {
  const t = useTexts(healthTexts);
  const query = useQuery({ ...apiQuery('getSystemHealth', {}), refetchInterval: EVERY_MS });
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) return <ErrorState error={query.error} onRetry={query.refetch} />;
  const health = query.data;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack gap="lg">
        {query.isError && <ErrorState error={query.error} onRetry={query.refetch} />}
        <FindingsPanel findings={health.findings} />
        <FiguresPanel health={health} />
        <StoragePanel storage={health.storage} retention={health.retention} />
        <RetentionPanel retention={health.retention} pruning={health.pruning} />
      </Stack>
    </Page>
  );
}
