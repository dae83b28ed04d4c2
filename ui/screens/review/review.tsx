import './review.css';
import { Alert, Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ReviewSummary, Run } from '#schemas/api/runs.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { EntriesTable } from '#ui/components/entries-table/entries-table.tsx';
import { EntriesToolbar } from '#ui/components/entries-table/entries-toolbar.tsx';
import { LoadingBar, NoMatch } from '#ui/components/entries-table/run-entries.tsx';
import { useEntriesView } from '#ui/components/entries-table/use-entries-view.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ReviewFooter } from './review-footer.tsx';
import { reviewTexts } from './texts.ts';
import { TickMenu } from './tick-menu.tsx';
import { useTicks } from './use-ticks.ts';

interface Props {
  readonly run: Run;
  readonly summary: ReviewSummary;
}

/** The list of entries with their ticks, the sums of what is ticked, and the confirmation. */
export function Review({ run, summary }: Props) {
  const t = useTexts(reviewTexts);
  const canEdit = useCanEdit();
  const view = useEntriesView(run.id);
  const { loaded, filter, tools } = view;
  const isFiltered = Object.values(filter).some(Boolean);
  const { tick, isBusy } = useTicks(run.id);
  const tickShown = useCallback((ticked: boolean) => tick({ filter }, ticked), [tick, filter]);
  const isOpen = summary.status === 'open' && canEdit;

  return (
    <div className="review">
      <Stack gap="sm" className="review-top">
        <div>
          <Anchor size="sm" renderRoot={(props) => <Link to="/runs/$id" params={{ id: run.id }} {...props} />}>
            {t('back')}
          </Anchor>
          <Group gap="md" align="baseline">
            <Title order={1}>{t('title')}</Title>
            <Text c="dimmed">{t('lead', { flow: run.flow.name, number: run.version })}</Text>
          </Group>
          {summary.instructions && (
            <Text mt={4} maw={820} style={{ whiteSpace: 'pre-wrap' }}>
              {summary.instructions}
            </Text>
          )}
        </div>
        {summary.status === 'confirmed' && (
          <Alert color="teal" icon={<IconCircleCheck aria-hidden />} title={t('closedTitle')}>
            {t('closedText')}
          </Alert>
        )}
        <EntriesToolbar {...tools} hasTicks>
          {isOpen && <TickMenu filter={filter} count={isFiltered ? (loaded.sums?.entries ?? 0) : null} onTick={tick} />}
        </EntriesToolbar>
        <LoadingBar loaded={loaded} />
      </Stack>
      <div className="review-table">
        {loaded.isPending && <Skeleton h="100%" />}
        {loaded.error && loaded.items.length === 0 && <ErrorState error={loaded.error} onRetry={loaded.retry} />}
        {loaded.isComplete && loaded.items.length === 0 && !isFiltered && (
          <EmptyState icon={IconReceipt} title={t('emptyTitle')} text={t('emptyText')} />
        )}
        {isFiltered && <NoMatch loaded={loaded} />}
        {(loaded.items.length > 0 || isFiltered) && (
          <EntriesTable view={view} height="100%" {...(isOpen ? { onTick: tick, onTickShown: tickShown } : {})} />
        )}
      </div>
      <ReviewFooter run={run} summary={summary} isOpen={isOpen} isBusy={isBusy} />
    </div>
  );
}
