import './review.css';
import { Alert, Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReviewSummary, Run } from '#schemas/api/runs.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { EntriesFilters } from '#ui/components/entries-table/entries-filters.tsx';
import { EntriesTable } from '#ui/components/entries-table/entries-table.tsx';
import { filterEntries, NO_FILTER } from '#ui/components/entries-table/entry-rows.ts';
import { LoadingBar } from '#ui/components/entries-table/run-entries.tsx';
import { useRunEntries } from '#ui/components/entries-table/use-run-entries.ts';
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
  const loaded = useRunEntries(run.id);
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = useMemo(() => filterEntries(loaded.items, filter), [loaded.items, filter]);
  const { tick, isBusy } = useTicks(run.id);
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
        <EntriesFilters entries={loaded.items} filter={filter} onChange={setFilter}>
          {isOpen && (
            <TickMenu
              shown={shown}
              isFiltered={shown.length !== loaded.items.length}
              isComplete={loaded.isComplete}
              onTick={tick}
            />
          )}
        </EntriesFilters>
        <LoadingBar loaded={loaded} />
      </Stack>
      <div className="review-table">
        {loaded.isPending && <Skeleton h="100%" />}
        {loaded.error && loaded.items.length === 0 && <ErrorState error={loaded.error} onRetry={loaded.retry} />}
        {loaded.isComplete && loaded.items.length === 0 && (
          <EmptyState icon={IconReceipt} title={t('emptyTitle')} text={t('emptyText')} />
        )}
        {loaded.items.length > 0 && shown.length === 0 && <Text c="dimmed">{t('noMatch')}</Text>}
        {shown.length > 0 && (
          <EntriesTable entries={shown} run={run.id} height="100%" {...(isOpen ? { onTick: tick } : {})} />
        )}
      </div>
      <ReviewFooter run={run} summary={summary} isOpen={isOpen} isBusy={isBusy} />
    </div>
  );
}
