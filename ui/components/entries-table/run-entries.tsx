import { Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { EntriesFilters } from './entries-filters.tsx';
import { EntriesTable } from './entries-table.tsx';
import { filterEntries, NO_FILTER, totalsOf } from './entry-rows.ts';
import { entriesTexts } from './texts.ts';
import { type RunEntries as Loaded, useRunEntries } from './use-run-entries.ts';

/** The entries of a run for reading: loads them all, filters, shows sums and explains each line. */
export function RunEntries({ run, height }: { readonly run: string; readonly height?: string }) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  const loaded = useRunEntries(run);
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = useMemo(() => filterEntries(loaded.items, filter), [loaded.items, filter]);
  const totals = useMemo(() => totalsOf(shown), [shown]);

  if (loaded.isPending) return <Skeleton height={height ?? '40vh'} />;
  if (loaded.error && loaded.items.length === 0) return <ErrorState error={loaded.error} onRetry={loaded.retry} />;
  if (loaded.items.length === 0) return <EmptyState icon={IconReceipt} title={t('emptyTitle')} text={t('emptyText')} />;
  return (
    <Stack gap="sm">
      <EntriesFilters entries={loaded.items} filter={filter} onChange={setFilter} />
      <LoadingBar loaded={loaded} />
      {shown.length === 0 ? (
        <Text c="dimmed">{t('noMatch')}</Text>
      ) : (
        <EntriesTable entries={shown} run={run} {...(height ? { height } : {})} />
      )}
      <Group justify="space-between" gap="md">
        <Text size="sm" c="dimmed">
          {t('shown', { count: shown.length })}
        </Text>
        <Text size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {t('debit')} {format.money(totals.debit)} · {t('credit')} {format.money(totals.credit)}
        </Text>
      </Group>
    </Stack>
  );
}

/** Says how far the background loading is; nothing once all is there. */
export function LoadingBar({ loaded }: { readonly loaded: Loaded }) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  if (loaded.error) return <ErrorState error={loaded.error} onRetry={loaded.retry} />;
  if (loaded.isComplete) return null;
  const total = loaded.total ?? loaded.items.length;
  return (
    <div role="status">
      <Text size="xs" c="dimmed">
        {t('loading', { loaded: format.count(loaded.items.length), total: format.count(total) })}
      </Text>
      <Progress size="xs" value={total === 0 ? 0 : (loaded.items.length / total) * 100} aria-label={t('table')} />
    </div>
  );
}
