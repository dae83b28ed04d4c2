import { Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { EntriesTable } from './entries-table.tsx';
import { EntriesToolbar } from './entries-toolbar.tsx';
import { entriesTexts } from './texts.ts';
import { toolTexts } from './tool-texts.ts';
import { useEntriesView } from './use-entries-view.ts';
import type { RunEntries as Loaded } from './use-run-entries.ts';

/** The entries of a run for reading: filters, shows sums and explains each line. */
export function RunEntries({ run, height }: { readonly run: string; readonly height?: string }) {
  const t = useTexts(entriesTexts);
  const view = useEntriesView(run);
  const { loaded, filter, tools } = view;
  const isFiltered = Object.values(filter).some(Boolean);

  if (loaded.isPending) return <Skeleton height={height ?? '40vh'} />;
  if (loaded.error && loaded.items.length === 0) return <ErrorState error={loaded.error} onRetry={loaded.retry} />;
  if (loaded.items.length === 0 && !isFiltered) {
    return <EmptyState icon={IconReceipt} title={t('emptyTitle')} text={t('emptyText')} />;
  }
  return (
    <Stack gap="sm">
      <EntriesToolbar {...tools} hasTicks={false} />
      <LoadingBar loaded={loaded} />
      <NoMatch loaded={loaded} />
      <EntriesTable view={view} {...(height ? { height } : {})} />
      <Sums loaded={loaded} />
    </Stack>
  );
}

/** Under the list: what the filters leave, counted and added up by the server. */
function Sums({ loaded }: { readonly loaded: Loaded }) {
  const t = useTexts(entriesTexts);
  const tool = useTexts(toolTexts);
  const format = useFormat();
  const { sums } = loaded;
  if (!sums) return null;
  return (
    <Group justify="space-between" gap="md">
      <Text size="sm" c="dimmed">
        {tool('sums', { entries: sums.entries, lines: sums.lines })}
      </Text>
      <Text size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('debit')} {format.money(sums.debit)} · {t('credit')} {format.money(sums.credit)}
      </Text>
    </Group>
  );
}

/** Says that the filters leave nothing; the fields over the columns stay, to be changed. */
export function NoMatch({ loaded }: { readonly loaded: Loaded }) {
  const t = useTexts(toolTexts);
  if (!loaded.isComplete || loaded.items.length > 0) return null;
  return (
    <Text c="dimmed" role="status">
      {t('noMatch')}
    </Text>
  );
}

/** Says how far the loading is, where not all is there; nothing once it is. */
export function LoadingBar({ loaded }: { readonly loaded: Loaded }) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  if (loaded.error) return <ErrorState error={loaded.error} onRetry={loaded.retry} />;
  const total = loaded.total ?? 0;
  if (loaded.isComplete || loaded.items.length >= total) return null;
  return (
    <div role="status">
      <Text size="xs" c="dimmed">
        {t('loading', { loaded: format.count(loaded.items.length), total: format.count(total) })}
      </Text>
      <Progress size="xs" value={(loaded.items.length / total) * 100} aria-label={t('table')} />
    </div>
  );
}
